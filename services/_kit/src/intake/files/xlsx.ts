/** Streams the rows of the first visible sheet of an XLSX workbook as text cells, with their row numbers. */
import { Readable } from 'node:stream'
import excel from 'exceljs'
import type { RecordBatch } from './csv.ts'
import { FileRefused } from './file-refused.ts'
import { mergesIn } from './merges.ts'
import { type SheetRow, type Shown, sheetRows, stringsOf } from './sheet.ts'
import { openWorkbook, PARTS, type Workbook } from './workbook.ts'
import type { ZipBounds } from './zip.ts'

const ROWS_AT_A_TIME = 1000

/** Throws FileRefused for a bomb, an entity or a workbook without a visible sheet. */
export async function* xlsxRecords(path: string, bounds?: ZipBounds): AsyncGenerator<RecordBatch> {
  const workbook = await openWorkbook(path, bounds)
  let line = 0
  const { countsFrom1904, otherSheets } = workbook
  const emptyBatch = (): RecordBatch => ({
    ...{ records: [], lines: [], bytesRead: 0 },
    ...{ countsFrom1904, otherSheets, hidden: new Set(), beside: new Map() },
  })
  let batch = emptyBatch()
  let isTold = false
  try {
    for await (const rows of rowsOf(workbook)) {
      for (const { number, cells, isHidden, beside } of rows) {
        line = number
        batch.records.push(cells)
        batch.lines.push(line)
        if (isHidden) batch.hidden?.add(line)
        if (beside.length > 0) batch.beside?.set(line, beside)
      }
      if (batch.records.length < ROWS_AT_A_TIME) continue
      yield batch
      isTold = true
      batch = emptyBatch()
    }
  } catch (error) {
    // Whatever a parser says of a stranger's workbook, the answer is the same.
    if (error instanceof FileRefused) throw error
    throw new FileRefused('El libro XLSX está dañado y no se puede leer.', { line: line + 1 })
  } finally {
    await workbook.close()
  }
  // Of an empty sheet too, it is told which sheets stand behind it.
  if (batch.records.length > 0 || !isTold) yield batch
}

async function* rowsOf({ sheet, countsFrom1904, has, textOf }: Workbook): AsyncGenerator<SheetRow[]> {
  const strings = has(PARTS.strings) ? await stringsOf(textOf(PARTS.strings)) : []
  const shows = await stylesOf(has(PARTS.styles) ? Readable.from(textOf(PARTS.styles)) : null)
  const merges = await mergesIn(textOf(sheet))
  yield* sheetRows(textOf(sheet), { strings, shows, countsFrom1904 }, merges)
}

/** What exceljs's streaming reader makes of the styles: which number format a cell has, with those that no part spells out. */
type StyleReader = {
  _parseStyles: (text: Readable) => Promise<void>
  styles?: { getStyleModel: (style: number) => { numFmt?: string } | null }
}

async function stylesOf(part: Readable | null): Promise<(style: number) => Shown> {
  if (!part) return () => AS_IT_IS
  const options = { styles: 'cache', worksheets: 'ignore' } as const
  const reader = new excel.stream.xlsx.WorkbookReader('', options) as unknown as StyleReader
  await reader._parseStyles(part)
  const known: Shown[] = []
  return (style) => {
    known[style] ??= shownBy(reader.styles?.getStyleModel(style)?.numFmt ?? '')
    return known[style]
  }
}

const AS_IT_IS: Shown = { digits: 0, before: '' }
/** What a number format shows as it stands, and colours, conditions and languages. */
const ASIDE = /\[(?!h+\]|m+\]|s+\])[^\]]*\]|"[^"]*"|\\.|[_*]./gi
const LEADING_ZEROS = /^(?:"([^"]*)")?(0+)$/

function shownBy(format: string): Shown {
  const plain = format.replace(ASIDE, '').replace(/General/gi, '')
  if (/[ymdhs]/i.test(plain)) return 'DAY'
  if (plain.includes('%')) return 'PERCENT'
  const [, before = '', zeros] = LEADING_ZEROS.exec(format) ?? []
  return zeros === undefined ? AS_IT_IS : { digits: zeros.length, before }
}
