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

interface Centres {
  readonly centers: number
  /** Of those that say how many places they have; null where none says so, 0 where there is none. */
  readonly capacity: number | null
}

/** Of two territories together: where no centre says how many places it has, a territory without centres does not say it for them. */
export function placesOfBoth(a: Centres, b: Centres): number | null {
  const told = [a, b].flatMap(({ centers, capacity }) => (centers === 0 || capacity === null ? [] : [capacity]))
  if (told.length === 0) return a.centers + b.centers === 0 ? 0 : null
  return told.reduce((sum, places) => sum + places)
}
