/** A count and its parts: over states, over filters, over dimensions, over any period, against counting the records. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { localDay } from '../support/clock.ts'
import { eventually } from '../support/eventually.ts'
import { twinDatabase } from '../support/twin.ts'
import { MODES, startWorld, type World } from '../support/world.ts'

const NATION = '00'
const CODES = [NATION, ...Array.from({ length: 32 }, (_, i) => String(i + 1).padStart(2, '0'))]
const COMPANIES = ['ACCOMPANIED', 'SEPARATED', 'UNACCOMPANIED', 'UNDETERMINED']
const TODAY = localDay(new Date())
/** Within a month, over the end of one, whole months, from a first to a last day, over years. */
const PERIODS = [
  ['2026-03-05', '2026-03-09'],
  ['2026-03-20', '2026-04-10'],
  ['2026-02-01', '2026-02-28'],
  ['2025-01-31', '2025-03-31'],
  ['2021-06-15', '2026-11-03'],
  ['2021-01-01', TODAY],
] as const

interface Row {
  code: string
  figure: Record<string, unknown>
}
type Figures = Record<string, Row['figure']>

/** One field of all states and the nation. */
async function ofStates(world: World, field: string): Promise<Figures> {
  const question = `{ states { code figure: ${field} } nation { code figure: ${field} } }`
  // On a busy machine a service may be late; it answers the next time.
  const { data } = await eventually(
    () => world.ask<{ states: Row[]; nation: Row }>(question),
    ({ errors }) => errors === undefined,
  )
  const rows = data ? [...data.states, data.nation] : []
  expect(rows.map(({ code }) => code).sort()).toEqual(CODES)
  return Object.fromEntries(rows.map(({ code, figure }) => [code, figure]))
}

const numberOf = (figures: Figures, code: string, name: string) => Number(figures[code]?.[name])
const overStates = (figures: Figures, name: string) =>
  CODES.slice(1).reduce((sum, code) => sum + numberOf(figures, code, name), 0)

const FIELDS = [
  ['detection', 'persons', true],
  ['detection', 'events', true],
  ['detection', 'notified', true],
  ['detention', 'heldNow', false],
  ['detention', 'over36Hours', false],
  ['casework', 'unprocessed', false],
  ['casework', 'overdue', false],
  ['casework', 'withoutDetermination', false],
  ['returns', 'total', true],
  ['returns', 'withoutValidDetermination', true],
  ['returns', 'within72Hours', true],
] as const

const DAY = "at time zone 'America/Mexico_City')::date between $1 and $2"
const RETURNS = `returns.executed_return e where (departed_at ${DAY} and return_type`
const LEFT = `in ('ASSISTED_RETURN', 'DEPORTATION', 'BORDER_REJECTION')`
const LIVE = `select
  (select count(*)::int from children.child where (first_detected_at ${DAY}) as persons,
  (select count(*)::int from children.detection where (detected_at ${DAY}) as events,
  (select count(*)::int from children.detection where (ppnna_notified_at ${DAY}) as notified,
  (select count(*)::int from ${RETURNS} ${LEFT}) as total,
  (select count(*)::int from ${RETURNS} = 'DEPORTATION') as deportations,
  (select count(*)::int from ${RETURNS} ${LEFT}
     and exists (select from children.child c where c.id = e.child_id and c.nationality in ('HND', 'GTM'))) as "ofTwo"`

describe.each(MODES)('%s', (mode) => {
  let world: World
  beforeAll(async () => {
    world = await startWorld({ mode, database: await twinDatabase() })
    await world.settle()
  })
  afterAll(() => world.stop())

  test.each(FIELDS)('%s.%s sums over the states and over any filter', async (field, name, hasPeriod) => {
    const period = hasPeriod ? 'period: { from: "2022-02-10", to: "2026-10-20" }' : ''
    const whole = await ofStates(world, `${field}${period ? `(${period})` : ''} { ${name} }`)
    const parts = await Promise.all(
      COMPANIES.map((kind) => ofStates(world, `${field}(${period} filter: { accompaniment: [${kind}] }) { ${name} }`)),
    )

    expect(numberOf(whole, NATION, name)).toBeGreaterThan(0)
    for (const figures of [whole, ...parts]) expect(overStates(figures, name)).toBe(numberOf(figures, NATION, name))
    for (const code of CODES)
      expect(parts.reduce((sum, figures) => sum + numberOf(figures, code, name), 0)).toBe(numberOf(whole, code, name))
  })

  test.each(PERIODS)('from %s to %s, counters say what counting the records says', async (from, to) => {
    const period = `period: { from: "${from}", to: "${to}" }`
    const found = await ofStates(world, `detection(${period}) { persons events notified }`)
    const returned = await ofStates(world, `returns(${period}) { total deportations }`)
    const filtered = await ofStates(world, `returns(${period} filter: { nationality: ["HND", "GTM"] }) { total }`)

    const [counted] = await world.database.query<Record<string, number>>(LIVE, [from, to])
    expect({ ...found[NATION], ...returned[NATION], ofTwo: filtered[NATION]?.['total'] }).toEqual(counted)
  })

  test('of a time before everything nothing is counted: it is not known', async () => {
    const period = 'period: { from: "1990-01-01", to: "1990-12-31" }'

    const found = await ofStates(world, `detection(${period}) { persons }`)
    const returned = await ofStates(world, `returns(${period}) { total }`)

    expect(new Set([...Object.values(found), ...Object.values(returned)])).toEqual(new Set([null]))
  })

  test('dimensions sum to their total, in every state', async () => {
    const period = `period: { from: "2021-01-01", to: "${TODAY}" }`
    const found = await ofStates(
      world,
      `detection(${period}) { persons byAccompaniment { count } byNationality { count } byAgeGroup { count } }`,
    )
    const returned = await ofStates(
      world,
      `returns(${period}) { total byStanding { count } byAccompaniment { count } byNationality { count } byDestination { count } }`,
    )

    for (const [figures, total] of [
      [found, 'persons'],
      [returned, 'total'],
    ] as const) {
      for (const figure of Object.values(figures)) {
        const lists = Object.values(figure).filter((value): value is { count: number }[] => Array.isArray(value))
        const sums = lists.map((rows) => rows.reduce((sum, { count }) => sum + count, 0))
        expect(new Set(sums)).toEqual(new Set([figure[total]]))
      }
    }
  })

  test('the four ages of the backlog sum to it, filtered or not', async () => {
    for (const filter of ['', '(filter: { nationality: ["HND"] })']) {
      const figures = await ofStates(world, `casework${filter} { unprocessed unprocessedByAge { bucket count } }`)
      for (const { unprocessed, unprocessedByAge } of Object.values(figures)) {
        const ages = unprocessedByAge as { count: number }[]
        expect(ages.map(({ count }) => count).filter((count) => count < 0)).toEqual([])
        expect(ages.reduce((sum, { count }) => sum + count, 0)).toBe(unprocessed)
      }
    }
  })
})
