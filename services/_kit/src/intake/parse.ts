/** Reads the cells of a table into lines for COPY, chunk by chunk; cells that cannot be read are refused with their reason. */
import { isUnfit, type Reading } from './cells/reading.ts'
import type { Column, FeedLayout, Reject } from './feed.ts'
import type { RecordBatch } from './files/csv.ts'
import type { Table } from './files/rows.ts'

/** Rows that are staged, checked and written together. The first ones are few: with them the planner learns what is coming. */
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
}

type CellPlan = { column: Column; place: number; title: string }

/** How the rows of a file are read. */
type RowPlan = { cells: readonly CellPlan[]; derive: Derive | null; now: string }

/** Text of the derived columns, or null where the row was refused. */
type Derive = (readings: readonly (string | null)[], line: number, rejects: Reject[]) => string | null

const NULL = '\\N'
const TO_ESCAPE = /[\\\t\n\r]/
const ESCAPES: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

export async function* chunksOf(table: Table, layout: FeedLayout, now: string): AsyncGenerator<Chunk> {
  const cells = layout.columns.map((column, at) => planOf(column, table.positions[at] ?? -1))
  const plan: RowPlan = { cells, derive: deriveOf(layout), now }
  const width = table.cells.length
  let chunk = emptyChunk()
  let lines: string[] = []
  let enough = FIRST_CHUNK_ROWS
  for await (const batch of table.batches) {
    readBatch({ batch, plan, width, chunk, lines })
    chunk.bytesRead = batch.bytesRead
    if (chunk.rows < enough) continue
    yield finish(chunk, lines)
    enough = CHUNK_ROWS
    chunk = emptyChunk()
    lines = []
  }
  if (chunk.rows > 0) yield finish(chunk, lines)
}

const emptyChunk = (): Chunk => ({ rows: 0, refusedRows: 0, rejects: [], copy: '', bytesRead: 0 })

function finish(chunk: Chunk, lines: string[]): Chunk {
  chunk.copy = lines.length > 0 ? `${lines.join('\n')}\n` : ''
  return chunk
}

function planOf(column: Column, place: number): CellPlan {
  return { column, place, title: column.titles[0] }
}

type Reader = {
  batch: RecordBatch
  plan: RowPlan
  width: number
  chunk: Chunk
  lines: string[]
}

function readBatch({ batch, plan, width, chunk, lines }: Reader): void {
  for (let index = 0; index < batch.records.length; index++) {
    const record = batch.records[index] ?? []
    const line = batch.lines[index] ?? 0
    chunk.rows++
    const before = chunk.rejects.length
    if (record.length > width) refuseOverhang(record, width, line, chunk.rejects)
    const copied = copyLine(record, plan, line, chunk.rejects)
    if (chunk.rejects.length > before) chunk.refusedRows++
    else lines.push(copied)
  }
}

/** Cells beyond the header: a separator too many has moved the others, and nothing tells which. */
function refuseOverhang(record: readonly string[], width: number, line: number, rejects: Reject[]): void {
  const value = record.slice(width).find((cell) => cell.trim() !== '')
  if (value === undefined) return
  rejects.push({ line, column: '', value, reason: 'El renglón tiene más celdas que el encabezado.' })
}

function copyLine(record: string[], { cells, derive, now }: RowPlan, line: number, rejects: Reject[]): string {
  let copied = String(line)
  const before = rejects.length
  const readings: (string | null)[] = []
  for (const { column, place, title } of cells) {
    const cell = place < 0 ? '' : (record[place] ?? '')
    const text = cell === '' ? cell : cell.trim()
    const reading = text === '' ? null : column.read(text, now)
    if (isUnfit(reading)) {
      rejects.push({ line, column: title, value: cell, reason: reading.unfit })
      continue
    }
    if (reading === null && column.required) {
      rejects.push({ line, column: title, value: cell, reason: 'Falta el dato, que es obligatorio.' })
      continue
    }
    if (derive) readings.push(reading)
    copied += `\t${copyText(reading)}`
    if (column.also) {
      for (const { read } of column.also) copied += `\t${derivedText(text === '' ? null : read(text, now))}`
    }
  }
  return derive && rejects.length === before ? copied + (derive(readings, line, rejects) ?? '') : copied
}

function deriveOf({ columns, derived }: FeedLayout): Derive | null {
  if (!derived) return null
  const places = new Map(columns.map(({ name }, at) => [name, at]))
  return (readings, line, rejects) => {
    const read = derived.read((name) => readings[places.get(name) ?? -1] ?? null)
    if (!('reason' in read)) return read.map((value) => `\t${copyText(value)}`).join('')
    rejects.push({ line, ...read })
    return null
  }
}

function copyText(value: string | null): string {
  if (value === null) return NULL
  return TO_ESCAPE.test(value) ? value.replace(/[\\\t\n\r]/g, (letter) => ESCAPES[letter] ?? letter) : value
}

const derivedText = (reading: Reading): string => copyText(isUnfit(reading) ? null : reading)
