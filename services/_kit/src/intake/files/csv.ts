/** Streams the records of a CSV file with the line each begins on, whatever its letters, delimiter and line ends. */
import { createReadStream } from 'node:fs'
import { CsvError, type Parser, parse } from 'csv-parse'
import { FileRefused } from './file-refused.ts'
import { withoutEndMark } from './other-systems.ts'
import { CHUNK_BYTES } from './scan.ts'

/** Records that were read together. `lines[i]` is the line of the file on which `records[i]` begins. */
export type RecordBatch = {
  records: string[][]
  lines: number[]
  bytesRead: number
  /** How many line breaks cells have held so far: by so much a line of the file lies below its row in a spreadsheet. */
  breaks?: number
  /** Of a file that has no line end behind its last record, which is the last of these. */
  endsOpen?: boolean
  /** Of a workbook whose days are numbered from 1904. */
  countsFrom1904?: boolean
  /** Of a workbook: the lines that it does not show, as by a filter. */
  hidden?: Set<number>
  /** Of a workbook: by line, the cells that are covered by one beside them. */
  beside?: Map<number, readonly number[]>
  /** Of a workbook: the names of its visible sheets that are not read. */
  otherSheets?: readonly string[]
}

export type CsvForm = { delimiter: string; encoding: 'UTF-8' | 'LATIN-1' }

export const DELIMITERS = [',', ';', '\t'] as const

/** One row of these feeds takes a few hundred bytes; a longer one is a quote that was never closed. */
const MAX_RECORD_BYTES = 256 * 1024

const RECORD_ENDS = ['\r\n', '\n', '\r']
const NEWLINE = 10
const RETURN = 13

/** Throws FileRefused with the line where the text stops being a table. */
export async function* csvRecords(path: string, form: CsvForm): AsyncGenerator<RecordBatch> {
  const parser = newParser(form.delimiter)
  let records: string[][] = []
  parser.on('data', (record: string[]) => records.push(record))
  let line = 1
  let breaks = 0
  let bytesRead = 0
  let lastByte = NEWLINE

  const batchOf = (): RecordBatch => {
    const lines: number[] = []
    for (const record of records) {
      lines.push(line)
      const inside = breaksInside(record)
      line += 1 + inside
      breaks += inside
    }
    const batch = { records, lines, bytesRead, breaks }
    records = []
    return batch
  }

  try {
    for await (const chunk of withoutEndMark(createReadStream(path, { highWaterMark: CHUNK_BYTES }))) {
      bytesRead += chunk.length
      lastByte = chunk.at(-1) ?? lastByte
      await written(parser, form.encoding === 'LATIN-1' ? latin1ToUtf8(chunk) : chunk)
      if (records.length > 0) yield batchOf()
    }
    await ended(parser)
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    batchOf() // Moves `line` past the records that were whole.
    throw refusalOf(error, line)
  }
  if (records.length > 0) yield { ...batchOf(), endsOpen: lastByte !== NEWLINE && lastByte !== RETURN }
}

/** The first records of a file, for finding its header; never throws for what comes later in the file. */
export function csvHead(head: Buffer, delimiter: string): Promise<string[][]> {
  return new Promise((resolve) => {
    const parser = newParser(delimiter)
    const records: string[][] = []
    parser.on('data', (record: string[]) => records.push(record))
    parser.on('error', () => resolve(records))
    parser.on('end', () => resolve(records))
    parser.end(head)
  })
}

function newParser(delimiter: string): Parser {
  const parser = parse({
    bom: true,
    delimiter,
    max_record_size: MAX_RECORD_BYTES,
    record_delimiter: RECORD_ENDS,
    relax_column_count: true,
  })
  parser.on('error', () => undefined) // The write that failed reports it.
  return parser
}

function written(parser: Parser, chunk: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    parser.write(chunk, (error) => (error ? reject(error) : resolve()))
  })
}

function ended(parser: Parser): Promise<void> {
  return new Promise((resolve, reject) => {
    parser.once('error', reject)
    parser.once('end', resolve)
    parser.end()
  })
}

/** Line breaks inside quoted cells: CRLF, LF or CR is one line each. */
function breaksInside(record: string[]): number {
  let breaks = 0
  for (const cell of record) {
    if (cell.includes('\n') || cell.includes('\r')) breaks += cell.match(/\r\n|\n|\r/g)?.length ?? 0
  }
  return breaks
}

/** What Windows writes in 0x80 to 0x9F, which Latin-1 leaves to control codes. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

export function latin1ToUtf8(bytes: Buffer): Buffer {
  const text = bytes.toString('latin1')
  return Buffer.from(text.replace(/[\x80-\x9f]/g, (letter) => WINDOWS_1252.charAt(letter.charCodeAt(0) - 0x80)))
}

function refusalOf(error: CsvError, line: number): FileRefused {
  switch (error.code) {
    case 'CSV_QUOTE_NOT_CLOSED':
    case 'CSV_MAX_RECORD_SIZE':
      return new FileRefused('Unas comillas se abren en este renglón y no se cierran.', { line })
    case 'CSV_INVALID_CLOSING_QUOTE':
      return new FileRefused('Hay texto después de unas comillas que se cierran en este renglón.', { line })
    case 'INVALID_OPENING_QUOTE':
      return new FileRefused('Hay comillas en medio de una celda sin comillas en este renglón.', { line })
    default:
      return new FileRefused('El renglón no se puede leer como CSV.', { line })
  }
}
