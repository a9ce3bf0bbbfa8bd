/**
 * Time in the twin: minutes of Mexico City's wall clock, counted as if it were UTC. Authorities write
 * local time, so nothing here converts zones; `utcIso` is for the answer key alone.
 */
export type Minute = number

export const HOUR = 60
export const DAY = 24 * HOUR

export interface Civil {
  readonly year: number
  /** 1 to 12. */
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
}

export function minuteOf(year: number, month: number, day: number, hour = 0, minute = 0): Minute {
  return Date.UTC(year, month - 1, day, hour, minute) / 60_000
}

export function civil(at: Minute): Civil {
  const date = new Date(at * 60_000)
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
  }
}

export function startOfDay(at: Minute): Minute {
  return Math.floor(at / DAY) * DAY
}

/** "2024-07-31" */
export function isoDay(at: Minute): string {
  return new Date(at * 60_000).toISOString().slice(0, 10)
}

/** A month by name: "2024-07". */
export type MonthKey = string

export function monthKey(at: Minute): MonthKey {
  return isoDay(at).slice(0, 7)
}

export interface Month {
  readonly key: MonthKey
  readonly year: number
  readonly month: number
  readonly start: Minute
  /** First minute after it. */
  readonly end: Minute
}

function monthOf(key: MonthKey): Month {
  const year = Number(key.slice(0, 4))
  const month = Number(key.slice(5, 7))
  return { key, year, month, start: minuteOf(year, month, 1), end: minuteOf(year, month + 1, 1) }
}

/** Every month from January 2021 to that of `until`. */
export function monthsUntil(until: Minute): Month[] {
  const months: Month[] = []
  for (let month = monthOf('2021-01'); month.start < until; month = monthOf(monthKey(month.end))) months.push(month)
  return months
}

/**
 * What the option --until means: a bare day is its first minute, so that nothing lies in the future of
 * whoever reads the files that day; with an hour, it is that minute.
 */
export function untilOf(text: string): Minute {
  const match = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d))?$/.exec(text)
  if (!match)
    throw new RangeError(`--until is a day like 2026-11-25 or a local time like 2026-11-25T10:30, not «${text}».`)
  const [, year, month, day, hour = '00', minute = '00'] = match
  const until = minuteOf(Number(year), Number(month), Number(day), Number(hour), Number(minute))
  if (isoDay(until) !== text.slice(0, 10)) throw new RangeError(`--until: there is no ${text}.`)
  return until
}

/** The instant in UTC. Mexico City has kept UTC-6 all year since 30 October 2022. */
export function utcIso(at: Minute): string {
  return new Date((at + 6 * HOUR) * 60_000).toISOString()
}

/** Whole years of age on a day, both as minutes. */
export function ageAt(bornOn: Minute, at: Minute): number {
  const born = civil(bornOn)
  const now = civil(at)
  const hadBirthday = now.month > born.month || (now.month === born.month && now.day >= born.day)
  return now.year - born.year - (hadBirthday ? 0 : 1)
}
