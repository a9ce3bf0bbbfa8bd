/** Whose files tell of what is known of places: where those never told, that nobody or nothing is there is not known. */
import type { FeedAsked } from '@vigia/kit/figures/told'
import { type FacilityType, isDetention } from '@vigia/law/facilities'

const STAYS: FeedAsked = { service: 'placements', feed: 'stays', counters: [] }

/** Who is held INM tells, who keeps those places; what the DIF tells of its own says nothing of them. */
export const STAYS_HELD: FeedAsked = { ...STAYS, sources: ['INM'] }
/** Who is in care, or with a family. */
export const STAYS_IN_CARE: FeedAsked = { ...STAYS, sources: ['DIF', 'SNDIF'] }
/** Which centres there are (LGDNNA art. 112). */
export const LISTS: FeedAsked = { ...STAYS, feed: 'facilities' }

export const staysIn = (type: FacilityType): FeedAsked => (isDetention(type) ? STAYS_HELD : STAYS_IN_CARE)
