/**
 * A15: a case without a best-interests determination, or without a plan of restitution.
 *
 * Law     LGDNNA arts. 97, 123, Ley de Migración arts. 74, 112 III: the Procuraduría determines, and hands INM the plan. No number of days
 *         is set.
 * Court   None known.
 * Policy  10, 15 and 30 working days from the opening of the case are defaults of Vigía; 15 is borrowed from LM art. 111.
 *         The first case of the child that is still open speaks. Over once both are there, by the one that came last; what was made before an
 *         earlier case was closed, or before the child was returned, is of that.
 */
import { isReturn } from '@vigia/law/return-types'
import { type ChildPicture, departure, earliest, firstEnding, notBefore } from '../../engine/child.ts'
import { climb } from '../../engine/course.ts'
import type { ChildRule } from '../../engine/rule.ts'

export const noDetermination: ChildRule = {
  kind: 'NO_DETERMINATION',
  about: 'CHILD',
  endedBy: 'representation/determinations/PPNNA',
  courses: (child, thresholds) => {
    const file = earliest(child.cases.filter(({ closedAt }) => closedAt === null)) ?? earliest(child.cases)
    if (!file) return []
    const before = endOfBefore(child, file.at)
    const firstOf = (fact: string, facts: readonly { id: string; at: Date }[]) =>
      earliest(
        facts.filter(({ at }) => at.getTime() > before).map(({ id, at }) => ({ fact, id, at: notBefore(at, file.at) })),
      )
    const decided = firstOf('determination', child.determinations)
    const planned = firstOf('restitution_plan', child.plans)
    const both = decided && planned && (planned.at >= decided.at ? planned : decided)
    const closed = file.closedAt && { fact: 'protection_case', id: file.id, at: file.closedAt }
    return [
      {
        subject: file.id,
        state: file.state,
        since: file.at,
        steps: climb({ since: file.at }, thresholds),
        ending: firstEnding([both, closed, departure(child)]),
      },
    ]
  },
}

/** The millisecond at which what came before the case was over; before everything, where nothing did. */
function endOfBefore({ cases, returns }: ChildPicture, openedAt: Date): number {
  const ends = [
    ...cases.flatMap(({ closedAt }) => closedAt ?? []),
    ...returns.flatMap(({ returnType, at }) => (isReturn(returnType) ? at : [])),
  ]
  return Math.max(Number.NEGATIVE_INFINITY, ...ends.filter((at) => at <= openedAt).map((at) => at.getTime()))
}
