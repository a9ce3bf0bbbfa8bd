/**
 * A12: a child in a social assistance centre without a protection measure.
 *
 * Law     LGDNNA art. 122 VI-VII: admission is an urgent measure, and somebody orders it.
 * Court   None known.
 * Policy  SNDIF's agreements want the measure before the entry; critical after 24 hours is a default of Vigía. One that the prosecutor
 *         was asked for and nobody has ordered is none yet.
 */
import { earliest, endOfStay, firstEnding, type Measure, staysInCentres } from '../../engine/child.ts'
import { climb } from '../../engine/course.ts'
import type { ChildRule } from '../../engine/rule.ts'

export const lodgedWithoutMeasure: ChildRule = {
  kind: 'LODGED_WITHOUT_MEASURE',
  about: 'CHILD',
  endedBy: 'placements/stays/DIF',
  courses: (child, thresholds) =>
    staysInCentres(child).map((stay) => {
      const measure = earliest(child.measures.filter((one) => one.stayId === stay.id && isOrdered(one)))
      // One whose hour is not told is taken to have been there at the entry.
      const at = measure?.orderedAt && measure.orderedAt > stay.at ? measure.orderedAt : stay.at
      const ordered = measure && { fact: 'urgent_measure', id: measure.id, at }
      return {
        subject: stay.id,
        state: stay.state ?? child.state,
        facilityId: stay.facilityId,
        since: stay.at,
        steps: climb({ since: stay.at }, thresholds),
        ending: firstEnding([ordered, endOfStay(stay)]),
      }
    }),
}

/** One of which neither a request nor an hour is told has been ordered: its number says so. */
function isOrdered({ requestedAt, orderedAt, ratifiedAt }: Measure): boolean {
  return requestedAt === null || orderedAt !== null || ratifiedAt !== null
}
