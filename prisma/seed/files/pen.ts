/** Writes single cells in a sender's manner: days, hours, words of a code list, states, countries, answers. */
import { type CodeList, fold } from '@vigia/law/code-list'
import { countryOf } from '@vigia/law/countries'
import { ANSWERS, type Answer } from '@vigia/law/people'
import { type StateCode, stateOf } from '@vigia/law/states'
import { DAY, HOUR, isoDay, type Minute, minuteOf, startOfDay } from '../calendar.ts'
import type { DateForm, Manner } from './manner.ts'

export interface Pen {
  day(at: Minute | null): string
  hour(at: Minute | null): string
  /** The Spanish label of a code. */
  word(list: CodeList, code: string | null): string
  words(list: CodeList, codes: readonly string[]): string
  text(text: string | null): string
  state(code: StateCode): string
  country(code: string): string
  yesNo(answer: Answer | boolean): string
}

const pens = new Map<Manner, Pen>()

export function penOf(manner: Manner): Pen {
  const known = pens.get(manner)
  if (known) return known
  const fresh = newPen(manner)
  pens.set(manner, fresh)
  return fresh
}

function newPen({ dates, shouts, longCountryNames }: Manner): Pen {
  const shouted = memo((text: string) => (shouts ? fold(text) : text))
  const dayText = memo((at: Minute) => dayIn(dates, at))
  const word = (list: CodeList, code: string | null) => (code === null ? '' : shouted(list[code]?.es ?? code))
  return {
    day: (at) => (at === null ? '' : dayText(startOfDay(at))),
    hour: (at) => (at === null ? '' : hourIn(dates, at, dayText)),
    word,
    words: (list, codes) => codes.map((code) => word(list, code)).join('|'),
    text: (text) => (text === null ? '' : shouted(text)),
    state: (code) => shouted(shouts ? stateOf(code).name : stateOf(code).shortName),
    country: (code) => shouted((longCountryNames ? LONG_NAMES[code] : undefined) ?? countryOf(code).es),
    yesNo: (answer) => {
      if (typeof answer === 'boolean') return answer ? 'SÍ' : 'NO'
      return shouted(ANSWERS[answer].es).toUpperCase()
    },
  }
}

/** INM's long names (real-data/README.md). */
const LONG_NAMES: Readonly<Record<string, string>> = {
  VEN: 'República Bolivariana de Venezuela',
  BOL: 'Estado Plurinacional de Bolivia',
  USA: 'Estados Unidos de América',
}

const MONTHS = ['ene', 'feb', 'mar', 'abr', 'may', 'jun', 'jul', 'ago', 'sep', 'oct', 'nov', 'dic']
/** Excel counts days from 30 December 1899. */
const EXCEL_DAYS_BEFORE_1970 = 25_569

function dayIn(form: DateForm, at: Minute): string {
  const iso = isoDay(at)
  const [year = '', month = '', day = ''] = iso.split('-')
  switch (form) {
    case 'ISO':
      return iso
    case 'SLASH':
      return `${day}/${month}/${year}`
    case 'NAMED':
      return `${day}-${MONTHS[Number(month) - 1]}-${year.slice(2)}`
    case 'SERIAL':
      return String(at / DAY + EXCEL_DAYS_BEFORE_1970)
  }
}

function hourIn(form: DateForm, moment: Minute, dayText: (at: Minute) => string): string {
  const at = onTheClock(moment)
  const start = startOfDay(at)
  if (form === 'SERIAL') return (at / DAY + EXCEL_DAYS_BEFORE_1970).toFixed(5)
  return `${dayText(start)} ${CLOCK[at - start]}`
}

/** The hour that clocks skipped in the last two years of summer time is written as its end: nobody's clock showed it. */
function onTheClock(at: Minute): Minute {
  const hour = SKIPPED.find((start) => at >= start && at < start + HOUR)
  return hour === undefined ? at : hour + HOUR
}

const SKIPPED = [minuteOf(2021, 4, 4, 2), minuteOf(2022, 4, 3, 2)]

const CLOCK = Array.from({ length: DAY }, (_, minute) => {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`
})

function memo<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const made = new Map<Key, Value>()
  return (key) => {
    const known = made.get(key)
    if (known !== undefined) return known
    const fresh = make(key)
    if (made.size < MEMO_LIMIT) made.set(key, fresh)
    return fresh
  }
}

const MEMO_LIMIT = 60_000
