/** How numbers, spans and instants are written. The only place that knows local time. */

import type { Language, Words } from '../words/words.ts'
import { isSmall } from './small.ts'
import type { Day, Instant } from './times.ts'

const ZONE = 'America/Mexico_City'
const NBSP = '\u00a0'
const HOURS_IN_DAY = 24
const MINUTE_IN_MS = 60_000
const ENGLISH = 'en-GB'

/**
 * Cells of 1 to 4 children are hidden where a table crosses dimensions (domain.md 6). Zero stays. A word joiner stands behind the
 * dash, where a line would end otherwise: "1–" above "4" is read as two figures.
 */
const SMALL_CELL = '1–\u20604'
const BESIDE_CELL = '≥5'

export type Format = ReturnType<typeof formatIn>

export function formatIn(language: Language, t: Words) {
  const { integers, ...written } = writtenIn(language)
  return { ...written, span: spanIn(integers, t) }
}

const known = new Map<Language, ReturnType<typeof writingIn>>()

/** Made once in a language: the browser takes longer to make a form of dates than to write a hundred of them, and every cell of a page asks for all. */
function writtenIn(language: Language) {
  const written = known.get(language) ?? writingIn(language)
  known.set(language, written)
  return written
}

function writingIn(language: Language) {
  const locale = language === 'en' ? ENGLISH : 'es-MX'
  const integers = new Intl.NumberFormat(language === 'en' ? 'en' : locale, { maximumFractionDigits: 0 })
  const lists = new Intl.ListFormat(locale)
  return {
    ...numbersIn(integers, language),
    ...datesIn(locale),
    list: (words: readonly string[]) => lists.format(words),
    integers,
  }
}

function numbersIn(integers: Intl.NumberFormat, language: Language) {
  const decimals = new Intl.NumberFormat(language === 'en' ? 'en' : 'es-MX', {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  })
  const shortDecimals = new Intl.NumberFormat(language === 'en' ? 'en' : 'es-MX', { maximumFractionDigits: 1 })
  const percent = language === 'en' ? '%' : `${NBSP}%`
  return {
    count: (count: number, _isBeside = false) => integers.format(count),
    /** Whether `count` writes a span and not the number: then neither words for one, nor a share, may tell it. */
    isWithheld: (_count: number) => false,
    /** `isBeside`: withheld too, so that none beside it is found by subtraction (withheld.ts). */
    cell(count: number, isBeside = false) {
      if (isBeside) return BESIDE_CELL
      return isSmall(count) ? SMALL_CELL : integers.format(count)
    },
    rate(rate: number) {
      if (rate === 0) return '0'
      return rate < 0.05 ? '<0.1' : decimals.format(rate)
    },
    /** One decimal where there is one. */
    upTo1: (value: number) => shortDecimals.format(value),
    change: (change: number) =>
      change > 0 ? `+${integers.format(change)}` : integers.format(change).replace('-', '−'),
    /** A share of 1 in whole percent; neither none nor all unless it is so. */
    share(share: number) {
      if (share > 0 && share < 0.005) return `<${language === 'en' ? '' : NBSP}1${percent}`
      if (share < 1 && share > 0.995) return `>${language === 'en' ? '' : NBSP}99${percent}`
      return `${integers.format(share * 100)}${percent}`
    },
  }
}

/** A sentence or a name as it stands within another one: acronyms stay as they are. */
export const within = (sentence: string) =>
  /^\p{Lu}{2}/u.test(sentence) ? sentence : sentence.charAt(0).toLowerCase() + sentence.slice(1)

/** Days come as YYYY-MM-DD and mean themselves; instants are shown as Mexico's clocks do. */
function datesIn(locale: string) {
  const day = (options: Intl.DateTimeFormatOptions) => shapeIn<Day>(locale, { timeZone: 'UTC', ...options })
  const instant = (options: Intl.DateTimeFormatOptions) =>
    shapeIn<Instant | Date>(locale, { timeZone: ZONE, ...options })
  const time = instant({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  const long = { day: 'numeric', month: 'long', year: 'numeric' } as const
  const short = { day: 'numeric', month: 'short' } as const
  return {
    day: day(long),
    shortDay: day(short),
    dayAndMonth: day({ day: '2-digit', month: '2-digit' }),
    date: instant(long),
    sinceDate: sinceIn<Instant, Instant>(instant),
    sinceDay: sinceIn<Day, string>(day),
    shortDate: instant(short),
    time: (at: Instant | Date) => (locale === ENGLISH ? time(at) : `${time(at)}${NBSP}h`),
    /** What is known by its day alone stands at the first instant of it: its hour is none that anybody told. */
    isFirstOfDay: (at: Instant) => new Date(at).getTime() % MINUTE_IN_MS === 0 && time(at) === '00:00',
  }
}

/** Whether the clock of whoever reads shows another hour than those of the page, as in Tijuana or Geneva. */
export function isOtherClock(now: Date): boolean {
  const shown = (timeZone?: string) =>
    new Intl.DateTimeFormat('en', { dateStyle: 'short', timeStyle: 'short', ...(timeZone && { timeZone }) }).format(now)
  return shown() !== shown(ZONE)
}

function shapeIn<Time extends string | Date>(locale: string, options: Intl.DateTimeFormatOptions) {
  const dates = new Intl.DateTimeFormat(locale, options)
  return (at: Time) => dates.format(new Date(at))
}

/** A month is always short: of two such dates beside one another one may need a year. None where it is the one of `now`. */
function sinceIn<Time extends string, Now extends string>(
  written: (options: Intl.DateTimeFormatOptions) => (at: Time | Now) => string,
) {
  const year = written({ year: 'numeric' })
  const ofThisYear = written({ day: 'numeric', month: 'short' })
  const ofAnother = written({ day: 'numeric', month: 'short', year: 'numeric' })
  return (at: Time, now: Now) => (year(at) === year(now) ? ofThisYear(at) : ofAnother(at))
}

/** Under an hour is not none; "71 h" under four days, since the limits are in hours; "5 días" from there on. */
const spanIn = (integers: Intl.NumberFormat, t: Words) => (hours: number) => {
  if (hours < 1) return t('report.duration.underOne')
  if (hours < 4 * HOURS_IN_DAY) return t('report.duration.hours', { n: integers.format(Math.floor(hours)) })
  return t('report.duration.days', { n: integers.format(Math.floor(hours / HOURS_IN_DAY)) })
}
