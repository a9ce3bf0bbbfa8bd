/**
 * A13: the public prosecutor did not decree an urgent measure within 3 hours, or no judge ruled on one within 24.
 *
 * Law     LGDNNA art. 122 VI: the prosecutor decrees it within 3 hours of receiving the request, and a judge rules within 24 hours of
 *         the measure; art. 122 VII: so does a judge on one that the Procuraduría orders itself, without asking anybody.
 * Court   None known.
 * Policy  Two clocks, and an alert of each: one does not wait for the other. Whoever orders what was asked for ends the first, and so
 *         does the end of the stay. A ruling is owed while the child is lodged under the measure, wherever it is handed on. Of a measure that
 *         nobody was asked for, or of which nobody tells when, the first is silent. Where no hour is told hours run from the end of the
 *         day: before that it is not known that the law's term is over.
 */
import { atTheLatest } from '@vigia/law/mexican-time'
import { endOfStay, firstEnding } from '../../engine/child.ts'
import { type Course, climb } from '../../engine/course.ts'
import { endOfLodging } from '../../engine/lodging.ts'
import type { ChildRule } from '../../engine/rule.ts'

export const measureNotRatified: ChildRule = {
  kind: 'MEASURE_NOT_RATIFIED',
  about: 'CHILD',
  endedBy: 'placements/stays/DIF',
  courses: (child, thresholds) =>
    child.measures.flatMap((measure) => {
      const stay = child.stays.find(({ id }) => id === measure.stayId)
      if (!stay) return []
      const of = { state: stay.state ?? child.state, facilityId: stay.facilityId }
      const { id, requestedAt, orderedAt, ratifiedAt } = measure
      const ended = (at: Date | null) => at && { fact: 'urgent_measure', id, at }
      const decree: Course[] = requestedAt
        ? [
            {
              ...{ subject: `${id}/REQUEST`, ...of, since: atTheLatest(requestedAt) },
              steps: climb({ request: atTheLatest(requestedAt) }, thresholds),
              ending: firstEnding([ended(orderedAt ?? ratifiedAt), endOfStay(stay)]),
            },
          ]
        : []
      const ruling: Course[] = orderedAt
        ? [
            {
              ...{ subject: id, ...of, since: atTheLatest(orderedAt) },
              steps: climb({ since: atTheLatest(orderedAt) }, thresholds),
              ending: firstEnding([ended(ratifiedAt), endOfLodging(stay, child)]),
            },
          ]
        : []
      return [...decree, ...ruling]
    }),
}
