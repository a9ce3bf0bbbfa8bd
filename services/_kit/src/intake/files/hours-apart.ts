/** The hour of an instant in a column of its own, as many spreadsheets have it: "Fecha" and, beside it, "Hora". */
import { looseKey } from '@vigia/law/code-list'
import { hourText, isMidnight } from '../cells/hours.ts'
import { saysNothing } from '../cells/reading.ts'

type Titled = { titles: readonly string[]; type?: string }

/** How many hours something lasted is no hour of a clock: a column of those names what they are of. */
const IS_HOUR = /^HORA\b|^HORAS /
const HAS_HOUR = /\bHORA\b/
/** What is left of a title tells of which event it is. */
const DAY_OR_HOUR = /^(?:FECHA Y HORA|FECHA|F|DIA|HORAS?)\b(?: DEL?\b)?(?: L[AO]\b| EL\b)?\s*/
const DAY_WITH_HOUR = /^(.*?\d)[T,\s]\s*(\d{1,2}[:.]\d{2}.*)$/

const eventOf = (title: string) => looseKey(title).replace(DAY_OR_HOUR, '')

/** For each column the place in a record where the hour of its day stands, or -1. `positions` are the columns' own places. */
export function hoursApart(
  cells: readonly string[],
  columns: readonly Titled[],
  positions: readonly number[],
): readonly number[] {
  const hours = columns.map(() => -1)
  const titleOf = (at: number) => cells[positions[at] ?? -1] ?? ''
  const ofInstants = columns.flatMap(({ type }, at) => {
    return type?.startsWith('timestamptz') && titleOf(at) !== '' && !HAS_HOUR.test(looseKey(titleOf(at))) ? at : []
  })
  for (const [place, cell] of cells.entries()) {
    if (positions.includes(place) || !IS_HOUR.test(looseKey(cell))) continue
    const event = eventOf(cell)
    const at =
      ofInstants.find((one) => eventOf(titleOf(one)) === event) ??
      ofInstants.find((one) => event !== '' && columns[one]?.titles.some((title) => eventOf(title) === event)) ??
      ofInstants.find((one) => event === '' && positions[one] === place - 1)
    if (at !== undefined && hours[at] === -1) hours[at] = place
  }
  return hours
}

/**
 * Day and hour as one instant is written. An hour that says nothing leaves the day alone, and so does one that the day tells already; the
 * midnight that programs write behind a day gives way.
 */
export function withHour(day: string, hour: string): string {
  if (hour === '' || saysNothing(hour)) return day
  if (day === '') return hour
  const [, alone = day, told] = DAY_WITH_HOUR.exec(day) ?? []
  if (told === undefined || isMidnight(told)) return `${alone} ${hour}`
  return minuteOf(told) !== null && minuteOf(told) === minuteOf(hour) ? day : `${day} ${hour}`
}

const minuteOf = (hour: string) => hourText(hour)?.slice(0, 5) ?? null
