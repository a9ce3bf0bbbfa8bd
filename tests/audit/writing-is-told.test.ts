/** What intake writes and takes back stands in the audit, in the transaction of the file: without it nothing is written. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aDetection } from '../support/builders/inm.ts'
import { type Feeds, feedsOf } from '../support/feeds.ts'
import { type ScratchDatabase, scratchDatabase } from '../support/scratch-database.ts'
import { entriesOf } from './reading-the-audit.ts'

let database: ScratchDatabase
let feeds: Feeds
beforeAll(async () => {
  database = await scratchDatabase()
  feeds = feedsOf(database.url)
})
afterAll(async () => {
  await feeds.stop()
  await database.drop()
})

const children = async () => (await database.query('select from children.child')).length

test('given a file is taken in and taken back, two entries say by whom, which file, how many rows and why', async () => {
  const { batchId } = await feeds.takeIn('children/detections', [aDetection(), aDetection()])
  await feeds.withdraw('children/detections', batchId)

  const entries = await entriesOf(database)
  const who = { service: 'children', subject: 'intake', role: 'intake', batch_id: batchId, request_id: batchId }
  expect(entries).toMatchObject([
    { ...who, act: 'WRITE', office: 'INM', asked: ['detections'], records: 2, reason: null },
    { ...who, act: 'WITHDRAW', reason: 'withdrawn by a test' },
  ])
})

test('given the audit cannot be written, a file is not taken in, and one that is in is not taken back', async () => {
  const { batchId } = await feeds.takeIn('children/detections', [aDetection()])
  const before = await children()
  await database.query('revoke execute on all functions in schema audit from vigia_children')

  await expect(feeds.takeIn('children/detections', [aDetection()])).rejects.toMatchObject({ code: '42501' })
  await expect(feeds.withdraw('children/detections', batchId)).rejects.toMatchObject({ code: '42501' })

  expect(await children()).toBe(before)
})

test('a dry run and a file that is refused leave no entry: nothing was written', async () => {
  await database.query('grant execute on function audit.record to vigia_children')
  const before = await entriesOf(database)
  await expect(feeds.takeIn('children/detections', [aDetection({ ENTIDAD: 'Chapas' })])).rejects.toThrow('Chapas')

  expect(await entriesOf(database)).toEqual(before)
})
