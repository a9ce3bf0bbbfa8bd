/** Streams the rows of the first visible sheet of an XLSX workbook as text cells, with their row numbers. */
import { Readable } from 'node:stream'
import excel, { type CellValue, type Row } from 'exceljs'
import type { RecordBatch } from './csv.ts'
import { FileRefused } from './file-refused.ts'
import { openWorkbook, PARTS, type Workbook } from './workbook.ts'
import type { ZipBounds } from './zip.ts'

const ROWS_AT_A_TIME = 1000

/** Throws FileRefused for a bomb, an entity or a workbook without a visible sheet. */
export async function* xlsxRecords(path: string, bounds?: ZipBounds): AsyncGenerator<RecordBatch> {
  const workbook = await openWorkbook(path, bounds)
  let line = 0
  const { countsFrom1904 } = workbook
  const emptyBatch = (): RecordBatch => ({ records: [], lines: [], bytesRead: 0, countsFrom1904 })
  let batch = emptyBatch()
  try {
    for await (const row of rowsOf(workbook)) {
      line = row.number
      batch.records.push(textCells(row))
      batch.lines.push(line)
      if (batch.records.length < ROWS_AT_A_TIME) continue
      yield batch
      batch = emptyBatch()
    }
  } catch (error) {
    // Whatever a parser says of a stranger's workbook, the answer is the same.
    if (error instanceof FileRefused) throw error
    throw new FileRefused('El libro XLSX está dañado y no se puede leer.', { line: line + 1 })
  } finally {
    await workbook.close()
  }
  if (batch.records.length > 0) yield batch
}

/**
 * What exceljs's streaming reader does with each part. It is handed the parts one by one: reading the archive by itself it
 * loses sheets of small files, breaks letters that two pieces share, and writes sheets to disk.
 */
type PartReader = {
  _parseWorkbook: (text: Readable) => Promise<void>
  properties: unknown
  _parseStyles: (text: Readable) => Promise<void>
  _parseSharedStrings: (text: Readable) => AsyncIterable<unknown>
  _parseWorksheet: (text: AsyncIterable<string>, number: string) => Iterable<{ value: AsyncIterable<Row> }>
}

async function* rowsOf({ sheet, countsFrom1904, has, textOf }: Workbook): AsyncGenerator<Row> {
  const options = { sharedStrings: 'cache', styles: 'cache', hyperlinks: 'ignore', worksheets: 'emit' } as const
  const reader = new excel.stream.xlsx.WorkbookReader('', options) as unknown as PartReader
  const part = (name: string) => Readable.from(textOf(name))
  await reader._parseWorkbook(part(PARTS.workbook))
  reader.properties = { model: { date1904: countsFrom1904 } }
  if (has(PARTS.styles)) await reader._parseStyles(part(PARTS.styles))
  for await (const _none of reader._parseSharedStrings(part(PARTS.strings)));
  for (const { value } of reader._parseWorksheet(textOf(sheet), '1')) yield* value
}

function textCells(row: Row): string[] {
  const cells: string[] = []
  row.eachCell({ includeEmpty: false }, (cell, column) => {
    while (cells.length < column - 1) cells.push('')
    cells[column - 1] = textOfValue(cell.value)
  })
  return cells
}

function textOfValue(value: CellValue): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  if (typeof value === 'boolean') return value ? 'SÍ' : 'NO'
  if (value instanceof Date) return dateText(value)
  if ('error' in value) return String(value.error)
  if ('richText' in value) return value.richText.map(({ text }) => text).join('')
  if ('text' in value) return textOfValue(value.text)
  return 'result' in value ? textOfValue(value.result) : ''
}

/** Excel's dates have no time zone: they are the local time that was typed. */
function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return '#FECHA'
  const text = new Date(Math.round(date.getTime() / 1000) * 1000).toISOString()
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 19).replace('T', ' ')
}
