/**
 * A14: no initial evaluation of the need of international protection.
 *
 * Law     LGDNNA art. 98, Ley de Migración art. 29 III: DIF evaluates every child. No term is set.
 * Court   None known.
 * Policy  72 hours and 5 working days are defaults of Vigía; critical before any return: once one is planned without it, while it can
 *         still be prevented, and once one was executed. Asked only of children with a stay or a case that goes on, and of those whose
 *         return is planned or was executed; of each detection until the child is found again, and an evaluation of before it is none of it.
 *         Nor is a plan for a day before it, which a file may tell of years later.
 *         A departure without an hour was after a find of its day.
 */
import type { LocalDate } from '@vigia/law/local-dates'
import { instantOf, localDateOf } from '@vigia/law/mexican-time'
import { isReturn } from '@vigia/law/return-types'
import { departure, earliest, firstEnding, isWithUs, mayFollow, notBefore } from '../../engine/child.ts'
import { climb } from '../../engine/course.ts'
import { ofEachDetection } from '../../engine/detections.ts'
import type { ChildRule } from '../../engine/rule.ts'

export const noInitialEvaluation: ChildRule = {
  kind: 'NO_INITIAL_EVALUATION',
  about: 'CHILD',
  endedBy: 'children/detections/INM',
  courses: (all, thresholds) =>
    ofEachDetection(all, (found, child) => {
      const evaluated = earliest(
        child.evidence.flatMap(({ id, detectionId, evaluatedOn }) =>
          evaluatedOn && (detectionId === found.id || evaluatedOn >= localDateOf(found.at))
            ? [{ fact: 'detection_evidence', id, at: instantOf(evaluatedOn) }]
            : [],
        ),
      )
      const isNotBefore = (day: LocalDate | null) => day === null || day >= localDateOf(found.at)
      const planned = child.returnPlans.filter(
        ({ returnType, at, plannedOn }) => isReturn(returnType) && at >= found.at && isNotBefore(plannedOn),
      )
      const returned = child.returns
        .filter(({ returnType, at }) => isReturn(returnType) && mayFollow(at, found))
        .map(({ id, at }) => ({ id, at: notBefore(at, found.at) }))
      const act = earliest<{ id: string; at: Date }>([...planned, ...returned])
      const ending = firstEnding([evaluated, act ? null : departure(child)])
      if (!isWithUs(child) && !act && !ending) return null
      const steps = climb({ since: found.at, act: act?.at ?? null }, thresholds)
      return { subject: found.id, state: found.state, since: found.at, steps, ending }
    }),
}
