/** A file that comes a year late changes the past days of which it tells, and no other. */
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { localDay } from '../support/clock.ts'
import { scratchDatabase } from '../support/scratch-database.ts'
import { intake, type TwinFiles, writeTwinFiles } from '../support/twin-files.ts'
import { startWorld, type World } from '../support/world.ts'

const LATE = { state: '07', cutoff: '2025-12-31' }

let twin: TwinFiles
let world: World
let lateFile = ''

beforeAll(async () => {
  // Given a twin of which Chiapas has not sent its determinations of 2025 yet, among them some of 2024 that it wrote down late
  twin = await writeTwinFiles(0.02, localDay(new Date()))
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

test('determinations of 2024 that arrive with the file of 2025 count on the days on which they were made', async () => {
  const late = twin.answers.planted.lateDeterminations.filter(
    ({ state, decidedOn, arrivedOn }) =>
      state === '07' && decidedOn < '2025' && arrivedOn >= '2025' && arrivedOn < '2026',
  )
  const numbers = late.map(({ number }) => number)
  const known = () => world.database.query('select from representation.determination where number = any($1)', [numbers])
  expect(late.length).toBeGreaterThan(0)
  expect(await known()).toHaveLength(0)
  const before = await daysOf2024()

  // When the file arrives
  await intake(world.database.url, 'representation/determinations', path.join(twin.folder, lateFile), '--accept-good')
  await world.settle()

  // Then those days have risen by what it tells of them, and every other day of 2024 stands as it did
  const after = await daysOf2024()
  const risen = [...after]
    .filter(([day, count]) => count !== before.get(day))
    .map(([day, count]) => [day, (count ?? 0) - (before.get(day) ?? 0)])
  const wanted = Map.groupBy(late, ({ decidedOn }) => decidedOn)
  expect(await known()).toHaveLength(late.length)
  expect(Object.fromEntries(risen)).toEqual(Object.fromEntries([...wanted].map(([day, of]) => [day, of.length])))
})
