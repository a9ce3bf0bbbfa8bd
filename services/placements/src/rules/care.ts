/**
 * How many of the children in a place now are in care, and for how long.
 *
 * Law     LGDNNA arts. 4 II, 26, 109: a centre is the last resort and for the shortest time possible; families are no centre.
 * Policy  One year, of 365 days as in alert A25, is a default of Vigía: the law names no number of days (domain.md A25, P5).
 */
import { DAY_IN_MS } from '@vigia/law/durations'
import { type FacilityType, stayKindOf } from '@vigia/law/facilities'

export interface InCare {
  readonly childrenNow: number
  readonly overOneYear: number
}

const A_YEAR_IN_DAYS = 365

/** Entered at this instant or before: in care for a year or more. */
export function inCareTooLongSince(asOf: Date): Date {
  return new Date(asOf.getTime() - A_YEAR_IN_DAYS * DAY_IN_MS)
}

export function inCareAmong(
  stays: readonly { readonly facilityType: FacilityType; readonly enteredAt: Date }[],
  asOf: Date,
): InCare {
  const inCare = stays.filter(({ facilityType }) => stayKindOf(facilityType) === 'CARE')
  const longest = inCare.filter(({ enteredAt }) => enteredAt <= inCareTooLongSince(asOf))
  return { childrenNow: inCare.length, overOneYear: longest.length }
}
