/** Counts of 1 to 4 children are withheld where a table crosses dimensions (domain.md 6): written, drawn or divided. */

export const SMALLEST_SHOWN = 5
/** Where a withheld count is drawn, so that a mark tells no more than "1–4". */
const WITHIN_SMALL = 2

/** What stands in the place of a share of which one part is withheld: whoever knows the other would know it too. */
export const WITHHELD_SHARE = '–'

export const isSmall = (count: number) => count > 0 && count < SMALLEST_SHOWN
export const drawn = (count: number) => (isSmall(count) ? WITHIN_SMALL : count)
