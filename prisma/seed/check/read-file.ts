/** Reads a file of the twin back as a stranger would: letters, delimiter, header, dates, totals and blanks told from the file itself. */
import { isUtf8 } from 'node:buffer'
import { readFileSync } from 'node:fs'
import { looseKey } from '@vigia/law/code-list'
import { DAY, HOUR, type Minute, minuteOf } from '../calendar.ts'

/** A cell of a row by its canonical title. */
export type Cell = (title: string) => string

const DELIMITERS = [',', ';', '\t']

/** Other titles under which senders write a column. */
const ALIASES: Readonly<Record<string, string>> = { 'NO DE ACTA': 'ACTA', 'ESTADO O R': 'ENTIDAD', DIA: 'FECHA Y HORA' }

/** Calls back for each row of data. Throws where no line is a header with these titles. */
export function readRows(path: string, titles: readonly string[], onRow: (cell: Cell) => void): void {
  const bytes = readFileSync(path)
  const text = bytes.toString(isUtf8(bytes) ? 'utf8' : 'latin1').replace(/^\ufeff/, '')
  const records = recordsOf(text, delimiterOf(text))
  const wanted = titles.map(looseKey)
  const header = records.findIndex(
    (record) => record.filter((cell) => wanted.includes(keyOf(cell))).length === wanted.length,
  )
  if (header < 0) throw new Error(`No header in ${path}`)
  const places = new Map((records[header] ?? []).map((cell, at) => [keyOf(cell), at]))
  for (const record of records.slice(header + 1)) {
    if (isNoRecord(record)) continue
    onRow((title) => record[places.get(looseKey(title)) ?? -1] ?? '')
  }
}

function keyOf(title: string): string {
  const key = looseKey(title)
  return ALIASES[key] ?? key
}

/** Blank rows, totals and notes. */
function isNoRecord(record: readonly string[]): boolean {
  const filled = record.filter((cell) => cell.trim() !== '').length
  return filled <= 1 || record[0] === 'TOTAL'
}

function delimiterOf(text: string): string {
  const head = text.slice(0, 4000)
  const count = (delimiter: string) => head.split(delimiter).length
  return DELIMITERS.toSorted((a, b) => count(b) - count(a))[0] ?? ','
}

function recordsOf(text: string, delimiter: string): string[][] {
  if (!text.includes('"')) return text.split(/\r?\n/).map((line) => line.split(delimiter))
  return text.split(/\r?\n/).map((line) => (line.includes('"') ? quotedCells(line, delimiter) : line.split(delimiter)))
}

/** The twin writes no line breaks inside cells. */
function quotedCells(line: string, delimiter: string): string[] {
  const cells: string[] = []
  let cell = ''
  let isQuoted = false
  for (let at = 0; at < line.length; at++) {
    const sign = line.charAt(at)
    if (sign === '"' && isQuoted && line.charAt(at + 1) === '"') cell += line.charAt(++at)
    else if (sign === '"') isQuoted = !isQuoted
    else if (sign === delimiter && !isQuoted) {
      cells.push(cell)
      cell = ''
    } else cell += sign
  }
  return [...cells, cell]
}

const MONTHS = ['ene', 'feb', 'mar', 'abr', 'may', 'jun', 'jul', 'ago', 'sep', 'oct', 'nov', 'dic']

/** The minute that a cell means, in any of the four forms. Throws for anything else. */
export function minuteIn(text: string): Minute {
  if (/^\d{5}(\.\d+)?$/.test(text)) return Math.round((Number(text) - 25_569) * DAY)
  const [date = '', clock = '00:00'] = text.split(' ')
  const [hours = 0, minutes = 0] = clock.split(':').map(Number)
  return dayIn(date) + hours * HOUR + minutes
}

function dayIn(text: string): Minute {
  const iso = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text)
  if (iso) return minuteOf(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const slash = /^(\d\d)\/(\d\d)\/(\d{4})$/.exec(text)
  if (slash) return minuteOf(Number(slash[3]), Number(slash[2]), Number(slash[1]))
  const named = /^(\d\d)-([a-z]{3})-(\d\d)$/.exec(text)
  if (named) return minuteOf(2000 + Number(named[3]), MONTHS.indexOf(named[2] ?? '') + 1, Number(named[1]))
  throw new Error(`Not a date: "${text}"`)
}
