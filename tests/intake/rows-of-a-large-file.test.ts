/** The rows of a batch are found by summaries of blocks: behind a large file each small one would read all of it, until a vacuum has made them. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aDetection } from '../support/builders/inm.ts'
import { type Desk, openDesk } from './desk.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.close())

/** They fill more blocks than the first summary tells of, which is there from the beginning. */
const MANY = 8_000

test('given a large file, a summary tells of each block that it has filled', async () => {
  const { counts } = await desk.send(
    'children/detections',
    Array.from({ length: MANY }, () => aDetection()),
  )
  expect(counts.recorded).toBe(MANY)

  const lacking = await desk.database.query<{ index: string; blocks: number }>(
    `select indexname as index, brin_summarize_new_values(format('%I.%I', schemaname, indexname)::regclass) as blocks
     from pg_indexes where schemaname = 'children' and indexdef like '% USING brin (batch_id)%' order by 1`,
  )
  expect(lacking.map(({ index }) => index)).toContain('detection_batch_id_idx')
  expect(lacking.filter(({ blocks }) => blocks > 0)).toEqual([])
})

test('a service has its own tables summarized, and no other', async () => {
  const asPlacements = `set session authorization vigia_placements; select outbox.summarize_facts('children')`

  await expect(desk.database.query(asPlacements)).rejects.toMatchObject({ code: '42501' })
})
