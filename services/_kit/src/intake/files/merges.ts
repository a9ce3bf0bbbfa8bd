/** Which cells of a worksheet are merged downwards. The part tells it behind its rows, which need it: it is looked through before. */
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
      if (merge.bottom > merge.top && merge.left < COLUMNS_LOOKED_AT)
        found.push({ ...merge, right: Math.min(merge.right, COLUMNS_LOOKED_AT) })
    }
    if (found.length > MOST) throw new FileRefused('El libro XLSX se rechaza: tiene demasiadas celdas combinadas.')
    tail = text.slice(Math.max(end, text.length - TAIL))
  }
  return found
}

/** `AB` is 27, counted from 0. */
export const columnOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
