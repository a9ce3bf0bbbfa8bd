/**
 * The registry's own figure beside each measure of INM's tables, where it counts the same thing. It counts children
 * alone, INM everybody: beside each other they never agree, and neither is mended by the other.
 *
 * A child's first detection stands beside a first rescue, a later one beside a repeat; entries of places where children
 * are held beside "presented", entries of care beside "channelled". Of a place that nobody wrote down there is no own
 * figure: a stay is recorded with its place or not at all.
 */
import type { AuthorityMeasure } from '@vigia/law/authority-tables'
import type { CodeCount } from './funnel.ts'
import { pathIn } from './path-code.ts'

type Weight = (code: string) => number

const isFirst = (code: string) => Number(pathIn(code) !== null)
const oneOf =
  (...codes: string[]): Weight =>
  (code) =>
    Number(codes.includes(code))

const COUNTERPARTS: Readonly<Partial<Record<AuthorityMeasure, Weight>>> = {
  RESCUED: isFirst,
  RESCUED_AGAIN: (code) => Number(code === 'EVENT_DETECTION') - isFirst(code),
  PRESENTED: oneOf('EVENT_HELD'),
  CHANNELLED: oneOf('EVENT_CARE'),
  CHANNELLED_CHILDREN: oneOf('EVENT_CARE'),
  RETURNED: oneOf('EVENT_ASSISTED_RETURN', 'EVENT_DEPORTATION', 'EVENT_BORDER_REJECTION'),
  DEPORTED: oneOf('EVENT_DEPORTATION'),
  ASSISTED_RETURN: oneOf('EVENT_ASSISTED_RETURN'),
}

/** Null where the registry counts nothing of the kind. */
export function registryCounterpart(measure: AuthorityMeasure, counts: readonly CodeCount[]): number | null {
  const weight = COUNTERPARTS[measure]
  return weight ? counts.reduce((sum, { indicator, n }) => sum + weight(indicator) * n, 0) : null
}
