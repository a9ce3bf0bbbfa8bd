/** Which cells of a worksheet are merged. The part tells it behind its rows, which need it: it is looked through before. */
import { MERGED } from '../cells/sheet-errors.ts'
import type { RecordBatch } from './csv.ts'
import { FileRefused } from './file-refused.ts'

/** Cells from one row to a later one, and from one column to another, counted from 0. */
export type Merge = { top: number; bottom: number; left: number; right: number }

const REFERENCE = /<(?:\w+:)?mergeCell\s[^>]*?\bref="\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})"/g
/** Longer than any tag that is looked for. */
const TAIL = 200
const MOST = 100_000
/** No table that is read is as wide. */
const COLUMNS_LOOKED_AT = 400

/** Throws FileRefused where there are more than any table has. */
export async function mergesIn(pieces: AsyncIterable<string>): Promise<Merge[]> {
  const found: Merge[] = []
  let tail = ''
  for await (const piece of pieces) {
    const text = tail + piece
    let end = 0
    for (const match of text.matchAll(REFERENCE)) {
      end = match.index + match[0].length
      const [, left = '', top, right = '', bottom] = match
      const merge = { top: Number(top), bottom: Number(bottom), left: columnOf(left), right: columnOf(right) }
      if (merge.left < COLUMNS_LOOKED_AT) found.push({ ...merge, right: Math.min(merge.right, COLUMNS_LOOKED_AT) })
    }
    if (found.length > MOST) throw new FileRefused('El libro XLSX se rechaza: tiene demasiadas celdas combinadas.')
    tail = text.slice(Math.max(end, text.length - TAIL))
  }
  return found
}

/** `AB` is 27, counted from 0. */
export const columnOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1

const isBlank = (cell = '') => cell.trim() === ''

/** Says row by row which cells show the value of another. */
export class Cover {
  readonly #coming: Merge[]
  /** By column, the last row that is covered from above. */
  readonly #until: number[] = []
  constructor(merges: readonly Merge[]) {
    this.#coming = [...merges].sort((one, other) => other.top - one.top)
  }

  /**
   * Marks what is covered from further up, where the row says anything at all. Gives what is covered from beside: titles, notes and the word
   * of a sum lie across their row, and only of a record does it matter.
   */
  mark({ number, cells }: { number: number; cells: string[] }): number[] {
    this.#passed((top) => top < number)
    if (!cells.every(isBlank)) this.#markBelow(number, cells)
    return this.#passed((top) => top === number).flatMap(({ left, right }) => columnsFrom(left + 1, right))
  }

  #markBelow(number: number, cells: string[]): void {
    for (const [column, until] of this.#until.entries())
      if (until !== undefined && until >= number) markAt(cells, column)
  }

  /** Those that begin there, of which each is passed once. */
  #passed(isThere: (top: number) => boolean): Merge[] {
    const passed: Merge[] = []
    for (let next = this.#coming.at(-1); next && isThere(next.top); next = this.#coming.at(-1)) {
      this.#coming.pop()
      passed.push(next)
      if (next.bottom === next.top) continue
      for (const at of columnsFrom(next.left, next.right)) this.#until[at] = Math.max(this.#until[at] ?? 0, next.bottom)
    }
    return passed
  }
}

const columnsFrom = (first: number, last: number): number[] =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at)

/** A cell that is covered holds nothing; what stands there all the same was written before it was covered. */
function markAt(cells: string[], column: number): void {
  if ((cells[column] ?? '') !== '') return
  while (cells.length < column) cells.push('')
  cells[column] = MERGED
}

/** Marks in records, as wide as their header, what is covered from beside, which would be read as if their sender had left it blank. */
export function markBeside({ records, lines }: RecordBatch, beside: RecordBatch['beside'], width: number): void {
  if (!beside?.size) return
  for (const [index, line] of lines.entries())
    for (const column of beside.get(line) ?? []) if (column < width) markAt(records[index] ?? [], column)
}
