/**
 * Which of the children in a place now are held against the law or without one, and for how long.
 *
 * Law     Ley de Migración art. 99 ¶3, LRPCAP art. 20: never in a station or a place set up as one.
 *         Ley de Migración arts. 95, 98, 112 I: handed over to the DIF "de inmediato"; no law knows referral centres.
 * Court   SCJN, AR 388/2022: nobody, of whatever age, may be held for more than 36 hours.
 */
import { HOUR_IN_MS } from '@vigia/law/durations'
import { type FacilityType, stayKindOf } from '@vigia/law/facilities'

export const MOST_HOURS_HELD = 36

/** A stay that has not ended. */
export interface OpenStay {
  readonly facilityType: FacilityType
  readonly enteredAt: Date
}

export interface Held {
  readonly inReferralCenters: number
  readonly inProhibitedPlaces: number
  readonly inOtherAdHocPlaces: number
  readonly over36Hours: number
  /** Entry of whoever is held longest; null when nobody is held. */
  readonly heldSince: Date | null
}

/** Entered at this instant or before: held for 36 hours or more. */
export function heldTooLongSince(asOf: Date): Date {
  return new Date(asOf.getTime() - MOST_HOURS_HELD * HOUR_IN_MS)
}

export function heldAmong(stays: readonly OpenStay[], asOf: Date): Held {
  const since = (kind: string) => stays.filter(({ facilityType }) => stayKindOf(facilityType) === kind)
  const [referral, prohibited, otherAdHoc] = [since('REFERRAL'), since('PROHIBITED'), since('OTHER_AD_HOC')]
  const entries = [...referral, ...prohibited, ...otherAdHoc].map(({ enteredAt }) => enteredAt.getTime())
  return {
    inReferralCenters: referral.length,
    inProhibitedPlaces: prohibited.length,
    inOtherAdHocPlaces: otherAdHoc.length,
    over36Hours: entries.filter((entry) => entry <= heldTooLongSince(asOf).getTime()).length,
    heldSince: entries.length === 0 ? null : new Date(Math.min(...entries)),
  }
}
