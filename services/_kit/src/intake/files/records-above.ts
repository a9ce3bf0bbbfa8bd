/** A sheet may have been sorted with its header in it: what stands above is passed over, and must be no record. */
import { FileRefused } from './file-refused.ts'

const FEWEST_CELLS = 3
const NUMBER_OF_COLUMN = /^\(?\d{1,3}\)?$/

/** Of the header that was found: where its columns stand, which of them every row must fill, and how many there are. */
type Found = {
  layout: { columns: readonly { required?: boolean }[] }
  positions: readonly number[]
  found: number
}

/** Throws FileRefused with the line of the first. */
export function refuseRecordsAbove(
  above: readonly (readonly string[])[],
  lines: readonly number[],
  { layout, positions, found }: Found,
): void {
  const needed = positions.filter((place, at) => place >= 0 && layout.columns[at]?.required)
  const at = above.findIndex((record) => {
    const cells = positions.flatMap((place) => record[place]?.trim() || [])
    if (cells.length < FEWEST_CELLS || cells.length * 2 < found) return false
    if (!needed.every((place) => record[place]?.trim())) return false
    return cells.some((cell) => /\d/.test(cell)) && !cells.every((cell) => NUMBER_OF_COLUMN.test(cell))
  })
  if (at < 0) return
  throw new FileRefused('Encima del encabezado hay renglones con datos: ponga el encabezado arriba de todos.', {
    line: lines[at] ?? 1,
  })
}
