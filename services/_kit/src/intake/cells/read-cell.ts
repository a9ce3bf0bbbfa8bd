/** Reads a cell of any column. */
import { type CellReader, isUnfit, type Reading, unfit } from './reading.ts'
import { sheetError } from './sheet-errors.ts'

/** Blanks that look like any other, and are none: of web pages and word processors. */
const ODD_BLANK = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/u

/** What a spreadsheet could not show is no value, also where any text would be one. */
export function readCell(text: string, read: CellReader, now: string): Reading {
  const error = sheetError(text)
  if (error !== null) return unfit(error)
  const reading = read(text, now)
  return isUnfit(reading) && ODD_BLANK.test(text) ? read(text.replace(ODD_BLANKS, ' '), now) : reading
}

const ODD_BLANKS = new RegExp(ODD_BLANK, 'gu')
