/** However many clocks run, whoever is due is found by an index of when, and a look for somebody reads nobody else. */
import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { ANA, hours, idOf, type Judged, openJudged, stay } from '../../../../tests/support/judged.ts'
import { judgeDue } from './judge-due.ts'

let judged: Judged
beforeAll(async () => {
  judged = await openJudged()
})
afterAll(() => judged.close())

interface Plan {
  'Node Type': string
  'Relation Name'?: string
  'Index Name'?: string
  'Actual Rows': number
  'Rows Removed by Filter'?: number
  Plans?: Plan[]
}

interface Reading {
  by: string
  /** Those that were not wanted too. */
  rows: number
}

/** How the table of due times was read within a plan. */
function readingsOf(plan: Plan): Reading[] {
  const { 'Node Type': node, 'Relation Name': table, 'Index Name': by = 'no index', 'Actual Rows': wanted } = plan
  const rows = wanted + (plan['Rows Removed by Filter'] ?? 0)
  const own = table === 'alert_due' && /Scan/.test(node) ? [{ by, rows }] : []
  return [...own, ...(plan.Plans ?? []).flatMap(readingsOf)]
}

/** What is sent to the database meanwhile, of the table of due times. */
async function sentBy(work: () => Promise<unknown>) {
  const sent = vi.spyOn(pg.Client.prototype, 'query')
  await work()
  const statements = sent.mock.calls.map(([first]) => first as unknown as { text?: string; values?: unknown[] })
  sent.mockRestore()
  return statements.filter(({ text = '' }) => /^\s*(select|with)/i.test(text) && text.includes('alert_due'))
}

test('given fifty thousand clocks that run, one that has run out is found without reading the others', async () => {
  const { database, pool } = judged
  await judged.aChild()
  await judged.told('placements', 'stay.recorded', idOf(2), stay())
  await judged.judgedAt(hours(2))
  await database.query(
    `insert into oversight.alert_due (about, owner, due_at)
     select 'CHILD', gen_random_uuid()::text, '${hours(1_000).toISOString()}'::timestamptz + make_interval(mins => n)
     from generate_series(1, 50000) n`,
  )
  await database.query('analyze oversight.alert_due')

  const statements = await sentBy(() => judgeDue(pool, hours(3)))
  const readings: Reading[] = []
  const again = await pool.connect()
  await again.query('begin')
  for (const { text, values } of statements) {
    const { rows } = await again.query(`explain (analyze, format json) ${text}`, values)
    readings.push(...readingsOf(rows[0]['QUERY PLAN'][0].Plan))
  }
  await again.query('rollback')
  again.release()

  expect(await judged.alerts('HELD_WITHOUT_LEGAL_BASIS')).toMatchObject([{ severity: 'AMBER', opened_at: hours(3) }])
  expect(await database.query(`select due_at from oversight.alert_due where owner = '${ANA}'`)).toHaveLength(1)
  expect(readings.filter(({ by }) => by === 'alert_due_due_at_idx').length).toBeGreaterThan(1)
  expect(readings.filter(({ rows }) => rows > 1)).toEqual([])
})
