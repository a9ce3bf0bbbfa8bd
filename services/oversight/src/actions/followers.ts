/** Whom oversight follows, and the tables that hold what it learned: what `npm run rebuild` empties and fills again. */
import type { Follower } from '@vigia/kit/follow'
import { followChildren } from './follow-children.ts'
import { followOversight } from './follow-oversight.ts'
import { followPlacements } from './follow-placements.ts'
import { followRepresentation } from './follow-representation.ts'
import { followReturns } from './follow-returns.ts'

/** Children first, since facts are described by whom they concern; oversight last, since it derives from all of them. */
export const FOLLOWERS: readonly Follower[] = [
  followChildren,
  followPlacements,
  followRepresentation,
  followReturns,
  followOversight,
]

export const PICTURES: readonly string[] = [
  'child_ref',
  'facility_ref',
  'path_fact',
  'child_path',
  'indicator_day',
  'indicator_month',
  'month_cube',
  'feed_batch',
  'alert_due',
]
