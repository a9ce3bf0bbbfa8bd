/**
 * Which children are where they must not be, as long as they are there. `placements` asks the same in SQL (store/list-overstays.ts).
 *
 * Law     Ley de Migración art. 99 ¶3, LRPCAP art. 20: never in a station or a place set up as one, from the entry on.
 *         Ley de Migración arts. 95, 98, 112 I: handed over to the DIF "de inmediato".
 * Court   SCJN, AR 388/2022: nobody, of whatever age, may be held for more than 36 hours, in a referral centre or an office either.
 */
import { stayKindOf } from '@vigia/law/facilities'
import type { OverstayKind } from '@vigia/law/overstays'
import { heldTooLongSince, type OpenStay } from './detention.ts'

/** Null where the child may still be, or may be. */
export function overstayOf({ facilityType, enteredAt }: OpenStay, asOf: Date): OverstayKind | null {
  const kind = stayKindOf(facilityType)
  if (enteredAt > asOf) return null
  if (kind === 'PROHIBITED') return 'HELD_IN_PROHIBITED_PLACE'
  const isHeld = kind === 'REFERRAL' || kind === 'OTHER_AD_HOC'
  return isHeld && enteredAt <= heldTooLongSince(asOf) ? 'HELD_OVER_36_HOURS' : null
}
