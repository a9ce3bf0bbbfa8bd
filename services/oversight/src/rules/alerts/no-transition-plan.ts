/**
 * A35: a child will turn 18 and has no plan for the passage to adulthood.
 *
 * Law     None: the last stage of the Ruta of SIPINNA (2019), known from citations.
 * Court   None known.
 * Policy  180, 90 and 30 days before the month of the birthday are defaults of Vigía: by the birthday itself, the instants of an alert would
 *         tell to whoever reads them the day on which a child was born, which no field of the graph tells. Asked of children with a case that goes on, and of those placed in a social
 *         assistance centre, with or without one: the plan stands in the case, so that who has none has no plan either, and A06 does not tell
 *         that a birthday comes. It is the Procuraduría that owes both. The closing of a case ends nothing while a stay in a centre goes on.
 */
import { firstOfMonth } from '@vigia/law/local-dates'
import { instantOf } from '@vigia/law/mexican-time'
import { departure, earliest, firstEnding, latest, staysInCentres } from '../../engine/child.ts'
import { climb } from '../../engine/course.ts'
import type { ChildRule } from '../../engine/rule.ts'

export const noTransitionPlan: ChildRule = {
  kind: 'NO_TRANSITION_PLAN',
  about: 'CHILD',
  endedBy: 'representation/protection-cases/PPNNA',
  courses: (child, thresholds) => {
    const stays = staysInCentres(child)
    const file = earliest(child.cases.filter(({ closedAt }) => closedAt === null)) ?? earliest(child.cases)
    const owed = file ?? latest(stays)
    if (!owed || child.turns18On === null) return []
    // Of its month no alert, no step and no letter tells the day.
    const birthday = instantOf(firstOfMonth(child.turns18On))
    const planned = earliest(
      child.cases.flatMap(({ id, transitionPlanOn: on }) =>
        on ? [{ fact: 'protection_case', id, at: instantOf(on) }] : [],
      ),
    )
    const isPlaced = stays.some(({ leftAt }) => leftAt === null)
    const closed = file?.closedAt && !isPlaced ? { fact: 'protection_case', id: file.id, at: file.closedAt } : null
    const steps = climb({ since: birthday }, thresholds)
    // The clock begins with the first step, since it runs towards the birthday.
    const since = earliest(steps.map(({ at }) => ({ id: '', at })))?.at ?? birthday
    const ending = firstEnding([planned, closed, departure(child)])
    // One birthday, one plan: a case that is opened meanwhile changes nothing of it.
    return [{ subject: child.id, state: owed.state ?? child.state, since, steps, ending }]
  },
}
