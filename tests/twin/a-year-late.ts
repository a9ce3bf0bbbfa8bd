/** A file that comes a year late, after those of the year that followed, and what the registry tells of the days of which it tells. */
import path from 'node:path'
import { expect } from 'vitest'
import { type Answers, intake, type TwinFiles } from '../support/twin-files.ts'
import type { World } from '../support/world.ts'

const LATE = { feed: 'determinations', state: '07', cutoff: '2025-12-31' }

/** Those of 2024 that the file of 2025 tells. */
export const lateIn = ({ planted }: Answers) =>
  planted.lateDeterminations.filter(
    ({ state, decidedOn, arrivedOn }) =>
      state === LATE.state && decidedOn < '2025' && arrivedOn >= '2025' && arrivedOn < '2026',
  )

/** What was told before it came, and after. */
export interface Late {
  before: Told
  after: Told
}

interface Told {
  days: ReadonlyMap<string, number | null>
  /** By the child, whose first it is. */
  first: ReadonlyMap<string, First>
  /** How many of those that it tells late are known. */
  known: number
}

interface First {
  child: string
  number: string
  day: string
}

/** Chiapas has not sent its determinations of 2025 with the others, among them some of 2024 that it wrote down late; and sends them now. */
export async function takeInLate(
  { folder, answers, sentLater }: TwinFiles,
  database: { url: string },
  start: () => Promise<World>,
): Promise<{ world: World; late: Late }> {
  const { file } = sentLater(
    ({ feed, state, cutoff }) => feed === LATE.feed && state === LATE.state && cutoff === LATE.cutoff,
  )
  await intake(database.url, folder, '--accept-good')
  const world = await start()
  await world.settle()
  const numbers = lateIn(answers).map(({ number }) => number)
  const before = await toldBy(world, numbers)
  await intake(database.url, 'representation/determinations', path.join(folder, file), '--accept-good')
  await world.settle()
  return { world, late: { before, after: await toldBy(world, numbers) } }
}

const DAYS = `query { state(code: "07") {
  series(indicator: DETERMINATIONS, grain: DAY, from: "2024-01-01", to: "2024-12-31") { points { from count } } } }`

/** The series counts children, each in the state whose office was told first: of two determinations of one child the earlier alone. */
const FIRST_OF_EACH = `select distinct on (child_id) child_id as child, number, outbox.mx_date(decided_at)::text as day
  from representation.determination d where authority = 'PPNNA' and '07' = coalesce((select state from children.detection f
    where f.child_id = d.child_id and f.ppnna_notified_at is not null order by ppnna_notified_at, id limit 1), '07')
  order by child_id, decided_at`

async function toldBy(world: World, numbers: readonly string[]): Promise<Told> {
  const { data } = await world.ask<{ state: { series: { points: { from: string; count: number | null }[] } } }>(DAYS)
  const first = await world.database.query<First>(FIRST_OF_EACH)
  const known = await world.database.query('select from representation.determination where number = any($1)', [numbers])
  return {
    days: new Map((data?.state.series.points ?? []).map(({ from, count }) => [from, count])),
    first: new Map(first.map((one) => [one.child, one])),
    known: known.length,
  }
}

/**
 * Those days have risen by the children of whom it tells, a child of whom a later day was known has left that one, and every other day of 2024
 * stands as it did.
 */
export function expectOnTheirDays(answers: Answers, { before, after }: Late): void {
  const told = [...after.first.values()].filter(({ child, number }) => before.first.get(child)?.number !== number)
  const left = [...before.first.values()].filter(({ child, number }) => after.first.get(child)?.number !== number)
  const dayInKey = new Map(lateIn(answers).map(({ number, decidedOn }) => [number, decidedOn]))
  const wanted: Record<string, number> = {}
  for (const { number, day } of told)
    wanted[dayInKey.get(number) ?? day] = (wanted[dayInKey.get(number) ?? day] ?? 0) + 1
  for (const { day } of left) wanted[day] = (wanted[day] ?? 0) - 1
  // Beside the late ones it tells of 2024 what was decided in the evening of its last day, after the file of that year.
  expect(told.filter(({ number, day }) => day < '2024-12-31' && !dayInKey.has(number))).toEqual([])
  const changed = [...after.days].map(([day, count]) => [day, (count ?? 0) - (before.days.get(day) ?? 0)] as const)
  expect({ before: before.known, after: after.known }).toEqual({ before: 0, after: lateIn(answers).length })
  expect(told.filter(({ number }) => dayInKey.has(number)).length).toBeGreaterThan(0)
  expect(Object.fromEntries(changed.filter(([, more]) => more !== 0))).toEqual(
    Object.fromEntries(Object.entries(wanted).filter(([day, more]) => day < '2025' && more !== 0)),
  )
}
