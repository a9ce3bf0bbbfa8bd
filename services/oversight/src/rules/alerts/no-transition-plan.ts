/**
 * A35: a child will turn 18 and has no plan for the passage to adulthood.
 *
 * Law     None: the last stage of the Ruta of SIPINNA (2019), known from citations.
 * Court   None known.
 * Policy  180, 90 and 30 days before are defaults of Vigía. Asked of children with a case that goes on.
 */
import { instantOf } from '@vigia/law/mexican-time'
import { departure, earliest, firstEnding } from '../../engine/child.ts'
import { climb } from '../../engine/course.ts'
import type { ChildRule } from '../../engine/rule.ts'

export const noTransitionPlan: ChildRule = {
  kind: 'NO_TRANSITION_PLAN',
  about: 'CHILD',
  endedBy: 'representation/protection-cases/PPNNA',
  courses: (child, thresholds) => {
    const file = earliest(child.cases.filter(({ closedAt }) => closedAt === null)) ?? earliest(child.cases)
    if (!file || child.turns18On === null) return []
    const birthday = instantOf(child.turns18On)
    const planned = earliest(
      child.cases.flatMap(({ id, transitionPlanOn: on }) =>
        on ? [{ fact: 'protection_case', id, at: instantOf(on) }] : [],
      ),
    )
    const closed = file.closedAt && { fact: 'protection_case', id: file.id, at: file.closedAt }
    const steps = climb({ since: birthday }, thresholds)
    // The clock begins with the first step, since it runs towards the birthday.
    const since = earliest(steps.map(({ at }) => ({ id: '', at })))?.at ?? birthday
    return [
      { subject: file.id, state: file.state, since, steps, ending: firstEnding([planned, closed, departure(child)]) },
    ]
  },
}
