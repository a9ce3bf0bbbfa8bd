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

/** What a word takes of the chart: in time, and in values. */
export type Room = { width: number; height: number }

/**
 * The middle of the place within the gap where a word of that size stands furthest from both lines, if there is one
 * beside the line of a law or a ruling and not on it; null where there is none at all.
 */
export function gapPlaceOf(weeks: readonly Week[], { width, height }: Room): { at: number; middle: number } | null {
  const [first, last] = [weeks[0]?.at ?? 0, weeks.at(-1)?.at ?? 0]
  const places = weeks
    .filter(({ at }) => at - width / 2 >= first && at + width / 2 <= last)
    .map(({ at }) => {
      const beside = weeks.filter((week) => Math.abs(week.at - at) <= width / 2)
      const [floor, ceiling] = [highestIn(beside, 'opened'), lowestIn(beside, 'detected')]
      return { at, middle: (floor + ceiling) / 2, room: ceiling - floor }
    })
    .filter(({ room }) => room > 0 && room >= height)
  const isFree = ({ at }: { at: number }) => EVENTS.every((event) => Math.abs(event.at - at) > width / 2)
  const free = places.filter(isFree)
  const [widest] = (free.length > 0 ? free : places).toSorted((one, other) => other.room - one.room)
  return widest ? { at: widest.at, middle: widest.middle } : null
}

/** A week of which one line is not known has no gap. */
const highestIn = (weeks: readonly Week[], line: 'opened') =>
  Math.max(...weeks.map((week) => week[line] ?? Number.POSITIVE_INFINITY))
const lowestIn = (weeks: readonly Week[], line: 'detected') =>
  Math.min(...weeks.map((week) => week[line] ?? Number.NEGATIVE_INFINITY))
