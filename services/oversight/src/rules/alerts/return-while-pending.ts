/**
 * A18: a return while a claim of asylum, protection already granted, or an amparo stands against it.
 *
 * Law     Ley de Migración art. 121 ¶2, LRPCAP art. 6: whoever asked for protection is not sent back.
 * Court   An amparo may suspend the return: whether it did is told in no file.
 * Policy  A claim counts by its present situation, from the day of filing; an amparo while somebody represents the child in it.
 */
import { forbidsReturn } from '@vigia/law/asylum'
import { localDateOf } from '@vigia/law/mexican-time'
import { isReturn } from '@vigia/law/return-types'
import type { ChildPicture } from '../../engine/child.ts'
import { climb } from '../../engine/course.ts'
import type { ChildRule } from '../../engine/rule.ts'

export const returnWhilePending: ChildRule = {
  kind: 'RETURN_WHILE_PENDING',
  about: 'CHILD',
  endedBy: null,
  courses: (child, thresholds) =>
    child.returns
      .filter(({ returnType, at }) => isReturn(returnType) && isForbiddenAt(child, at))
      .map(({ id, state, at }) => ({
        subject: id,
        state,
        since: at,
        steps: climb({ since: at }, thresholds),
        ending: null,
      })),
}

function isForbiddenAt({ claims, representations }: ChildPicture, departedAt: Date): boolean {
  const day = localDateOf(departedAt)
  const isClaimed = claims.some(
    // A situation that began after the departure says that the claim was pending at it.
    ({ at, status, statusOn }) => at <= departedAt && (forbidsReturn(status) || (statusOn !== null && statusOn > day)),
  )
  const isInAmparo = representations.some(
    ({ forum, at, endedAt }) => forum === 'AMPARO' && at <= departedAt && (!endedAt || endedAt > departedAt),
  )
  return isClaimed || isInAmparo
}
