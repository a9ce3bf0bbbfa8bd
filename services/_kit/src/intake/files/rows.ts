/** The table engine: opens a CSV or XLSX file, finds its header and streams its rows with their line numbers. */
import { open } from 'node:fs/promises'
import { refuseBrokenEnd } from './broken-end.ts'
import { csvHead, csvRecords, DELIMITERS, type RecordBatch } from './csv.ts'
import { FileRefused, refuseEmpty } from './file-refused.ts'
import { columnsFound, type Header, headerIn, type Layout } from './header.ts'
import { markBeside } from './merges.ts'
import { CHUNK_BYTES, scanFile } from './scan.ts'
import { nothingSkipped, type SkippedRows, skipping } from './skipped.ts'
import type { ZipBounds } from './zip.ts'

/** A table as it was found. Rows are read once, batch by batch; `skipped`, `breaks`, `hidden` and `doubts` grow while they are read. */
export type Table = Header & {
  sha256: string
  bytes: number
  form: 'CSV' | 'XLSX' | 'ROWS'
  skipped: SkippedRows
  /** Whether cells hold line breaks: then lines are not the rows of a spreadsheet. */
  breaks: { inside: number }
  /** Lines of records that the workbook does not show, as by a filter: they are read like the others. */
  hidden: number[]
  /** What the sender must be told of how cells were read. */
  doubts: string[]
  /** Whether days that are numbers are counted from 1904. */
  countsFrom1904: boolean
  /** Visible sheets of the workbook that are not read. */
  otherSheets: readonly string[]
  batches: AsyncIterable<RecordBatch>
}

/** A header may stand below title rows, but not further down than this. */
const HEADER_WITHIN_ROWS = 40

/** Opens a file with the layout that its columns fit best. Throws FileRefused where none does. */
export async function openTable(path: string, layouts: readonly Layout[], bounds?: ZipBounds): Promise<Table> {
  const { sha256, bytes, encoding } = await scanFile(path)
  if (encoding === 'ZIP') {
    const { xlsxRecords } = await import('./xlsx.ts') // Its parser is half of what a command takes to start.
    return { ...(await tableOf(xlsxRecords(path, bounds), layouts)), sha256, bytes, form: 'XLSX' }
  }
  const delimiter = await delimiterOf(path, layouts)
  const records = csvRecords(path, { delimiter, encoding })
  return { ...(await tableOf(records, layouts)), sha256, bytes, form: 'CSV' }
}

/** The same for rows that never were a file: the first is the header. `sha256` is the caller's name for them. */
export async function tableOfRows(rows: string[][], layouts: readonly Layout[], sha256: string): Promise<Table> {
  const whole: RecordBatch = { records: rows, lines: rows.map((_row, index) => index + 1), bytesRead: 0 }
  const records = (async function* () {
    yield whole
  })()
  return { ...(await tableOf(records, layouts)), sha256, bytes: 0, form: 'ROWS' }
}

async function tableOf(
  records: AsyncGenerator<RecordBatch>,
  layouts: readonly Layout[],
): Promise<Omit<Table, 'sha256' | 'bytes' | 'form'>> {
  const head: RecordBatch = { records: [], lines: [], bytesRead: 0, hidden: new Set(), beside: new Map() }
  let countsFrom1904 = false
  let otherSheets: readonly string[] | undefined
  while (head.records.length < HEADER_WITHIN_ROWS) {
    const { value, done } = await records.next()
    if (done) break
    for (const record of value.records) head.records.push(record)
    for (const line of value.lines) head.lines.push(line)
    for (const line of value.hidden ?? []) head.hidden?.add(line)
    for (const [line, beside] of value.beside ?? []) head.beside?.set(line, beside)
    head.bytesRead = value.bytesRead
    head.breaks = value.breaks
    if (value.endsOpen) head.endsOpen = true
    countsFrom1904 = value.countsFrom1904 === true
    otherSheets = value.otherSheets
  }
  const header = headerOf(head, layouts, otherSheets)
  const skipped = nothingSkipped()
  const breaks = { inside: head.breaks ?? 0 }
  const hidden: number[] = []
  return {
    ...header,
    skipped,
    breaks,
    hidden,
    doubts: [],
    countsFrom1904,
    otherSheets: otherSheets ?? [],
    batches: rowsBelow(header, { head, records }, { skipped, breaks, hidden }),
  }
}

/** A workbook may begin with a cover: whoever sent it learns that the table was not looked for behind it. */
function headerOf(
  { records, lines }: RecordBatch,
  layouts: readonly Layout[],
  otherSheets?: readonly string[],
): Header {
  try {
    if (records.length < HEADER_WITHIN_ROWS) refuseEmpty(records, otherSheets !== undefined)
    return headerIn(records.slice(0, HEADER_WITHIN_ROWS), lines, layouts, { isWorkbook: otherSheets !== undefined })
  } catch (error) {
    if (!(error instanceof FileRefused) || !otherSheets?.length) throw error
    const others = otherSheets.map((name) => `«${name}»`).join(', ')
    throw new FileRefused(
      `${error.message} Del libro se lee la primera hoja visible; detrás de ella hay ${others}: ponga al principio la que trae la tabla.`,
      error,
    )
  }
}

async function* rowsBelow(
  header: Header,
  { head, records }: { head: RecordBatch; records: AsyncGenerator<RecordBatch> },
  { skipped, breaks, hidden }: Pick<Table, 'skipped' | 'breaks' | 'hidden'>,
): AsyncGenerator<RecordBatch> {
  const recordsOf = (batch: RecordBatch) => {
    const kept = skipping(batch, header, skipped)
    if (batch.endsOpen) refuseBrokenEnd(batch, kept, header)
    markBeside(kept, batch.beside, header.cells.length)
    if (batch.hidden?.size) hidden.push(...kept.lines.filter((line) => batch.hidden?.has(line)))
    return kept
  }
  const first = header.index + 1
  yield recordsOf({ ...head, records: head.records.slice(first), lines: head.lines.slice(first) })
  for await (const batch of records) {
    breaks.inside = batch.breaks ?? 0
    yield recordsOf(batch)
  }
}

/** The delimiter under which the head of the file shows most of the columns. */
async function delimiterOf(path: string, layouts: readonly Layout[]): Promise<string> {
  const file = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(CHUNK_BYTES), 0, CHUNK_BYTES, 0)
    let best = { delimiter: ',', found: -1 }
    for (const delimiter of DELIMITERS) {
      const records = await csvHead(buffer.subarray(0, bytesRead), delimiter)
      const found = columnsFound(records.slice(0, HEADER_WITHIN_ROWS), layouts)
      if (found > best.found) best = { delimiter, found }
    }
    return best.delimiter
  } finally {
    await file.close()
  }
}
