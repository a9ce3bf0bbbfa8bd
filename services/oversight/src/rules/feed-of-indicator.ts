/** Which feed tells of an indicator, and which counters add up to it. */
import type { Indicator } from '@vigia/law/indicators'

export interface FeedName {
  service: string
  feed: string
  /** Who tells of it, where others tell of something else by the same feed. */
  sources?: readonly string[]
}

const DETECTIONS: FeedName = { service: 'children', feed: 'detections' }
const HELD: FeedName = { service: 'placements', feed: 'stays', sources: ['INM'] }
const CARE: FeedName = { service: 'placements', feed: 'stays', sources: ['DIF', 'SNDIF'] }
const CASES: FeedName = { service: 'representation', feed: 'protection-cases' }
const DETERMINATIONS: FeedName = { service: 'representation', feed: 'determinations' }
const RETURNS: FeedName = { service: 'returns', feed: 'executed-returns' }

/**
 * The feed without which the indicator is not known. A backlog is what notices leave after files are opened, so it is
 * not known where the Procuraduría has not told of its files.
 */
export const FEED_OF_INDICATOR: Readonly<Record<Indicator, FeedName>> = {
  CHILDREN_DETECTED: DETECTIONS,
  DETECTIONS: DETECTIONS,
  PPNNA_NOTIFIED: DETECTIONS,
  HELD_IN_REFERRAL_CENTERS: HELD,
  HELD_IN_PROHIBITED_PLACES: HELD,
  HELD_IN_OTHER_AD_HOC_PLACES: HELD,
  HELD,
  CHILDREN_IN_CARE: CARE,
  CASES_OPENED: CASES,
  UNPROCESSED_CASES: CASES,
  WITHOUT_DETERMINATION: DETERMINATIONS,
  DETERMINATIONS,
  PLANS_ISSUED: DETERMINATIONS,
  RETURNS,
  RETURNS_WITHOUT_VALID_DETERMINATION: RETURNS,
  RETURNS_WITHIN_72_HOURS: RETURNS,
  DEPORTATIONS: RETURNS,
}

/** The day counters whose sum is the indicator. */
export function countersOf(indicator: Indicator): readonly Indicator[] {
  return indicator === 'HELD'
    ? ['HELD_IN_REFERRAL_CENTERS', 'HELD_IN_PROHIBITED_PLACES', 'HELD_IN_OTHER_AD_HOC_PLACES']
    : [indicator]
}
