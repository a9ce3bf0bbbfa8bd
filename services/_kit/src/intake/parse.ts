/** Reads the cells of a table into lines for COPY, chunk by chunk; cells that cannot be read are refused with their reason. */
import { blindIndex } from '../seal/blind-index.ts'
import { keyring } from '../seal/keys.ts'
import { type SealedCells, sealRow } from '../seal/row-sealer.ts'
import { isOfDays } from './cells/day-order.ts'
import { serialFrom1900 } from './cells/days.ts'
import { type Watch, watchOf } from './cells/doubtful.ts'
import { OddRows } from './cells/odd-rows.ts'
import { ofOnePerson } from './cells/one-person.ts'
import { readCell } from './cells/read-cell.ts'
import { isUnfit, type Reading, unfit } from './cells/reading.ts'
import { nothingSeen, type Seen, see, traitsOf } from './cells/seen.ts'
import { SentCells } from './cells/sent-cells.ts'
import type { Column, DerivedOfRow, FeedLayout, Reject, WrongRow } from './feed.ts'
import type { RecordBatch } from './files/csv.ts'
import { withHour } from './files/hours-apart.ts'
import { Margins } from './files/margins.ts'
import { OtherHeaders } from './files/other-header.ts'
import type { Table } from './files/rows.ts'
import { newId } from './new-id.ts'
import { sealedColumns } from './staging/tables.ts'
import { ANYTHING, type ChunkTraits } from './step.ts'

/**
 * Rows that are staged, checked and written together. The first ones are few, then more: with them the planner learns what is
 * coming, and PostgreSQL has something to do while the first large chunk is read.
 */
const FIRST_CHUNK_ROWS = 1_000
const CHUNK_ROWS = 20_000

export type Chunk = {
  /** Rows read, whether fit or not. */
  rows: number
  /** Rows with a cell that could not be read. */
  refusedRows: number
  rejects: Reject[]
  /** Text of COPY, one line a fit row. */
  copy: string
  bytesRead: number
  traits: ChunkTraits
  /** Its rows as they were sent. */
  sent: SentCells
}

/** `hour` is where the hour of its day stands, or below 0. */
type CellPlan = { column: Column; place: number; hour: number; title: string; seen: Seen; doubts: Watch | null }

/** How the rows of a file are read. */
type RowPlan = {
  cells: readonly CellPlan[]
  /** Where each column stands among the cells. */
  places: ReadonlyMap<string, number>
  /** Where the cells of each title stand in a record. */
  titles: ReadonlyMap<string, number>
  also: readonly FromCells[]
  odd: OddRows
  newIds: readonly string[]
  now: string
}

/** Text of columns that are read from several cells, or why they do not fit together. */
type FromCells = (cell: (name: string) => string | null) => string | WrongRow

const NULL = '\\N'
const TO_ESCAPE = /[\\\t\n\r]/
const ESCAPES: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

export async function* chunksOf(table: Table, layout: FeedLayout, now: string): AsyncGenerator<Chunk> {
  const cells = layout.columns.map((column, at) =>
    planOf(table.countsFrom1904 ? from1904(column) : column, table.positions[at] ?? -1, table.hours[at] ?? -1),
  )
  const places = new Map(layout.columns.map(({ name }, at) => [name, at]))
  const titles = new Map(cells.map(({ title, place }) => [title, place]))
  const odd = new OddRows(layout.oddities ?? [])
  const plan: RowPlan = { cells, places, titles, also: fromCells(layout, table), odd, newIds: layout.newIds ?? [], now }
  const margins = new Margins(table.cells)
  const headers = new OtherHeaders(table)
  let chunk = emptyChunk(titles)
  let lines: string[] = []
  let enough = FIRST_CHUNK_ROWS
  for await (const batch of table.batches) {
    readBatch({ batch, plan, margins, headers, chunk, lines })
    chunk.sent.keep(batch)
    chunk.bytesRead = batch.bytesRead
    if (chunk.rows < enough) continue
    yield finish(chunk, lines, cells)
    enough = Math.min(enough * 4, CHUNK_ROWS)
    chunk = emptyChunk(titles)
    lines = []
  }
  if (chunk.rows > 0) yield finish(chunk, lines, cells)
  table.doubts.push(...margins.notices(), ...cells.flatMap(({ doubts }) => doubts?.notices() ?? []), ...odd.notices())
}

const emptyChunk = (titles: ReadonlyMap<string, number>): Chunk => ({
  ...{ rows: 0, refusedRows: 0, rejects: [], copy: '', bytesRead: 0, traits: ANYTHING },
  sent: new SentCells(titles),
})

function finish(chunk: Chunk, lines: string[], cells: readonly CellPlan[]): Chunk {
  chunk.copy = lines.length > 0 ? `${lines.join('\n')}\n` : ''
  chunk.traits = traitsOf(new Map(cells.map(({ column, seen }) => [column.name, seen])))
  for (const cell of cells) cell.seen = nothingSeen()
  return chunk
}

/** A column that the file does not bring: nothing of it is copied. */
const isLeftOut = ({ required }: Column, place: number) => place < 0 && !required

/** The columns of the staging table that the lines of a chunk hold after their number. */
export function copiedColumns(layout: FeedLayout, table: Table): string[] {
  const { columns, derived, newIds = [] } = layout
  const brought = columns.filter((column, at) => !isLeftOut(column, table.positions[at] ?? -1) && !column.isSealed)
  const read = [...brought.flatMap(({ name, also = [] }) => [{ name }, ...also]), ...(derived?.columns ?? [])]
  const sealed = sealedColumns(broughtSealed(layout, table))
  return [...read.map(({ name }) => name), ...sealed.map(({ name }) => name), ...newIds]
}

/** A file without any of the columns of which cells are sealed pays nothing for sealing. */
function broughtSealed({ columns, seals = [] }: FeedLayout, { positions }: Table): SealedCells[] {
  const brought = new Set(columns.filter((_, at) => (positions[at] ?? -1) >= 0).map(({ name }) => name))
  return seals.filter(({ of }) => of.some((name) => brought.has(name)))
}

function planOf(column: Column, place: number, hour: number): CellPlan {
  const [title] = column.titles
  return {
    column,
    place,
    hour,
    title,
    seen: nothingSeen(),
    doubts: watchOf(column, title),
  }
}

/** A day that is a number is read as the same day counted from 1900. */
function from1904(column: Column): Column {
  if (!isOfDays(column.type)) return column
  const read = (reader: Column['read']) => (text: string, now: string) => reader(serialFrom1900(text), now)
  const { also = [] } = column
  return { ...column, read: read(column.read), also: also.map((one) => ({ ...one, read: read(one.read) })) }
}

type Reader = {
  batch: RecordBatch
  plan: RowPlan
  margins: Margins
  headers: OtherHeaders
  chunk: Chunk
  lines: string[]
}

function readBatch({ batch, plan, margins, headers, chunk, lines }: Reader): void {
  for (let index = 0; index < batch.records.length; index++) {
    const record = batch.records[index] ?? []
    const line = batch.lines[index] ?? 0
    chunk.rows++
    const before = chunk.rejects.length
    margins.look(record, line, chunk.rejects)
    const copied = copyLine(record, plan, line, chunk.rejects)
    if (chunk.rejects.length > before) {
      headers.refuse(record, line)
      chunk.refusedRows++
    } else lines.push(plan.newIds.reduce((copied) => `${copied}\t${newId()}`, copied))
  }
}

function copyLine(record: string[], plan: RowPlan, line: number, rejects: Reject[]): string {
  const { cells, places, titles, also, odd, now } = plan
  let copied = String(line)
  const before = rejects.length
  const readings: (string | null)[] = []
  for (const planned of cells) {
    const { column, place, title } = planned
    if (isLeftOut(column, place)) {
      if (also.length > 0) readings.push(null)
      continue
    }
    const cell = sentIn(record, planned)
    const text = cell === '' ? cell : cell.trim()
    planned.doubts?.see(text, line)
    const reading = text === '' ? nothingIn(cell, column) : readCell(text, column.read, now)
    if (isUnfit(reading)) {
      rejects.push({ line, column: title, value: cell, reason: reading.unfit })
      continue
    }
    if (reading === null && column.required) {
      rejects.push({ line, column: title, value: cell, reason: 'Falta el dato, que es obligatorio.' })
      continue
    }
    if (reading !== null) see(planned.seen, reading, column.identifies === true)
    if (also.length > 0) readings.push(reading)
    if (column.isSealed) continue
    copied += `\t${copyText(blinded(column, reading))}`
    if (column.also) {
      for (const { read } of column.also) copied += `\t${derivedText(text === '' ? null : read(text, now))}`
    }
  }
  if (rejects.length > before) return copied
  const cell = (name: string) => readings[places.get(name) ?? -1] ?? null
  for (const read of also) {
    const text = read(cell)
    if (typeof text === 'string') copied += text
    else rejects.push({ line, ...text, value: record[titles.get(text.column) ?? -1] ?? '' })
  }
  if (rejects.length === before) odd.see(cell, line)
  return copied
}

/** The cell of a column as it was sent; a day with the hour that stands apart. */
function sentIn(record: readonly string[], { place, hour }: CellPlan): string {
  const cell = place < 0 ? '' : (record[place] ?? '')
  return hour < 0 ? cell : withHour(cell.trim(), record[hour]?.trim() ?? '')
}

/** Of a cell without a letter in it. */
const nothingIn = (cell: string, { refusesBlanks }: Column): Reading =>
  refusesBlanks && cell !== '' ? unfit(refusesBlanks) : null

const blinded = ({ blind }: Column, reading: string | null) =>
  blind && reading !== null ? blindIndex(keyring().blindIndex, blind, reading) : reading

/** What follows from several cells of a row, in the order of the staging columns. */
function fromCells(layout: FeedLayout, table: Table): FromCells[] {
  const sealed = broughtSealed(layout, table)
  return [
    ...(layout.onePerson ? [ofOnePerson(layout.onePerson)] : []),
    ...(layout.derived ? [derivedBy(layout.derived)] : []),
    ...(sealed.length > 0 ? [(cell: (name: string) => string | null) => copyTexts(sealRow(sealed, cell))] : []),
  ]
}

const derivedBy =
  ({ read }: DerivedOfRow): FromCells =>
  (cell) => {
    const values = read(cell)
    return 'reason' in values ? values : copyTexts(values)
  }

const copyTexts = (values: readonly (string | null)[]) => values.map((value) => `\t${copyText(value)}`).join('')

function copyText(value: string | null): string {
  if (value === null) return NULL
  return TO_ESCAPE.test(value) ? value.replace(/[\\\t\n\r]/g, (letter) => ESCAPES[letter] ?? letter) : value
}

const derivedText = (reading: Reading): string => copyText(isUnfit(reading) ? null : reading)
