/**
 * The registry's own figure beside each measure of INM's tables, where it counts the same thing. It counts children
 * alone, INM everybody: beside each other they never agree, and neither is mended by the other.
 *
 * A child's first detection stands beside a first rescue, a later one beside a repeat; entries of places where children
 * are held beside "presented", entries of care beside "channelled". Of a place that nobody wrote down there is no own
 * figure: a stay is recorded with its place or not at all.
 */
import type { AuthorityMeasure } from '@vigia/law/authority-tables'
import { codesOf } from '@vigia/law/code-list'
import { isReturn, RETURN_TYPES } from '@vigia/law/return-types'
import { CARE, DETECTIONS, type FeedName, HELD, RETURNS } from './feed-of-indicator.ts'
import type { CodeCount } from './funnel.ts'
import { pathIn } from './path-code.ts'

type Weight = (code: string) => number

const isFirst = (code: string) => Number(pathIn(code) !== null)
const oneOf =
  (...codes: string[]): Weight =>
  (code) =>
    Number(codes.includes(code))

const RETURNED = codesOf(RETURN_TYPES)
  .filter(isReturn)
  .map((type) => `EVENT_${type}`)

interface Counterpart {
  weight: Weight
  /** Without which the registry's figure is not known. */
  feed: FeedName
}

const COUNTERPARTS: Readonly<Partial<Record<AuthorityMeasure, Counterpart>>> = {
  RESCUED: { weight: isFirst, feed: DETECTIONS },
  RESCUED_AGAIN: { weight: (code) => Number(code === 'EVENT_DETECTION') - isFirst(code), feed: DETECTIONS },
  PRESENTED: { weight: oneOf('EVENT_HELD'), feed: HELD },
  CHANNELLED: { weight: oneOf('EVENT_CARE'), feed: CARE },
  CHANNELLED_CHILDREN: { weight: oneOf('EVENT_CARE'), feed: CARE },
  RETURNED: { weight: oneOf(...RETURNED), feed: RETURNS },
  DEPORTED: { weight: oneOf('EVENT_DEPORTATION'), feed: RETURNS },
  ASSISTED_RETURN: { weight: oneOf('EVENT_ASSISTED_RETURN'), feed: RETURNS },
}

/** The feeds of all counterparts. */
export const FEEDS_OF_COUNTERPARTS: readonly FeedName[] = [DETECTIONS, HELD, CARE, RETURNS]

/** The feed that tells the registry of the measure; null where it counts nothing of the kind. */
export function feedOfCounterpart(measure: AuthorityMeasure): FeedName | null {
  return COUNTERPARTS[measure]?.feed ?? null
}

/** Null where the registry counts nothing of the kind. */
export function registryCounterpart(measure: AuthorityMeasure, counts: readonly CodeCount[]): number | null {
  const weight = COUNTERPARTS[measure]?.weight
  return weight ? counts.reduce((sum, { indicator, n }) => sum + weight(indicator) * n, 0) : null
}
