/** What stands on the chart beside the lines: years, round numbers, laws and rulings, the name of the gap. */
import { yearOf } from '../../format/calendar.ts'
import type { Week } from './weekly-trend-query.ts'

/** Laws and rulings that changed what must be done, on three levels so that their words do not collide. */
export const EVENTS = [
  { id: 'reform', at: Date.parse('2021-01-11'), level: 2 },
  { id: 'court', at: Date.parse('2023-03-15'), level: 1 },
  { id: 'cards', at: Date.parse('2023-10-15'), level: 0 },
] as const

export function yearsIn(weeks: readonly Week[]): number[] {
  const [first, last] = [weeks[0], weeks.at(-1)]
  if (!first || !last) return []
  const years = Array.from({ length: yearOf(last.from) - yearOf(first.from) + 1 }, (_, i) => yearOf(first.from) + i)
  return years.map((year) => Math.max(first.at, Date.UTC(year, 0, 1)))
}

const STEPS = [1, 2, 5, 10]
const MOST_TICKS = 5

/** From 0 in round steps to above the highest value. */
export function ticksUpTo(highest: number): number[] {
  const power = 10 ** Math.floor(Math.log10(Math.max(highest, 1) / MOST_TICKS || 1))
  const step = Math.max(1, (STEPS.find((each) => each * power * MOST_TICKS >= highest) ?? 10) * power)
  return Array.from({ length: Math.ceil(highest / step) + 1 }, (_, i) => i * step)
}

const HALF_WINDOW = 13

/** In the middle of the gap where it is widest. Half a year is smoothed: single weeks are noisy. */
export function gapPlaceOf(weeks: readonly Week[]): { at: number; middle: number } | null {
  const known = weeks.flatMap(({ at, detected, opened }) =>
    detected === null || opened === null ? [] : [{ at, middle: (detected + opened) / 2, gap: detected - opened }],
  )
  const smooth = known.map(({ at }, i) => {
    const near = known.slice(Math.max(0, i - HALF_WINDOW), i + HALF_WINDOW + 1)
    return { at, middle: mean(near.map(({ middle }) => middle)), gap: mean(near.map(({ gap }) => gap)) }
  })
  const widest = smooth.toSorted((a, b) => b.gap - a.gap)[0]
  return widest && widest.gap > 0 ? widest : null
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
