/** Whoever asks where children live of whom something was told reads of their stays alone, and what was told once, however many live somewhere. */
import type { PoolClient } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { idOf, type Judged, openJudged } from '../../../../tests/support/judged.ts'
import { rowsRead } from '../../../../tests/support/rows-read.ts'
import { askWhereTheyLive } from './ask-again.ts'

let judged: Judged
beforeAll(async () => {
  judged = await openJudged()
})
afterAll(() => judged.close())

const [LODGED, TOLD] = [2_000, 100]
const CHILD = "('00000000-0000-4000-a000-' || to_char(n, 'FM000000000000'))::uuid"
const place = (n: string) => `('${idOf(0).slice(0, -12)}' || to_char(${n}, 'FM000000000000'))::uuid`

/** Twenty places with carers, in which children live, and as many that say nothing of carers; of a few children something is told. */
async function childrenInPlaces() {
  const { database } = judged
  await database.query(`insert into oversight.facility_ref (facility_id, type, state, carers)
    select ${place('n')}, 'CASE', '07', case when n <= 20 then 5 end from generate_series(1, 40) n`)
  await database.query(`insert into oversight.path_fact (entity_id, entity, child_id, facility_id, at, until)
    select gen_random_uuid(), 'stay', ${CHILD}, ${place('1 + n % 40')}, now(), null from generate_series(1, ${LODGED}) n`)
  await database.query(`insert into outbox.event (seq, source, type, entity_id, recorded_at)
    select n, 'children', 'child.corrected', ${CHILD}, now() from generate_series(1, ${TOLD}) n`)
}

test('of a few children among many who live in places', async () => {
  await childrenInPlaces()
  const asked: { text: string; values: unknown[] }[] = []
  const client = { query: async (one: { text: string; values: unknown[] }) => asked.push(one) } as unknown as PoolClient
  await askWhereTheyLive(client, { source: 'children', after: '0', upto: String(TOLD) } as never)
  const [{ text, values } = { text: '', values: [] }] = asked

  const own = await judged.pool.connect()
  // How many rows it meets the planner can only guess, and it keeps the guess of an empty registry.
  await own.query(
    'begin; set local enable_hashjoin = off; set local enable_mergejoin = off; set local enable_seqscan = off',
  )
  const read = async (table: string) => rowsRead(async (sql) => (await own.query(sql, values)).rows, table, text)
  const [ofEvents, ofStays] = [await read('event'), await read('path_fact')]
  await own.query('commit')
  own.release()

  const due = await judged.database.query("select owner from oversight.alert_due where about = 'FACILITY'")
  expect(due).toHaveLength(20)
  expect(ofEvents).toBe(TOLD)
  expect(ofStays).toBe(TOLD)
})
