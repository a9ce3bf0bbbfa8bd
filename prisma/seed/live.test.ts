/** The live twin: rows a registry can take, in order, with numbers of their own, and never of the future. */
import { expect, test } from 'vitest'
import { minuteIn } from './check/read-file.ts'
import { FEEDS } from './files/columns.ts'
import { localMinute } from './live/clock.ts'
import { type Delivery, startLive } from './live.ts'

const START = new Date('2026-11-25T16:30:00Z')
const minutesLater = (minutes: number) => new Date(START.getTime() + minutes * 60_000)

function watch(minutes: number, seed = 7): Delivery[][] {
  const live = startLive({ seed, now: START, detectionsPerMinute: 2 })
  return Array.from({ length: minutes }, (_, at) => live.tick(minutesLater(at + 1)))
}

test('given two hours, children are found, handed over, given a case and returned', () => {
  const deliveries = watch(120).flat()
  const rowsOf = (feed: string) =>
    deliveries.filter((delivery) => delivery.feed === feed).reduce((sum, { rows }) => sum + rows.length, 0)
  expect(rowsOf('detections')).toBe(240)
  for (const feed of ['stays', 'protection-cases', 'determinations', 'executed-returns'])
    expect(rowsOf(feed)).toBeGreaterThan(5)
})

test('given a tick, each row has the columns of its feed and refers to children told of before', () => {
  const known = new Set<string>()
  for (const delivery of watch(120).flat()) {
    expect(delivery.columns).toEqual(FEEDS[delivery.feed].columns)
    const acta = delivery.columns.indexOf('ACTA')
    for (const row of delivery.rows) {
      expect(row).toHaveLength(delivery.columns.length)
      if (delivery.feed === 'detections') known.add(row[0] ?? '')
      else if (acta >= 0) expect(known.has(row[acta] ?? '')).toBe(true)
    }
  }
})

test('given a minute, nothing that is told happened after it', () => {
  for (const [at, deliveries] of watch(90).entries()) {
    const now = localMinute(minutesLater(at + 1))
    const cells = deliveries.flatMap(({ rows }) => rows.flat()).filter((cell) => /^\d{4}-\d\d-\d\d/.test(cell))
    for (const cell of cells) expect(minuteIn(cell)).toBeLessThanOrEqual(now)
  }
})

test('given a restart ten minutes on, no number is given twice', () => {
  const actas = (now: Date) => {
    const live = startLive({ seed: 7, now, detectionsPerMinute: 2 })
    const told = Array.from({ length: 10 }, (_, at) => live.tick(new Date(now.getTime() + (at + 1) * 60_000))).flat()
    return told.filter(({ feed }) => feed === 'detections').flatMap(({ rows }) => rows.map(([acta]) => acta))
  }
  const before = new Set(actas(START))
  expect(before.size).toBe(20)
  expect(actas(minutesLater(10)).filter((acta) => before.has(acta))).toEqual([])
})

test('given an office that has fallen silent, the live twin does not break its silence', () => {
  const offices = watch(240)
    .flat()
    .map(({ source, state }) => (source === 'PPNNA' ? state : null))
  expect(offices.filter((state) => state === '06' || state === '12' || state === '18')).toEqual([])
})

test('given a laptop that slept for a night, no more than two minutes are made up for', () => {
  const live = startLive({ seed: 7, now: START, detectionsPerMinute: 2 })
  const told = live.tick(minutesLater(600)).filter(({ feed }) => feed === 'detections')
  expect(told.flatMap(({ rows }) => rows)).toHaveLength(4)
})
