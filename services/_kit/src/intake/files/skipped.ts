/** Leaves out rows that are not records: blank ones, totals, footnotes, headers repeated on each page. All are counted. */
import { fold, looseKey } from '@vigia/law/code-list'
import type { RecordBatch } from './csv.ts'
import type { Header } from './header.ts'

export type SkippedKind = 'blank' | 'totals' | 'notes' | 'headers'

export type SkippedRows = Record<SkippedKind, number> & {
  /** The first lines of each kind, for the report. */
  lines: Record<SkippedKind, number[]>
}

export const nothingSkipped = (): SkippedRows => ({
  ...{ blank: 0, totals: 0, notes: 0, headers: 0 },
  lines: { blank: [], totals: [], notes: [], headers: [] },
})

const LINES_REPORTED = 50

/** The bare word is a sum whatever stands beside it; with a word behind it, only where a record would say more. */
const TOTAL_ALONE = /^(GRAN |SUB ?)?(TOTAL(ES)?|SUMA)( GENERAL| NACIONAL)?:?$/
const TOTALS = /^(GRAN |SUB ?)?(TOTAL(ES)?|SUMA)\b/
/** As a spreadsheet writes them below each group, in either language: Chiapas Total, Cuenta Chiapas. */
const OF_GROUP = /\S (TOTAL|COUNT|CUENTA)$|^CUENTA (DE )?\S/
const NOTES = /^(FUENTE|NOTAS?|ELABORO|ELABORADO|CORTE|CIFRAS|N\.? ?E\.?|\*|\d\/|\(\d\))/

/** First letters and last words of all that may be skipped: most rows need no closer look. */
const SUSPECTS = /^\s*[GSTFNEC*\d(]|\s(total|count|cuenta)\s*$/i

export function skippedCount({ blank, totals, notes, headers }: SkippedRows): number {
  return blank + totals + notes + headers
}

export function skipping(batch: RecordBatch, header: Header, skipped: SkippedRows): RecordBatch {
  const kept: RecordBatch = { records: [], lines: [], bytesRead: batch.bytesRead }
  const groups = groupsIn(header)
  for (const [index, record] of batch.records.entries()) {
    const line = batch.lines[index] ?? 0
    const why = reasonToSkip(record, header) ?? (groups.some((at) => isSum(record[at] ?? '')) ? 'totals' : null)
    if (why === null) {
      kept.records.push(record)
      kept.lines.push(line)
      continue
    }
    skipped[why]++
    if (skipped.lines[why].length < LINES_REPORTED) skipped.lines[why].push(line)
  }
  return kept
}

/** Where the cells stand by which a table groups what it counts. */
const groupsIn = ({ layout, positions }: Header): number[] =>
  layout.columns.flatMap(({ isGroup }, at) => (isGroup ? (positions[at] ?? []) : []))

/** A sum may repeat the day and the office of the rows that it sums. */
const isSum = (cell: string) => SUSPECTS.test(cell) && TOTALS.test(fold(cell))

function reasonToSkip(record: readonly string[], header: Header): SkippedKind | null {
  const place = record.findIndex((cell) => cell !== '' && cell.trim() !== '')
  if (place === -1) return 'blank'
  const first = record[place] ?? ''
  if (isTitle(first, header.cells[place]) && record.every((cell, at) => isTitle(cell, header.cells[at])))
    return 'headers'
  if (!SUSPECTS.test(first)) return null
  const text = fold(first)
  if (NOTES.test(text) && isAlone(record, place)) return 'notes'
  const isTotal = TOTAL_ALONE.test(text) || ((TOTALS.test(text) || OF_GROUP.test(text)) && lacksMuch(record, header))
  return isTotal ? 'totals' : null
}

/** Of files joined into one, the mark that a file begins with stands before the titles of the second, and each may be spelled in its way. */
const isTitle = (cell: string, title = '') =>
  cell === title || (cell.trim().length === title.trim().length && looseKey(cell) === looseKey(title))

function isAlone(record: readonly string[], place: number): boolean {
  return record.every((cell, at) => at === place || cell.trim() === '')
}

/**
 * A sum stands where a record would have its own cells: one that every record has is blank, or half of those of the file. Where two or more
 * have to be filled and are, it is a record, whatever its first word: places are called "Cuenta Conmigo".
 */
function lacksMuch(record: readonly string[], { layout, positions }: Header): boolean {
  const isFilled = (at: number) => (record[positions[at] ?? -1] ?? '').trim() !== ''
  const places = [...layout.columns.keys()]
  const needed = places.filter((at) => layout.columns[at]?.required)
  if (!needed.every(isFilled)) return true
  if (needed.length > 1) return false
  return places.filter(isFilled).length * 2 <= positions.filter((place) => place >= 0).length
}
