/**
 * A01: a child in a migration station, a provisional stay or a place set up as one.
 *
 * Law     Ley de Migración arts. 11 ¶2, 99 ¶3, LRPCAP art. 20 ¶2: INM lodges no child there. No hour of grace.
 * Court   None needed: the statute says never.
 * Policy  None. Critical at the hour of entry.
 */
import { legalClassOf } from '@vigia/law/facilities'
import { endOfStay } from '../../engine/child.ts'
import { climb } from '../../engine/course.ts'
import type { ChildRule } from '../../engine/rule.ts'

export const heldInProhibitedPlace: ChildRule = {
  kind: 'HELD_IN_PROHIBITED_PLACE',
  about: 'CHILD',
  endedBy: 'placements/stays/INM',
  courses: ({ stays, state }, thresholds) =>
    stays
      .filter(({ type }) => type !== null && legalClassOf(type) === 'PROHIBITED')
      .map((stay) => ({
        subject: stay.id,
        state: stay.state ?? state,
        facilityId: stay.facilityId,
        since: stay.at,
        steps: climb({ since: stay.at }, thresholds),
        ending: endOfStay(stay),
      })),
}
