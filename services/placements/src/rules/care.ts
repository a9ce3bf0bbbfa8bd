/**
 * How many of the children in a place now are in care, and for how long.
 *
 * Law     LGDNNA arts. 4 II, 26, 109: a centre is the last resort and for the shortest time possible; families are no centre.
 * Policy  One year is a default of Vigía: the law names no number of days (domain.md A25).
 */
import { type FacilityType, stayKindOf } from '@vigia/law/facilities'

export interface InCare {
  readonly childrenNow: number
  readonly overOneYear: number
}

/** Entered at this instant or before: in care for a year or more, by the calendar. */
export function inCareTooLongSince(asOf: Date): Date {
  const since = new Date(asOf)
  since.setUTCFullYear(since.getUTCFullYear() - 1)
  return since
}

export function inCareAmong(
  stays: readonly { readonly facilityType: FacilityType; readonly enteredAt: Date }[],
  asOf: Date,
): InCare {
  const inCare = stays.filter(({ facilityType }) => stayKindOf(facilityType) === 'CARE')
  const longest = inCare.filter(({ enteredAt }) => enteredAt <= inCareTooLongSince(asOf))
  return { childrenNow: inCare.length, overOneYear: longest.length }
}
