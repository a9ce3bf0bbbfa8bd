/** Rewrites the board's row of each state: who is held and who is in care at one instant, and the centres there are. */
import type { WriteSnapshot } from '@vigia/kit/tick'
import { codesOf } from '@vigia/law/code-list'
import { FACILITY_TYPES, type FacilityType, isSocialAssistanceCentre } from '@vigia/law/facilities'
import { STATE_CODES } from '@vigia/law/states'
import { inCareTooLongSince } from '../rules/care.ts'
import { heldTooLongSince } from '../rules/detention.ts'
import { isOpenOn } from '../store/open-stays.ts'

const CENTRES: FacilityType[] = codesOf(FACILITY_TYPES).filter(isSocialAssistanceCentre)

/** Reads the stays that are open, by their own index: as many as there are children in a place, never all there were. */
export const writeSnapshot: WriteSnapshot = async (client, now) => {
  const values = [now, heldTooLongSince(now), inCareTooLongSince(now), CENTRES, STATE_CODES]
  await client.query({ name: 'placements-snapshot', text: WRITE, values })
}

const HELD = `kind in ('REFERRAL', 'PROHIBITED', 'OTHER_AD_HOC')`
const WRITE = `
  with open as (
    select state,
      count(*) filter (where kind = 'REFERRAL') as referral,
      count(*) filter (where kind = 'PROHIBITED') as prohibited,
      count(*) filter (where kind = 'OTHER_AD_HOC') as other_ad_hoc,
      count(*) filter (where ${HELD} and entered_at <= $2) as held_too_long,
      min(entered_at) filter (where ${HELD}) as held_since,
      count(*) filter (where kind = 'CARE') as in_care,
      count(*) filter (where kind = 'CARE' and entered_at <= $3) as in_care_too_long
    from placements.stay_ledger where left_at is null group by state
  ), centre as (
    select state, count(*) as centers, sum(capacity) as capacity
    from placements.facility
    where type = any ($4) and ${isOpenOn('$1::timestamptz')} group by state
  )
  insert into placements.snapshot as s (state, as_of, in_referral_centers, in_prohibited_places, in_other_ad_hoc_places,
    over36_hours, longest_since, in_care, over_one_year, capacity, centers)
  select state, $1, coalesce(referral, 0), coalesce(prohibited, 0), coalesce(other_ad_hoc, 0), coalesce(held_too_long, 0),
    held_since, coalesce(in_care, 0), coalesce(in_care_too_long, 0), case when centers is null then 0 else capacity end,
    coalesce(centers, 0)
  from unnest($5::char(2)[]) as state (state) left join open using (state) left join centre using (state)
  on conflict (state) do update set as_of = excluded.as_of, in_referral_centers = excluded.in_referral_centers,
    in_prohibited_places = excluded.in_prohibited_places, in_other_ad_hoc_places = excluded.in_other_ad_hoc_places,
    over36_hours = excluded.over36_hours, longest_since = excluded.longest_since, in_care = excluded.in_care,
    over_one_year = excluded.over_one_year, capacity = excluded.capacity, centers = excluded.centers`
