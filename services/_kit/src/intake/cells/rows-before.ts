/** What the rows of one file have told of each number, to hold a later row of the same number against the first. */

/** A bound on memory: rows of one number stand near one another. Those further apart are held against nothing. */
const ROWS_KEPT = 20_000

/**
 * For one file. What a row tells is packed into one small number, which costs no memory of its own. Gives whether it differs from what
 * the first row of that number told.
 */
export function besideRowsBefore(
  differs: (first: number, told: number) => boolean,
): (number: string, told: number) => boolean {
  const met = new Map<string, number>()
  return (number, told) => {
    const first = met.get(number)
    if (first !== undefined) return differs(first, told)
    if (met.size >= ROWS_KEPT) met.clear()
    met.set(number, told)
    return false
  }
}
