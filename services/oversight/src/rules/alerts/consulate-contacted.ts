/**
 * A09: the consulate was told of a child who may need protection, or who has asked for it.
 *
 * Law     Ley de Migración art. 112 V, LRPCAP art. 21 ¶4: no contact with the country of origin.
 * Court   None known.
 * Policy  None. Critical when it happens. The express consent that would allow it is told in no file. A need that was seen when the child
 *         was found before is a need, until DIF has evaluated it anew and found none. A file of COMAR that tells of no sign of one,
 *         or that nobody informed the child, shows none.
 */
import { tellsOfNeed } from '@vigia/law/asylum'
import { isNeedRuledOut, isNeedSeen } from '@vigia/law/detection-evidence'
import type { LocalDate } from '@vigia/law/local-dates'
import { localDateOf } from '@vigia/law/mexican-time'
import { type ChildPicture, type Detection, latest } from '../../engine/child.ts'
import { climb } from '../../engine/course.ts'
import type { ChildRule } from '../../engine/rule.ts'

export const consulateContacted: ChildRule = {
  kind: 'CONSULATE_CONTACTED',
  about: 'CHILD',
  endedBy: null,
  courses: (child, thresholds) =>
    child.detections.flatMap((found) => {
      const { id, state, consulateNotifiedAt: since } = found
      if (!since) return []
      // A claim of the same day may have come after the consulate was told.
      const isClaimed = child.claims.some(
        ({ at, status }) => tellsOfNeed(status) && localDateOf(at) < localDateOf(since),
      )
      if (!isClaimed && !wasNeedSeen(child, found, localDateOf(since))) return []
      return [{ subject: id, state, since, steps: climb({ since }, thresholds), ending: null }]
    }),
}

/** In that detection, or in one before it and not found to be none between it and that day. */
function wasNeedSeen({ detections, evidence }: ChildPicture, found: Detection, day: LocalDate): boolean {
  const seenAt = evidence
    .filter(({ need }) => isNeedSeen(need))
    .flatMap(({ detectionId }) => detections.filter(({ id }) => id === detectionId))
  if (seenAt.some(({ id }) => id === found.id)) return true
  const last = latest(seenAt.filter(({ at }) => at < found.at))
  if (!last) return false
  return !evidence.some(
    ({ evaluatedOn: on, need }) => isNeedRuledOut(need) && on !== null && on > localDateOf(last.at) && on < day,
  )
}
