/**
 * A16: a return is planned, or was executed, without a determination of a Procuraduría that permits it.
 *
 * Law     LGDNNA art. 97, Ley de Migración arts. 20 IV, 74, 112 III: no return without one, made before, that permits it.
 * Court   None known.
 * Policy  A plan is critical when the registry learns of it, while the return can still be prevented. Of an executed return
 *         the last determination before the departure counts, as for the standing that the returns service gives it; two of
 *         one instant are not one before the other, and a refusal of the same instant as a permission counts. Nor does what permitted an earlier return, from which the child came back
 *         and was found again before this one was planned or executed, or on the day of a departure without an hour (`cameBackFrom`).
 *         What was planned and has happened gives way to the return, which is judged from then on.
 */
import { mayDetermineBestInterests } from '@vigia/law/authorities'
import { cameBackFrom, permitsReturn } from '@vigia/law/determinations'
import { isReturn } from '@vigia/law/return-types'
import { carriedOutBy } from '../../engine/carried-out.ts'
import { type ChildPicture, firstEnding, latest } from '../../engine/child.ts'
import { type Course, climb, type Ending } from '../../engine/course.ts'
import type { ChildRule } from '../../engine/rule.ts'

export const returnWithoutDetermination: ChildRule = {
  kind: 'RETURN_WITHOUT_DETERMINATION',
  about: 'CHILD',
  endedBy: 'representation/determinations/PPNNA',
  courses: (child, thresholds) => {
    const course = (of: { id: string; at: Date; state: string }, ending: Ending | null): Course => {
      const steps = climb({ since: of.at }, thresholds)
      return { subject: of.id, state: of.state, since: of.at, steps, ending }
    }
    const planned = child.returnPlans.filter(({ returnType }) => isReturn(returnType))
    const executed = child.returns.filter(isDeparture)
    return [
      ...planned.map((plan) =>
        course(plan, firstEnding([permission(child, plan.at, null), carriedOutBy(plan, child)])),
      ),
      ...executed.map((departed) => course(departed, permission(child, departed.at, departed.at))),
    ]
  },
}

/** The last word of a Procuraduría before the departure, if it is known, where it permits the return and no earlier return has used it up. */
function permission(child: ChildPicture, askedAt: Date, departedAt: Date | null): Ending | null {
  const told = child.determinations.filter(
    ({ authority, at }) => mayDetermineBestInterests(authority) && (!departedAt || at < departedAt),
  )
  const last = latest(told.filter(({ outcome }) => permitsReturn(outcome)))
  const isRefused = told.some(({ outcome, at }) => last !== null && at >= last.at && !permitsReturn(outcome))
  const usedUpBefore = cameBackFrom(
    askedAt,
    instantsOf(child.returns.filter(isDeparture)),
    instantsOf(child.detections),
  )
  const isUsedUp = last !== null && usedUpBefore !== null && last.at < usedUpBefore
  return last && !isRefused && !isUsedUp ? { fact: 'determination', id: last.id, at: last.at } : null
}

const isDeparture = ({ returnType }: ChildPicture['returns'][number]): boolean => isReturn(returnType)
const instantsOf = (facts: readonly { at: Date }[]): Date[] => facts.map(({ at }) => at)
