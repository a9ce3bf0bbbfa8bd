/**
 * A15: a case without a best-interests determination, or without a plan of restitution.
 *
 * Law     LGDNNA arts. 97, 123, Ley de Migración arts. 74, 112 III: the Procuraduría determines, and hands INM the plan. No number of days
 *         is set.
 * Court   None known.
 * Policy  10, 15 and 30 working days from the opening of the case are defaults of Vigía; 15 is borrowed from LM art. 111.
 *         The first case of the child that is still open speaks, but none of before a return from which the child
 *         came back once there is one of since: the return ended that. Over once both are there, by the one that came last. What was made in it
 *         counts, and of what was made in another what is of a later day than the close of an earlier case, or a return of the child: of
 *         the same day nobody knows the order, since most is told without an hour. What INM or anybody else determined is no determination.
 */
import { mayDetermineBestInterests } from '@vigia/law/authorities'
import type { LocalDate } from '@vigia/law/local-dates'
import { localDateOf } from '@vigia/law/mexican-time'
import { isReturn } from '@vigia/law/return-types'
import { isOfThisTime, returnBefore } from '../../engine/came-back.ts'
import {
  type ChildPicture,
  departure,
  earliest,
  firstEnding,
  latest,
  type Made,
  notBefore,
  type ProtectionCase,
} from '../../engine/child.ts'
import { type Course, climb, type Ending } from '../../engine/course.ts'
import type { ChildRule } from '../../engine/rule.ts'

export const noDetermination: ChildRule = {
  kind: 'NO_DETERMINATION',
  about: 'CHILD',
  endedBy: 'representation/determinations/PPNNA',
  courses: (child, thresholds) => {
    const gone = returnBefore(latest(child.detections), child)
    const since = child.cases.filter((file) => isOfThisTime(file, gone))
    const before = child.cases.filter((file) => !since.includes(file))
    const course = (file: ProtectionCase | null, more: Ending | null): Course[] => {
      if (!file) return []
      const closed = file.closedAt && { fact: 'protection_case', id: file.id, at: file.closedAt }
      const ending = firstEnding([lastOfBoth(child, file), closed, departure(child), more])
      return [
        { subject: file.id, state: file.state, since: file.at, steps: climb({ since: file.at }, thresholds), ending },
      ]
    }
    return [...course(thatSpeaks(before), since.length > 0 ? gone : null), ...course(thatSpeaks(since), null)]
  },
}

/** The first that is still open. */
function thatSpeaks(cases: readonly ProtectionCase[]): ProtectionCase | null {
  return earliest(cases.filter(({ closedAt }) => closedAt === null)) ?? earliest(cases)
}

/** By which of both it was over that they are there; null while one is missing. */
function lastOfBoth(child: ChildPicture, file: ProtectionCase): Ending | null {
  const before = endOfBefore(child, file.at)
  const isOfThis = ({ caseId, at }: Made) => caseId === file.id || before === null || localDateOf(at) > before
  const firstOf = (fact: string, facts: readonly Made[]) =>
    earliest(facts.filter(isOfThis).map(({ id, at }) => ({ fact, id, at: notBefore(at, file.at) })))
  const ofOffice = child.determinations.filter(({ authority }) => mayDetermineBestInterests(authority))
  const decided = firstOf('determination', ofOffice)
  const planned = firstOf('restitution_plan', child.plans)
  return decided && planned && (planned.at >= decided.at ? planned : decided)
}

/** The local day on which what came before the case was over; null where nothing did. */
function endOfBefore({ cases, returns }: ChildPicture, openedAt: Date): LocalDate | null {
  const ends = [
    ...cases.flatMap(({ id, closedAt }) => (closedAt ? [{ id, at: closedAt }] : [])),
    ...returns.filter(({ returnType }) => isReturn(returnType)),
  ]
  const last = latest<{ id: string; at: Date }>(ends.filter(({ at }) => at <= openedAt))
  return last && localDateOf(last.at)
}
