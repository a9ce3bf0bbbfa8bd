/** However many alerts stand and however many facts are kept, who is judged reads their own, also before the database has counted the others. */
import { followAll } from '@vigia/kit/follow'
import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { ANA, hours, idOf, type Judged, openJudged, stay } from '../../../../tests/support/judged.ts'
import { FOLLOWERS } from './followers.ts'
import { judgeDue } from './judge-due.ts'

let judged: Judged
beforeAll(async () => {
  judged = await openJudged()
})
afterAll(() => judged.close())

const OTHERS = 20_000

/** Children of the same state in another centre, each with a fact of each kind and an alert that stands; nothing is due of them. */
const MANY = `
  create temporary table other as select gen_random_uuid() as id from generate_series(1, ${OTHERS});
  insert into oversight.path_fact (entity_id, entity, child_id, at, state, facility_id, kind)
    select gen_random_uuid(), kinds.entity, o.id, '${hours(0).toISOString()}', '07', '${idOf(91)}', kinds.kind
    from other o, (values ('detection', null), ('stay', 'HELD')) kinds (entity, kind);
  insert into oversight.alert (kind, about, owner, subject, child_id, state, severity, since, reached_at, opened_at)
    select 'HELD_WITHOUT_LEGAL_BASIS', 'CHILD', o.id::text, gen_random_uuid()::text, o.id, '07', 'AMBER', at, at, at
    from other o, (select '${hours(1).toISOString()}'::timestamptz as at) then_`

interface Plan {
  'Node Type': string
  'Relation Name'?: string
  'Actual Rows': number
  'Actual Loops': number
  'Rows Removed by Filter'?: number
  Plans?: Plan[]
}

interface Reading {
  table: string
  rows: number
}

/** Rows that each scan within a plan has gone through, those that were not wanted too. */
function readingsOf(plan: Plan): Reading[] {
  const {
    'Relation Name': table,
    'Actual Rows': wanted,
    'Actual Loops': loops,
    'Rows Removed by Filter': removed = 0,
  } = plan
  const own = table && /Scan/.test(plan['Node Type']) ? [{ table, rows: (wanted + removed) * loops }] : []
  return [...own, ...(plan.Plans ?? []).flatMap(readingsOf)]
}

interface Statement {
  text: string
  values: unknown[]
}

/** What is sent to the database meanwhile and reads a table. */
async function sentBy(work: () => Promise<unknown>): Promise<Statement[]> {
  const sent = vi.spyOn(pg.Client.prototype, 'query')
  await work()
  const statements = sent.mock.calls.map(([first]) => first as unknown as Partial<Statement>)
  sent.mockRestore()
  return statements.flatMap(({ text = '', values = [] }) =>
    /^\s*(select|with)\b/i.test(text) ? [{ text, values }] : [],
  )
}

/** What each of these reads, one after the other, as if nothing had been opened of Ana; nothing of it is kept. */
async function readBy(statements: readonly Statement[]): Promise<Reading[]> {
  const client = await judged.pool.connect()
  try {
    await client.query('begin')
    await client.query('delete from oversight.alert where owner = $1', [ANA])
    const readings: Reading[] = []
    for (const { text, values } of statements) {
      const { rows } = await client.query(`explain (analyze, timing off, format json) ${text}`, values)
      readings.push(...readingsOf(rows[0]['QUERY PLAN'][0].Plan))
    }
    return readings
  } finally {
    await client.query('rollback')
    client.release()
  }
}

test(`among ${OTHERS} who are held, one whose clocks run out is judged by what is known of that child, from the first alert to the last`, async () => {
  const { database, pool } = judged
  await judged.aChild()
  await judged.told('placements', 'stay.recorded', idOf(2), stay())
  await judged.judgedAt(hours(2))
  await database.query(MANY)

  const opened = await sentBy(() => judgeDue(pool, hours(3)))
  const escalated = await sentBy(() => judgeDue(pool, hours(40)))
  await judged.told('placements', 'stay.recorded', idOf(2), stay({ left_at: hours(41) }))
  await followAll(pool, { service: 'oversight', followers: FOLLOWERS })
  const resolved = await sentBy(() => judgeDue(pool, hours(42)))
  const readings = await readBy([...opened, ...escalated, ...resolved])

  expect(await judged.history('HELD_WITHOUT_LEGAL_BASIS')).toEqual([
    'OPENED AMBER',
    'ESCALATED CRITICAL',
    'RESOLVED CRITICAL',
  ])
  expect(readings.filter(({ table }) => ['alert', 'path_fact'].includes(table)).length).toBeGreaterThan(10)
  expect(readings.filter(({ rows }) => rows > OTHERS / 10)).toEqual([])
})
