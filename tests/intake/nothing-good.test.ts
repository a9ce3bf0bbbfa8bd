/** A file of which every row is refused tells of nothing, whatever is accepted: its sender goes on owing it, and none of its days is a zero. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aDetection, aStay } from '../support/builders/inm.ts'
import type { Row } from '../support/builders/row.ts'
import { type Desk, openDesk } from './desk.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.close())

const ACCEPT_GOOD = { acceptGood: true, source: 'INM', state: '06' }
const send = (rows: readonly Row[]) => desk.send('children/detections', rows, ACCEPT_GOOD)
const batches = async () => (await desk.database.query('select id from children.batch')).length
const bad = (differences: Row = {}) => aDetection({ ENTIDAD: 'Colima', EDAD: '34', ...differences })

test('it is refused as a whole, and is no file that its sender has sent', async () => {
  const { outcome, batchId, counts } = await send([bad(), bad()])

  expect([outcome, batchId, counts.refused]).toEqual(['REFUSED', null, 2])
  expect(await batches()).toBe(0)
})

test('with one good row, or with none at all, it is one', async () => {
  const withOne = await send([bad(), aDetection({ ENTIDAD: 'Colima', MUNICIPIO: 'Manzanillo' })])
  const header = `${Object.keys(aDetection()).join()}\r\n`
  const withNone = await desk.send('children/detections', header, ACCEPT_GOOD)

  expect([withOne.outcome, withNone.outcome]).toEqual(['TAKEN', 'TAKEN'])
  expect(await batches()).toBe(2)
})

test('one whose rows all stand in conflict with what is known is none either', async () => {
  const found = aDetection()
  await desk.send('children/detections', [found])
  await desk.tell()
  await desk.send('placements/stays', [aStay(found.ACTA)])
  const elsewhere = aStay(found.ACTA, { 'NOMBRE DEL LUGAR': 'Otro centro' })

  const { outcome } = await desk.send('placements/stays', [elsewhere], { acceptGood: true })

  expect(outcome).toBe('REFUSED')
})
