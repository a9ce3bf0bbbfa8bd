/**
 * Random notices, files, determinations and plans, of which many are of one instant: the database makes of them the path of each child,
 * and counts it, as the rules in TypeScript do.
 */
import { randomUUID } from 'node:crypto'
import type { Authority } from '@vigia/law/authorities'
import { addDays } from '@vigia/law/local-dates'
import { localDateOf } from '@vigia/law/mexican-time'
import type { StateCode } from '@vigia/law/states'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CasePath, casePathOf } from '../../services/representation/src/rules/case-path.ts'
import { countsOfPath } from '../journeys/histories/recount.ts'
import { type ScratchDatabase, scratchDatabase } from '../support/scratch-database.ts'

let database: ScratchDatabase
beforeAll(async () => {
  database = await scratchDatabase()
})
afterAll(() => database.drop())

const SEED = 20261128
/** Few, so that many coincide; some of an evening, which is the next day by another clock than Mexico's. */
const instant = fc
  .constantFrom(0, 9, 14, 33, 38)
  .map((hours) => new Date(Date.parse('2026-03-01T12:00:00Z') + hours * 3_600_000))
const state = fc.constantFrom<StateCode>('07', '30', '02')
const noticed = fc.record({ id: fc.uuid(), state, notifiedAt: instant })
const filed = fc.record({
  ...{ id: fc.uuid(), state, openedAt: instant, notifiedAt: fc.option(instant) },
  determinations: fc.array(
    fc.record({ decidedAt: instant, authority: fc.constantFrom<Authority>('PPNNA', 'PPNNA', 'INM') }),
    { maxLength: 2 },
  ),
  plans: fc.array(fc.nat({ max: 2 }), { maxLength: 2 }),
})
const life = fc.record({ notices: fc.array(noticed, { maxLength: 2 }), files: fc.array(filed, { maxLength: 2 }) })
type Life = typeof life extends fc.Arbitrary<infer One> ? One : never

test('the path of each child is in SQL what it is by the rule, and is counted as such', async () => {
  const lives = fc.sample(life, { seed: SEED, numRuns: 1_000 })

  const found = await pathsInSql(lives)

  const expected = lives.flatMap((one, child) => {
    const path = pathByRule(one)
    return path ? [{ child: idOf(child), ...path, counted: countedOf(path) }] : []
  })
  expect(expected.length).toBeGreaterThan(500)
  expect(found).toEqual(expected)
})

const plansOf = ({ openedAt, plans }: Life['files'][number]) =>
  plans.map((days) => ({ issuedOn: addDays(localDateOf(openedAt), days) }))

function pathByRule({ notices, files }: Life): CasePath | null {
  return casePathOf({
    notices,
    cases: files.map(({ id, ...file }) => ({ ...file, folio: id })),
    determinations: files.flatMap(({ determinations }) => determinations),
    plans: files.flatMap(plansOf),
  })
}

function countedOf(path: CasePath): string[] {
  const told = countsOfPath(path).flatMap(([indicator, at, n]) =>
    at === null ? [] : [`${indicator} ${at instanceof Date ? localDateOf(at) : at} ${n}`],
  )
  return told.sort()
}

async function pathsInSql(lives: readonly Life[]): Promise<unknown[]> {
  const files = lives.flatMap((one, child) => one.files.map((file) => ({ ...file, child: idOf(child) })))
  const insert = (into: string, columns: string, rows: object[]) =>
    database.query(
      `insert into representation.${into} (${columns}) select ${columns} from jsonb_populate_recordset(null::representation.${into}, $1)`,
      [JSON.stringify(rows)],
    )
  const of = { batch_id: idOf(0) }
  await insert(
    'notice_ref',
    'child_id, detection_id, state, notified_at',
    lives.flatMap(({ notices }, child) =>
      notices.map(({ id, notifiedAt, ...notice }) => ({
        ...notice,
        child_id: idOf(child),
        detection_id: id,
        notified_at: notifiedAt,
      })),
    ),
  )
  await insert(
    'protection_case',
    'id, folio, child_id, state, opened_at, notified_at, status, batch_id',
    files.map(({ id, child, openedAt, notifiedAt, ...file }) => ({
      ...{ ...of, id, folio: id, child_id: child, state: file.state, status: 'OPEN' },
      ...{ opened_at: openedAt, notified_at: notifiedAt },
    })),
  )
  await insert(
    'determination',
    'id, number, case_id, child_id, decided_at, authority, outcome, guarantees, violated_rights, guaranteed_on, batch_id, recorded_at',
    files.flatMap(({ id, child, determinations }) =>
      determinations.map(({ decidedAt, authority }) => determined(id, child, decidedAt, authority)),
    ),
  )
  await insert(
    'restitution_plan',
    'id, folio, case_id, child_id, issued_on, batch_id, recorded_at',
    files.flatMap((file) => plansOf(file).map(({ issuedOn }) => planned(file, issuedOn))),
  )
  await database.query('select representation.refresh($1::uuid[])', [lives.map((_, child) => idOf(child))])
  return database.query(PATHS)
}

const determined = (case_id: string, child_id: string, decided_at: Date, authority: Authority) => {
  const id = randomUUID()
  const of = { case_id, child_id, decided_at, authority, batch_id: idOf(0), recorded_at: decided_at }
  return { ...of, id, number: id, outcome: 'STAY_IN_MEXICO', guarantees: {}, violated_rights: [], guaranteed_on: {} }
}
const planned = (
  { id: case_id, child, openedAt }: { id: string; child: string; openedAt: Date },
  issued_on: string,
) => {
  const id = randomUUID()
  return { id, folio: id, case_id, child_id: child, issued_on, batch_id: idOf(0), recorded_at: openedAt }
}

const PATHS = `
  select l.child_id as child, l.state, l.notified_at as "notifiedAt", l.opened_at as "openedAt", l.determined_at as "determinedAt",
    l.plan_on::text as "planOn", array(
      select concat_ws(' ', c.indicator, c.day, c.n) collate "C"
      from representation.counts_of(l.notified_at, l.opened_at, l.determined_at, l.plan_on) c order by 1) as counted
  from representation.case_ledger l order by 1`

const idOf = (child: number) => `00000000-0000-4000-8000-${String(child).padStart(12, '0')}`
