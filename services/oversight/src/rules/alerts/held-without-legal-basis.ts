/**
 * A02: a child in a referral centre, an INM office or a checkpoint, not handed over to DIF.
 *
 * Law     Ley de Migración arts. 95, 98, 112 I: handed over to DIF at once. Art. 68: 36 hours are the most for anyone.
 * Court   SCJN AR 388/2022: nobody is held for migration for more than 36 hours.
 * Policy  Amber at 3 hours, red at 24: defaults of Vigía. Each stay has its own clock, as on the board.
 */
import { legalClassOf } from '@vigia/law/facilities'
import { endOfStay } from '../../engine/child.ts'
import { climb } from '../../engine/course.ts'
import type { ChildRule } from '../../engine/rule.ts'

export const heldWithoutLegalBasis: ChildRule = {
  kind: 'HELD_WITHOUT_LEGAL_BASIS',
  about: 'CHILD',
  endedBy: 'placements/stays/INM',
  courses: ({ stays, state }, thresholds) =>
    stays
      .filter(({ type }) => type !== null && legalClassOf(type) === 'AD_HOC')
      .map((stay) => ({
        subject: stay.id,
        state: stay.state ?? state,
        facilityId: stay.facilityId,
        since: stay.at,
        steps: climb({ since: stay.at }, thresholds),
        ending: endOfStay(stay),
      })),
}
