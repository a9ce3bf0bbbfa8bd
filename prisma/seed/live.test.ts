/** The live twin: rows a registry can take, in order, with numbers of their own, and never of the future. */
import { expect, test } from 'vitest'
import { minuteIn } from './check/read-file.ts'
import { FEEDS } from './files/columns.ts'
import { localMinute } from './live/clock.ts'
import { type Delivery, type LeftBehind, startLive } from './live.ts'

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

/** Forty children as the twin leaves them: some for minutes, some for days; a few wait for a case, a few for a determination. */
function leftByTheTwin(): LeftBehind[] {
  const child = (serial: number, differences: Partial<LeftBehind> = {}): LeftBehind => ({
    ...{ acta: `INM/07/2026/00${10_000 + serial}`, state: '07', isAlone: serial % 4 === 0, nationality: 'HND' },
    ...{ language: 'Español', noticeAt: START, held: null, folio: null, hasCase: false },
    ...differences,
  })
  const held = Array.from({ length: 40 }, (_, at) => {
    const enteredAt = new Date(START.getTime() - (0.3 + 1.4 * at) * 3_600_000)
    const place = { key: null, name: 'Centro de canalización Suchiate', type: 'CCAN', state: '07' } as const
    return child(at, { held: { place, enteredAt } })
  })
  const waiting = Array.from({ length: 60 }, (_, at) => child(100 + at))
  const undecided = Array.from({ length: 40 }, (_, at) =>
    child(200 + at, { folio: `PPNNA-07-2026-${String(100 + at).padStart(6, '0')}`, hasCase: true }),
  )
  return [...held, ...waiting, ...undecided]
}

/** Who is held, by acta, since which minute, as a registry would know it from the rows. */
class HeldByRows {
  readonly since = new Map<string, number>()

  constructor(left: readonly LeftBehind[]) {
    for (const { acta, held } of left) if (held) this.since.set(acta, localMinute(held.enteredAt))
  }

  hear({ feed, source, columns, rows }: Delivery): void {
    if (feed !== 'stays' || source !== 'INM') return
    const [acta, entry, exit] = ['ACTA', 'INGRESO', 'EGRESO'].map((title) => columns.indexOf(title))
    for (const row of rows) {
      const of = row[acta ?? 0] ?? ''
      if (row[exit ?? 0] === '') this.since.set(of, minuteIn(row[entry ?? 0] ?? ''))
      else this.since.delete(of)
    }
  }

  hoursAt(now: Date): number[] {
    return [...this.since.values()].map((since) => (localMinute(now) - since) / 60)
  }
}

test('given the children whom the twin left, an hour later most are still held, and after three days the board is as plausible as before', () => {
  const left = leftByTheTwin()
  const held = new HeldByRows(left)
  const live = startLive({ seed: 7, now: START, detectionsPerMinute: 1, settlesAt: 0.06 })
  live.takeUp(left, START)
  const found: number[] = []
  const told = new Map<string, number>()
  for (let minutes = 2; minutes <= 3 * 1440; minutes += 2) {
    for (const delivery of live.tick(minutesLater(minutes))) {
      held.hear(delivery)
      told.set(delivery.feed, (told.get(delivery.feed) ?? 0) + delivery.rows.length)
      if (delivery.feed === 'detections') found.push(...delivery.rows.map(() => minutes))
    }
    if (minutes !== 60) continue
    expect(held.since.size).toBeGreaterThan(25)
    expect(held.since.size).toBeLessThan(70)
    expect(left.filter(({ acta }) => held.since.has(acta)).length).toBeLessThan(40)
  }

  const hours = held.hoursAt(minutesLater(3 * 1440))
  expect(left.filter((child) => child.held && held.since.has(child.acta))).toEqual([])
  expect(hours.length).toBeGreaterThan(12)
  expect(hours.length).toBeLessThan(70)
  expect(hours.filter((so) => so > 36).length).toBeGreaterThan(0)
  expect(hours.filter((so) => so > 36).length / hours.length).toBeLessThan(0.5)
  expect(found.filter((at) => at > 2 * 1440).length).toBeLessThan(150)
  for (const feed of ['protection-cases', 'determinations', 'executed-returns'])
    expect(told.get(feed) ?? 0).toBeGreaterThan(30)
})

test('given children who are being moved already, telling of them again moves nobody twice', () => {
  const left = leftByTheTwin()
  const live = startLive({ seed: 7, now: START, detectionsPerMinute: 1 })
  live.takeUp(left, START)
  live.takeUp(left, minutesLater(1))
  const exits = Array.from({ length: 40 }, (_, at) => live.tick(minutesLater(2 + at * 120)))
    .flat()
    .filter(({ feed, source }) => feed === 'stays' && source === 'INM')
    .flatMap(({ columns, rows }) =>
      rows.filter((row) => row[columns.indexOf('EGRESO')] !== '').map((row) => row[0] ?? ''),
    )
  const ofLeft = exits.filter((acta) => left.some((child) => child.acta === acta))
  expect(ofLeft).toHaveLength(40)
  expect(new Set(ofLeft).size).toBe(40)
})
