/** Which feed tells of an indicator, and which counters add up to it. */
import { isCodeOf } from '@vigia/law/code-list'
import { INDICATORS, type Indicator } from '@vigia/law/indicators'
import { EVENTS_CODE } from './path-code.ts'

export interface FeedName {
  service: 'children' | 'placements' | 'representation' | 'returns'
  feed: string
  /** Who tells of it, where others tell of something else by the same feed. */
  sources?: readonly string[]
  /** Day counters that this feed alone moves: with the first of them its telling began. */
  counters: readonly Indicator[]
}

export const DETECTIONS: FeedName = {
  service: 'children',
  feed: 'detections',
  counters: ['CHILDREN_DETECTED', 'DETECTIONS'],
}
export const HELD: FeedName = {
  service: 'placements',
  feed: 'stays',
  sources: ['INM'],
  counters: ['HELD_IN_REFERRAL_CENTERS', 'HELD_IN_PROHIBITED_PLACES', 'HELD_IN_OTHER_AD_HOC_PLACES'],
}
export const CARE: FeedName = {
  service: 'placements',
  feed: 'stays',
  sources: ['DIF', 'SNDIF'],
  counters: ['CHILDREN_IN_CARE'],
}
export const CASES: FeedName = { service: 'representation', feed: 'protection-cases', counters: ['CASES_OPENED'] }
export const DETERMINATIONS: FeedName = {
  service: 'representation',
  feed: 'determinations',
  counters: ['DETERMINATIONS'],
}
/** Nothing is counted of it by day. */
export const REPRESENTATIONS: FeedName = { service: 'representation', feed: 'representations', counters: [] }
export const RETURNS: FeedName = { service: 'returns', feed: 'executed-returns', counters: ['RETURNS'] }

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

/**
 * The feeds without which a counter of oversight is not known: of paths of children and of events, as of the indicators of others. Whether
 * a Procuraduría has opened a case for a child is not known of one that has not told of its files.
 */
export function feedsOfCounter(code: string): readonly FeedName[] {
  if (isCodeOf(INDICATORS, code)) return [FEED_OF_INDICATOR[code]]
  if (code === EVENTS_CODE || code === 'EVENT_DETECTION') return [DETECTIONS]
  if (code.startsWith('PATH_')) return [DETECTIONS, CASES]
  if (code === 'EVENT_CARE') return [CARE]
  return [code === 'EVENT_HELD' ? HELD : RETURNS]
}

/** The day counters whose sum is the indicator. */
export function countersOf(indicator: Indicator): readonly Indicator[] {
  return indicator === 'HELD'
    ? ['HELD_IN_REFERRAL_CENTERS', 'HELD_IN_PROHIBITED_PLACES', 'HELD_IN_OTHER_AD_HOC_PLACES']
    : [indicator]
}
