/** Counts, by state, the stays that are open at the instant of the snapshot: a filter asks for cells that it does not hold. */
import type { CountFilter } from '@vigia/kit/graph/counting'
import { codesOf } from '@vigia/law/code-list'
import { FACILITY_TYPES, type FacilityType, isSocialAssistanceCentre } from '@vigia/law/facilities'
import type { Pool } from 'pg'
import { inCareTooLongSince } from '../rules/care.ts'
import { heldTooLongSince } from '../rules/detention.ts'

export interface HeldRow {
  state: string
  asOf: Date
  inReferralCenters: number
  inProhibitedPlaces: number
  inOtherAdHocPlaces: number
  over36Hours: number
  heldSince: Date | null
}

export interface CountedCare {
  state: string
  asOf: Date
  childrenNow: number
  overOneYear: number
  capacity: number | null
  centers: number
}

export interface CareRow extends Omit<CountedCare, 'centers'> {
  /** Null: not known. */
  centers: number | null
}

export interface OpenAsked {
  filter: CountFilter | null
  /** Empty for all. */
  facilityTypes: readonly FacilityType[]
}

/** By the index of open stays: as many as there are children in a place, never all there were. */
const AMONG = `
  from placements.stay_counted
  where left_at is null and entered_at <= $1
    and (coalesce(cardinality($3::text[]), 0) = 0 or nationality = any ($3))
    and (coalesce(cardinality($4::text[]), 0) = 0 or age_group = any ($4))
    and (coalesce(cardinality($5::text[]), 0) = 0 or accompaniment = any ($5))
    and (coalesce(cardinality($6::text[]), 0) = 0
      or facility_id = any (array(select id from placements.facility where type = any ($6))))`

/** SQL on a place: neither closed nor denied on the day of an instant. One of which a later day is told opens or closes on that. */
export const isOpenOn = (instant: string) => `same_as is null and lifecycle not in ('DENIED', 'CLOSED')
      and (opened_on > outbox.mx_date(${instant})) is not true and (closed_on <= outbox.mx_date(${instant})) is not true`

const HELD = `
  select state, $1::timestamptz as "asOf",
    count(*) filter (where kind = 'REFERRAL') as "inReferralCenters",
    count(*) filter (where kind = 'PROHIBITED') as "inProhibitedPlaces",
    count(*) filter (where kind = 'OTHER_AD_HOC') as "inOtherAdHocPlaces",
    count(*) filter (where entered_at <= $2) as "over36Hours",
    min(entered_at) as "heldSince"
  ${AMONG} and kind in ('REFERRAL', 'PROHIBITED', 'OTHER_AD_HOC') group by state`

const IN_CARE = `
  with inside as (
    select state, count(*) as n, count(*) filter (where entered_at <= $2) as too_long ${AMONG} and kind = 'CARE' group by state
  ), centre as (
    select state, count(*) as n, sum(capacity) as capacity from placements.facility
    where type = any ($7) and ${isOpenOn('$1::timestamptz')} group by state
  )
  select state, $1::timestamptz as "asOf", coalesce(i.n, 0) as "childrenNow", coalesce(too_long, 0) as "overOneYear",
    case when c.n is null then 0 else c.capacity end as capacity, coalesce(c.n, 0) as centers
  from inside i full join centre c using (state)`

export async function openHeld(pool: Pool, asked: OpenAsked, asOf: Date): Promise<HeldRow[]> {
  return (await pool.query<HeldRow>(HELD, [asOf, heldTooLongSince(asOf), ...listsOf(asked)])).rows
}

/** Centres and their places are those of the types that are asked for, whichever children are counted. */
export async function openInCare(pool: Pool, asked: OpenAsked, asOf: Date): Promise<CountedCare[]> {
  const { facilityTypes } = asked
  const types = facilityTypes.length === 0 ? codesOf(FACILITY_TYPES) : facilityTypes
  const centres = types.filter(isSocialAssistanceCentre)
  return (await pool.query<CountedCare>(IN_CARE, [asOf, inCareTooLongSince(asOf), ...listsOf(asked), centres])).rows
}

function listsOf({ filter, facilityTypes }: OpenAsked): (readonly string[])[] {
  return [filter?.nationality ?? [], filter?.ageGroup ?? [], filter?.accompaniment ?? [], facilityTypes]
}
