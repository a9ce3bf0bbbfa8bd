/** A file that comes a year late changes the past days of which it tells, and no other. */
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { localDay } from '../support/clock.ts'
import { scratchDatabase } from '../support/scratch-database.ts'
import { type Answers, intake, type TwinFiles, writeTwinFiles } from '../support/twin-files.ts'
import { startWorld, type World } from '../support/world.ts'

const LATE = { state: '07', cutoff: '2025-12-31' }

/** Those of 2024 that the file of 2025 tells. */
const lateIn = ({ planted }: Answers) =>
  planted.lateDeterminations.filter(
    ({ state, decidedOn, arrivedOn }) =>
      state === LATE.state && decidedOn < '2025' && arrivedOn >= '2025' && arrivedOn < '2026',
  )

let twin: TwinFiles
let world: World
let lateFile = ''

beforeAll(async () => {
  // Given a twin of which Chiapas has not sent its determinations of 2025 yet, among them some of 2024 that it wrote down late
  twin = await writeTwinFiles(0.02, localDay(new Date()), (answers) => lateIn(answers).length > 0)
  const isLate = ({ feed, state, cutoff }: { feed: string; state: string | null; cutoff: string }) =>
    feed === 'determinations' && state === LATE.state && cutoff === LATE.cutoff
  lateFile = twin.sentLater(isLate, ({ feed, state }) => feed === 'detections' || state === LATE.state).file
  const database = await scratchDatabase()
  await intake(database.url, twin.folder, '--accept-good')
  world = await startWorld({ mode: 'in-process', database })
  await world.settle()
}, 240_000)

afterAll(async () => {
  await world.stop()
  await twin.remove()
})

interface Series {
  state: { series: { points: { from: string; count: number | null }[] } }
}

const DAYS = `query { state(code: "07") {
  series(indicator: DETERMINATIONS, grain: DAY, from: "2024-01-01", to: "2024-12-31") { points { from count } } } }`

async function daysOf2024(): Promise<Map<string, number | null>> {
  const { data } = await world.ask<Series>(DAYS)
  return new Map((data?.state.series.points ?? []).map(({ from, count }) => [from, count]))
}

/** The series counts children, each in the state whose office was told first: of two determinations of one child the earlier alone. */
const FIRST_OF_EACH = `select distinct on (child_id) child_id as child, number, outbox.mx_date(decided_at)::text as day
  from representation.determination d where authority = 'PPNNA' and '07' = coalesce((select state from children.detection f
    where f.child_id = d.child_id and f.ppnna_notified_at is not null order by ppnna_notified_at, id limit 1), '07')
  order by child_id, decided_at`

interface First {
  child: string
  number: string
  day: string
}
const firstOfEach = async () =>
  new Map((await world.database.query<First>(FIRST_OF_EACH)).map((first) => [first.child, first]))

test('determinations of 2024 that arrive with the file of 2025 count on the days on which they were made', async () => {
  const late = lateIn(twin.answers)
  const numbers = late.map(({ number }) => number)
  const known = () => world.database.query('select from representation.determination where number = any($1)', [numbers])
  expect(late.length).toBeGreaterThan(0)
  expect(await known()).toHaveLength(0)
  const [before, firstBefore] = [await daysOf2024(), await firstOfEach()]

  // When the file arrives
  await intake(world.database.url, 'representation/determinations', path.join(twin.folder, lateFile), '--accept-good')
  await world.settle()

  // Then those days have risen by the children of whom it tells, a child of whom a later day was known has left that one, and every other
  // day of 2024 stands as it did
  const after = await daysOf2024()
  const firstAfter = await firstOfEach()
  const told = [...firstAfter.values()].filter(({ child, number }) => firstBefore.get(child)?.number !== number)
  const left = [...firstBefore.values()].filter(({ child, number }) => firstAfter.get(child)?.number !== number)
  const dayInKey = new Map(late.map(({ number, decidedOn }) => [number, decidedOn]))
  const wanted: Record<string, number> = {}
  for (const { number, day } of told)
    wanted[dayInKey.get(number) ?? day] = (wanted[dayInKey.get(number) ?? day] ?? 0) + 1
  for (const { day } of left) wanted[day] = (wanted[day] ?? 0) - 1
  // Beside the late ones it tells of 2024 what was decided in the evening of its last day, after the file of that year.
  expect(told.filter(({ number, day }) => day < '2024-12-31' && !dayInKey.has(number))).toEqual([])
  const changed = [...after].map(([day, count]) => [day, (count ?? 0) - (before.get(day) ?? 0)] as const)
  expect(await known()).toHaveLength(late.length)
  expect(told.filter(({ number }) => dayInKey.has(number)).length).toBeGreaterThan(0)
  expect(Object.fromEntries(changed.filter(([, more]) => more !== 0))).toEqual(
    Object.fromEntries(Object.entries(wanted).filter(([day, more]) => day < '2025' && more !== 0)),
  )
})
