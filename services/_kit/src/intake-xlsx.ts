/** Streams the rows of the first visible sheet of an XLSX workbook as text cells, with their row numbers. */
import excel, { type CellValue, type Row } from 'exceljs'
import type { RecordBatch } from './intake-csv.ts'
import { firstVisibleSheet, type SheetAddress } from './intake-workbook.ts'
import type { ZipBounds } from './intake-zip.ts'
import { FileRefused } from './reject-file.ts'

const ROWS_AT_A_TIME = 1000

/** Throws FileRefused for a bomb, an entity or a workbook without a visible sheet. */
export async function* xlsxRecords(path: string, bounds?: ZipBounds): AsyncGenerator<RecordBatch> {
  const wanted = await firstVisibleSheet(path, bounds)
  const reader = new excel.stream.xlsx.WorkbookReader(path, {
    entries: 'ignore',
    hyperlinks: 'ignore',
    sharedStrings: 'cache',
    styles: 'cache',
    worksheets: 'emit',
  })
  let batch = emptyBatch()
  let line = 0
  try {
    for await (const sheet of reader) {
      if (!isAt(sheet, wanted)) continue
      for await (const row of sheet) {
        line = row.number
        batch.records.push(textCells(row))
        batch.lines.push(line)
        if (batch.records.length < ROWS_AT_A_TIME) continue
        yield batch
        batch = emptyBatch()
      }
    }
  } catch (error) {
    // Whatever a parser says of a stranger's workbook, the answer is the same.
    throw error instanceof FileRefused ? error : damaged(line + 1)
  }
  if (batch.records.length > 0) yield batch
}

/** exceljs's types leave out the name and id that its sheets have. */
function isAt(sheet: object, { name, id }: SheetAddress): boolean {
  if (id === null) return 'name' in sheet && sheet.name === name
  return 'id' in sheet && String(sheet.id) === id
}

const emptyBatch = (): RecordBatch => ({ records: [], lines: [], bytesRead: 0 })

const damaged = (line: number) => new FileRefused('El libro XLSX está dañado y no se puede leer.', { line })

function textCells(row: Row): string[] {
  const cells: string[] = []
  row.eachCell({ includeEmpty: false }, (cell, column) => {
    while (cells.length < column - 1) cells.push('')
    cells[column - 1] = textOf(cell.value)
  })
  return cells
}

function textOf(value: CellValue): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  if (typeof value === 'boolean') return value ? 'SÍ' : 'NO'
  if (value instanceof Date) return dateText(value)
  if ('error' in value) return String(value.error)
  if ('richText' in value) return value.richText.map(({ text }) => text).join('')
  if ('text' in value) return textOf(value.text)
  return 'result' in value ? textOf(value.result) : ''
}

/** Excel's dates have no time zone: they are the local time that was typed. */
function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return '#FECHA'
  const text = new Date(Math.round(date.getTime() / 1000) * 1000).toISOString()
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 19).replace('T', ' ')
}
