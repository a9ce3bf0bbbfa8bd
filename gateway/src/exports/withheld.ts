/**
 * Which counts of a table say less than they are, so that its total, which another file tells, does not give away the one that is withheld
 * (domain.md 6): beside a single `<5` a larger part is withheld too, and says `≥5`. Which one goes by its place and never by its size: whoever
 * knows this program would learn from a choice by size how large it is, and so the small one.
 */
export const SMALLEST_TOLD = 5

type Withheld = '<5' | '≥5' | '•'
type Written = number | Withheld | null

/** The parts of one total, in an order that hangs on none of them, null where nobody knows. A total that is itself of fewer than five is told nowhere, and gives nothing away. */
export function partsWritten(parts: readonly (number | null)[]): Written[] {
  const known = parts.filter((part) => part !== null)
  const total = known.reduce((sum, part) => sum + part, 0)
  const small = known.filter(isSmall)
  const asTheyAre: Written[] = parts.map((part) => (part !== null && isSmall(part) ? '<5' : part))
  if (small.length === 0 || total < SMALLEST_TOLD || hidesAll(small, [])) return asTheyAre
  const larger = known.filter((part) => part >= SMALLEST_TOLD)
  const [first] = larger
  if (first !== undefined && hidesAll(small, [first])) return asTheyAre.with(parts.indexOf(first), '≥5')
  if (larger.length > 0 && hidesAll(small, larger))
    return asTheyAre.map((part) => (typeof part === 'number' && part > 0 ? '≥5' : part))
  return parts.map((part) => (part ? '•' : part))
}

/**
 * A part of a total that stands beside it, and the rest of it in another file: all parts of the total, and which of them is the one, or the
 * rest. Where that one says less than it is in the other file, this one would tell it.
 */
export function partWritten(
  part: number,
  total: number,
  among: { parts: readonly (number | null)[]; at: number },
): Written {
  const alone = partsWritten([part, total - part])[0] ?? null
  const isKept = isLess(partsWritten(among.parts)[among.at])
  return alone === part && part >= SMALLEST_TOLD && isKept ? '≥5' : alone
}

const isLess = (written: Written | undefined) => written === '≥5' || written === '•'

/**
 * Of each stage how many came so far, none more than at the one before. Where from the last one that is told 1 to 4 have stopped on the way
 * it is withheld, for what became of these another table tells as parts; never the first, which other files tell.
 */
export function stagesWritten(reached: readonly (number | null)[]): Written[] {
  let last = reached[0] ?? 0
  return reached.map((count) => {
    if (count === null || count === 0) return count
    // Of six, five or more of whom some have stopped are five.
    if (last === SMALLEST_TOLD + 1 && count < last) return '•'
    if (isSmall(count)) return '<5'
    if (isSmall(last - count)) return '≥5'
    last = count
    return count
  })
}

const isSmall = (part: number): boolean => part > 0 && part < SMALLEST_TOLD

/**
 * Whether each small part may still be anything from 1 to 4 to whoever knows what all withheld parts are together: with a larger one among
 * them, of which only the least is known; without, each of the others has a most too.
 */
function hidesAll(small: readonly number[], larger: readonly number[]): boolean {
  const sum = [...small, ...larger].reduce((a, b) => a + b, 0)
  const [least, most] = [1, SMALLEST_TOLD - 1]
  const others = small.length - 1
  const isMostPossible = sum - others * least - larger.length * SMALLEST_TOLD >= most
  const isLeastPossible = larger.length > 0 || sum - others * most <= least
  return isMostPossible && isLeastPossible
}
