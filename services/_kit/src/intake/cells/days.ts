/** Reads days and hours in every form that the files have: 15/01/2024, 2024-01-15, 15-ene-24, Excel's serial numbers. */
import { HOUR_IN_MS } from '@vigia/law/durations'
import { localDateTimeOf } from '@vigia/law/mexican-time'
import { hourText, isMidnight, two } from './hours.ts'
import { type CellReader, orNotYet, type Reading, unfit } from './reading.ts'

const MONTHS = ['ene', 'feb', 'mar', 'abr', 'may', 'jun', 'jul', 'ago', 'sep', 'oct', 'nov', 'dic']
const LONGEST = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Before them and after them no file tells of anything: programs write 1900 and 9999 where nobody wrote a day. */
const FIRST_YEAR = 1901
const LAST_YEAR = 2099
/** Nothing that befell a child of the registry is older: before, a year was mistyped. */
const OLDEST_EVENT = '2000'

const DAY_FIRST = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})$/
const YEAR_FIRST = /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})$/
const MONTH_NAMED =
  /^(\d{1,2})(?:[º°]|er|ro)?(?:[/. -]| de )+([a-záéíóú]{3,10})\.?(?:[/. -]| de | del )+(\d{4}|\d{2})$/i
const SERIAL = /^\d{5}(\.\d+)?$/
/** As spreadsheets write a long date: "jueves, 15 de octubre de 2026". */
const WEEKDAY = /^(?:lun|mar|mi[eé]|jue|vie|s[aá]b|dom)[a-zé]{0,6}\.?,? +/i
/** Where the hour begins: after the day and a blank, comma or T, a dash between blanks, or "a las". */
const DAY_AND_HOUR = /^(.*\d)(?:[T,]\s*|\s+(?:(?:-|a las?)\s+)?)(\d{1,2}[:.]\d{2}.*)$/i
const LAST_WORD = /^(.*\d)\s+\S+$/
const WITH_ZONE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/

const NO_DAY = unfit('No es una fecha con día, mes y año.')
const NO_SUCH_DAY = unfit('Esa fecha no existe en el calendario.')
const NO_HOUR = unfit('No es una hora: escríbala como 15:30.')
const TWENTY_FOUR = unfit('No es una hora: van de 0:00 a 23:59, y la medianoche es 0:00 del día que empieza.')
const WITH_HOUR = unfit('Trae una hora, y aquí va solo el día, mes y año.')
const AHEAD = unfit('La fecha está en el futuro.')
const LONG_AGO = unfit('La fecha es anterior al año 2000.')
const NO_YEAR = unfit(`El año no puede ser: va de ${FIRST_YEAR} a ${LAST_YEAR}.`)

export function dayExists(year: number, month: number, day: number): boolean {
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > (LONGEST[month - 1] ?? 0)) return false
  return month !== 2 || day < 29 || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0))
}

/** A day, past or to come, as `yyyy-mm-dd`. */
export const day: CellReader = orNotYet((text, now) => within(readDay(text, now)))

/** A day that has been, of something that befell a child or was done for one. */
export const pastDay: CellReader = orNotYet((text, now) => lately(readDay(text, now), now))

/** An instant that has been, as local time in Mexico City; a day without an hour begins at midnight. */
export const pastInstant: CellReader = orNotYet((text, now) => lately(readInstant(text, now), now))

/** A day alone, or with the midnight that spreadsheets write where no hour was typed. */
const WITHOUT_HOUR = /^\d{4}-\d{2}-\d{2}(?: 00:00:00)?$/

/** As `pastInstant`; but a day without an hour is its last instant: what cannot be shown to have come first did not. */
export const pastInstantAtLatest: CellReader = orNotYet((text, now) => {
  const reading = lately(readInstant(text, now), now)
  if (typeof reading !== 'string' || !WITHOUT_HOUR.test(reading)) return reading
  return `${reading.slice(0, 10)} ${LAST_OF_DAY}`
})

/** How the last instant of a local day is written; no clock shows it, so that it says that the hour is not known. */
export const LAST_OF_DAY = '23:59:59.999'

/** The day on which a child was born. */
export const birthDay: CellReader = orNotYet((text, now) => {
  const reading = notAhead(readDay(text, now), now)
  if (typeof reading === 'string' && reading < '1900') return unfit('La fecha de nacimiento es anterior a 1900.')
  return reading
})

const within = (reading: Reading): Reading =>
  typeof reading === 'string' && (reading < `${FIRST_YEAR}` || reading > `${LAST_YEAR}-12-31`) ? NO_YEAR : reading

/** Neither to come nor long ago. */
function lately(reading: Reading, now: string): Reading {
  return typeof reading === 'string' && reading < OLDEST_EVENT ? LONG_AGO : notAhead(reading, now)
}

function notAhead(reading: Reading, now: string): Reading {
  if (typeof reading !== 'string') return reading
  const isAhead = reading.includes('T')
    ? localDateTimeOf(new Date(reading)) > now
    : reading > now && reading > inQuintanaRoo(now)
  return isAhead ? AHEAD : reading
}

/** A file tells the hour of where it was written: no clock of Mexico is ahead of this one, an hour before that of Mexico City all year. */
const inQuintanaRoo = (now: string): string =>
  new Date(Date.parse(`${now.replace(' ', 'T')}Z`) + HOUR_IN_MS).toISOString().slice(0, 19).replace('T', ' ')

function readDay(text: string, now: string): Reading {
  const date = dayAlone(text, now)
  const withHour = date === NO_DAY ? DAY_AND_HOUR.exec(text) : null
  if (!withHour) return date
  const before = dayAlone(withHour[1] ?? '', now)
  return typeof before !== 'string' || isMidnight(withHour[2] ?? '') ? before : WITH_HOUR
}

function dayAlone(text: string, now: string): Reading {
  const first = DAY_FIRST.exec(text)
  if (first) return dayText(yearOf(first[3] ?? '', now), Number(first[2]), Number(first[1]))
  const last = YEAR_FIRST.exec(text)
  if (last) return dayText(Number(last[1]), Number(last[2]), Number(last[3]))
  if (SERIAL.test(text)) return serialText(Number(text)).slice(0, 10)
  const named = MONTH_NAMED.exec(text.replace(WEEKDAY, ''))
  return named ? dayText(yearOf(named[3] ?? '', now), monthOf(named[2] ?? ''), Number(named[1])) : NO_DAY
}

function readInstant(text: string, now: string): Reading {
  if (WITH_ZONE.test(text)) {
    const [year, month, date] = text.slice(0, 10).split('-').map(Number)
    // To Date.parse, 30 February is 1 March.
    const exists = dayExists(year ?? 0, month ?? 0, date ?? 0) && !Number.isNaN(Date.parse(text))
    return exists ? text : NO_SUCH_DAY
  }
  const parts = DAY_AND_HOUR.exec(text)
  if (!parts) return SERIAL.test(text) ? serialText(Number(text)) : dayOrNoHour(text, now)
  const date = readDay(parts[1] ?? '', now)
  const hour = hourText(parts[2] ?? '')
  if (typeof date !== 'string') return date
  if (hour === null) return parts[2]?.startsWith('24') ? TWENTY_FOUR : NO_HOUR
  return `${date} ${hour}`
}

/** Of a day and something behind it that is no hour, it is that which is wrong. */
function dayOrNoHour(text: string, now: string): Reading {
  const reading = readDay(text, now)
  const [, before = ''] = (reading === NO_DAY && LAST_WORD.exec(text)) || []
  return typeof dayAlone(before, now) === 'string' ? NO_HOUR : reading
}

function dayText(year: number, month: number, date: number): Reading {
  if (month === 0) return NO_DAY
  return dayExists(year, month, date) ? `${String(year).padStart(4, '0')}-${two(month)}-${two(date)}` : NO_SUCH_DAY
}

/** Two digits are the latest year with that ending that is not more than ten years ahead. */
function yearOf(text: string, now: string): number {
  if (text.length === 4) return Number(text)
  const latest = Number(now.slice(0, 4)) + 10
  const year = latest - (latest % 100) + Number(text)
  return year > latest ? year - 100 : year
}

/** The month by its first three letters, 0 where there is none of that name; some write setiembre. */
const monthOf = (name: string): number => MONTHS.indexOf(name.slice(0, 3).toLowerCase().replace('set', 'sep')) + 1

const FROM_1900_TO_1904 = 1462

/** The number of a day, alone or before an hour. */
const SERIAL_AND_HOUR = /^\d{5}(?:\.\d+)?(?= |$)/

/** The number of a day of a workbook that counts from 1904, as one that counts from 1900 writes it; any other text as it is. */
export const serialFrom1900 = (text: string): string =>
  text.replace(SERIAL_AND_HOUR, (serial) => String(Number(serial) + FROM_1900_TO_1904))

/** Excel counts days from 30 December 1899, without a time zone. */
function serialText(serial: number): string {
  const text = new Date(Math.round((serial - 25_569) * 86_400) * 1000).toISOString()
  return `${text.slice(0, 10)} ${text.slice(11, 19)}`
}
