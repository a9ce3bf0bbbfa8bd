/**
 * A17: a deportation of a child, planned or executed.
 *
 * Law     Ley de Migración art. 120 ¶3: children are not deported; assisted return or regularisation, nothing else.
 * Court   None known.
 * Policy  None. A plan that was executed gives way to the return.
 */
import { carriedOutBy } from '../../engine/carried-out.ts'
import { climb } from '../../engine/course.ts'
import type { ChildRule } from '../../engine/rule.ts'

export const childDeported: ChildRule = {
  kind: 'CHILD_DEPORTED',
  about: 'CHILD',
  endedBy: null,
  courses: (child, thresholds) => {
    const isDeportation = ({ returnType }: { returnType: string }) => returnType === 'DEPORTATION'
    const course = ({ id, state, at }: { id: string; state: string; at: Date }) => ({
      subject: id,
      state,
      since: at,
      steps: climb({ since: at }, thresholds),
    })
    const planned = child.returnPlans
      .filter(isDeportation)
      .map((plan) => ({ ...course(plan), ending: carriedOutBy(plan, child) }))
    return [
      ...planned,
      ...child.returns.filter(isDeportation).map((departed) => ({ ...course(departed), ending: null })),
    ]
  },
}
