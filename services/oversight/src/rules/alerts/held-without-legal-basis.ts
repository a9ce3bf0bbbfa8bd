/**
 * A02: a child in a referral centre, an INM office or a checkpoint, not handed over to DIF.
 *
 * Law     Ley de Migración arts. 95, 98, 112 I: handed over to DIF at once. Art. 68: 36 hours are the most for anyone.
 * Court   SCJN AR 388/2022: nobody is held for migration for more than 36 hours.
 * Policy  Amber at 3 hours, red at 24: defaults of Vigía. Each stay has an alert of its own, and the clock of one to which the child was moved
 *         from another place of INM has run since the first of them: nobody is held for less by being moved. Moved is who left by a
 *         hand-over, or nobody tells how, and entered within a day. The board counts each stay by itself.
 */
import { isHandOver } from '@vigia/law/closures'
import { addHours } from '@vigia/law/durations'
import { isDetention, legalClassOf } from '@vigia/law/facilities'
import { endOfStay, latest, notBefore, type Stay } from '../../engine/child.ts'
import { climb } from '../../engine/course.ts'
import type { ChildRule } from '../../engine/rule.ts'

export const heldWithoutLegalBasis: ChildRule = {
  kind: 'HELD_WITHOUT_LEGAL_BASIS',
  about: 'CHILD',
  endedBy: 'placements/stays/INM',
  courses: ({ stays, state }, thresholds) =>
    stays
      .filter(({ type }) => type !== null && legalClassOf(type) === 'AD_HOC')
      .map((stay) => {
        const since = heldSince(stay, stays)
        return {
          subject: stay.id,
          state: stay.state ?? state,
          facilityId: stay.facilityId,
          since,
          steps: climb({ since }, thresholds).map((step) => ({ ...step, at: notBefore(step.at, stay.at) })),
          ending: endOfStay(stay),
        }
      }),
}

const MOVED_WITHIN_HOURS = 24

/** When the first of the stays began that follow upon one another up to this one. */
function heldSince(stay: Stay, stays: readonly Stay[]): Date {
  const before = latest(stays.filter(({ at }) => at < stay.at))
  return before && isMove(before, stay) ? heldSince(before, stays) : stay.at
}

function isMove({ type, leftAt, exitType }: Stay, next: Stay): boolean {
  const isOfInm = type !== null && isDetention(type)
  const isSoon = leftAt !== null && addHours(leftAt, MOVED_WITHIN_HOURS) >= next.at
  return isOfInm && isSoon && (exitType === null || isHandOver(exitType))
}
