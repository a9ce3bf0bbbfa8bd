/**
 * A17: a deportation of a child, planned or executed.
 *
 * Law     Ley de Migración art. 120 ¶3: children are not deported; assisted return or regularisation, nothing else.
 * Court   None known.
 * Policy  None. A plan that was executed gives way to the return.
 */
import { earliest } from '../../engine/child.ts'
import { climb } from '../../engine/course.ts'
import type { ChildRule } from '../../engine/rule.ts'

export const childDeported: ChildRule = {
  kind: 'CHILD_DEPORTED',
  about: 'CHILD',
  endedBy: null,
  courses: ({ returnPlans, returns }, thresholds) => {
    const isDeportation = ({ returnType }: { returnType: string }) => returnType === 'DEPORTATION'
    const course = ({ id, state, at }: { id: string; state: string; at: Date }) => ({
      subject: id,
      state,
      since: at,
      steps: climb({ since: at }, thresholds),
    })
    const planned = returnPlans.filter(isDeportation).map((plan) => {
      const executed = earliest(returns.filter(({ folio }) => folio === plan.folio))
      return { ...course(plan), ending: executed && { fact: 'executed_return', id: executed.id, at: executed.at } }
    })
    return [...planned, ...returns.filter(isDeportation).map((departed) => ({ ...course(departed), ending: null }))]
  },
}
