/**
 * A25: a child stays long in a social assistance centre.
 *
 * Law     LGDNNA art. 4 II: the last resort, for the shortest time possible. No number of days is set.
 * Court   None known.
 * Policy  30, 90, 180 and 365 days are defaults of Vigía. Each stay has its own clock, as on the board.
 */
import { endOfStay, staysInCentres } from '../../engine/child.ts'
import { climb } from '../../engine/course.ts'
import type { ChildRule } from '../../engine/rule.ts'

export const longStay: ChildRule = {
  kind: 'LONG_STAY',
  about: 'CHILD',
  endedBy: 'placements/stays/DIF',
  courses: (child, thresholds) =>
    staysInCentres(child).map((stay) => ({
      subject: stay.id,
      state: stay.state ?? child.state,
      facilityId: stay.facilityId,
      since: stay.at,
      steps: climb({ since: stay.at }, thresholds),
      ending: endOfStay(stay),
    })),
}
