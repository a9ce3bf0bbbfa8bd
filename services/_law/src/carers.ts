/**
 * How many persons have to look after so many children.
 *
 * Law     LGDNNA art. 110 III: at least one for four under one year, and one for eight older ones.
 * Policy  Both shares are added before they are rounded up: a person may look after children of both ages.
 */
export function carersNeeded({ infants, others }: { infants: number; others: number }): number {
  return Math.ceil((2 * infants + others) / 8)
}
