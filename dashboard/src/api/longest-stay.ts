/** The longest stay of those held now, as it is drawn, written and sorted. */

/** Somebody is held, for less than a whole hour: not the 0 of nobody. */
const UNDER_AN_HOUR = 0.5

/** In hours; 0 where nobody is held, null where nobody could tell. */
export function longestStayOf(detention: { longestHours: number | null } | null | undefined): number | null {
  if (!detention) return null
  return detention.longestHours === null ? 0 : Math.max(detention.longestHours, UNDER_AN_HOUR)
}
