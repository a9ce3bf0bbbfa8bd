/** The page and the file beside it withhold alike: of a part that one tells and the other does not, both together would tell the few. */
import { expect, test } from 'vitest'
import { isSmall } from '../../dashboard/src/format/small.ts'
import { doPartsTell, withheldParts } from '../../dashboard/src/format/withheld.ts'
import { partsWritten } from '../../gateway/src/exports/withheld.ts'

const SIZES = [0, 1, 2, 3, 4, 5, 6, 9, 30]
const upTo = (length: number): number[][] =>
  length === 0 ? [[]] : upTo(length - 1).flatMap((parts) => SIZES.map((size) => [...parts, size]))

/** Where the file says of no part how large it is, the page says so of none, or leaves its parts out. */
function areAlike(parts: readonly number[]): boolean {
  const [beside, written] = [withheldParts(parts), partsWritten(parts)]
  if (!written.includes('•')) return written.every((one, at) => (one === '≥5') === beside.has(at))
  return doPartsTell(parts) || parts.every((part, at) => part === 0 || isSmall(part) || beside.has(at))
}

test.each([2, 3, 4, 5])('of %d parts, whatever they are', (length) => {
  const all = upTo(length)

  expect(all.filter((parts) => !areAlike(parts))).toEqual([])
  expect(new Set(all.flatMap(partsWritten))).toEqual(new Set([0, 5, 6, 9, 30, '<5', '≥5', '•']))
})
