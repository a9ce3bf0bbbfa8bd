/**
 * A13: no judge ruled on an urgent measure within 24 hours.
 *
 * Law     LGDNNA art. 122 VI-VII: a judge rules within 24 hours. The 3 hours of the public prosecutor run from the request,
 *         whose hour is told in no file.
 * Court   None known.
 * Policy  None.
 */
import { climb } from '../../engine/course.ts'
import type { ChildRule } from '../../engine/rule.ts'

export const measureNotRatified: ChildRule = {
  kind: 'MEASURE_NOT_RATIFIED',
  about: 'CHILD',
  endedBy: 'placements/stays/DIF',
  courses: ({ measures, stays, state }, thresholds) =>
    measures.flatMap(({ id, stayId, orderedAt, ratifiedAt }) => {
      const stay = stays.find((one) => one.id === stayId)
      if (!orderedAt || !stay) return []
      return [
        {
          subject: id,
          state: stay.state ?? state,
          facilityId: stay.facilityId,
          since: orderedAt,
          steps: climb({ since: orderedAt }, thresholds),
          ending: ratifiedAt && { fact: 'urgent_measure', id, at: ratifiedAt },
        },
      ]
    }),
}
