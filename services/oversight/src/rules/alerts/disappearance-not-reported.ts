/**
 * A34: a child left a place without an authority's decision, is out of sight, and nobody has reported it.
 *
 * Law     LGDNNA art. 111 VIII: a centre tells the authority in time that a child in its custody is in danger. No hours are set.
 * Court   None known.
 * Policy  1, 3 and 24 hours are defaults of Vigía (domain.md A34). Judged where the file of stays says whether there is a report:
 *         of a place that does not tell nothing is guessed. A child who is found again, or lodged anywhere, is not missing.
 */
import { isGoneOutOfSight } from '@vigia/law/closures'
import { atTheLatest } from '@vigia/law/mexican-time'
import { type ChildPicture, earliest, firstEnding, notBefore, type Stay } from '../../engine/child.ts'
import { climb, type Ending } from '../../engine/course.ts'
import type { ChildRule } from '../../engine/rule.ts'

export const disappearanceNotReported: ChildRule = {
  kind: 'DISAPPEARANCE_NOT_REPORTED',
  about: 'CHILD',
  endedBy: { ofInm: 'placements/stays/INM', ofOthers: 'placements/stays/DIF' },
  courses: (child, thresholds) =>
    child.stays.flatMap((stay) => {
      const { id, leftAt: since, exitType, keeping, facilityId } = stay
      if (!since || !exitType || !isGoneOutOfSight(exitType) || !keeping || keeping.isMissingReported === null)
        return []
      const ending = firstEnding([report(stay, since), foundAgain(child, stay, since)])
      return [
        {
          ...{ subject: id, state: stay.state ?? child.state, facilityId, since, ending },
          steps: climb({ since }, thresholds),
        },
      ]
    }),
}

/** One whose hour is not told is taken to have been made at once. */
function report({ id, keeping }: Stay, leftAt: Date): Ending | null {
  return keeping?.isMissingReported ? { fact: 'missing_report', id, at: keeping.missingReportedAt ?? leftAt } : null
}

/**
 * Whoever was in the place until that day came elsewhere after it, at whatever hour of the day: what is told by that day alone counts, and so
 * do a stay that begins in that minute and one that was going on. The find by which it came to the place may be of the same day.
 */
function foundAgain({ stays, detections, returns }: ChildPicture, left: Stay, leftAt: Date): Ending | null {
  const as = <F extends { id: string; at: Date }>(fact: string, facts: readonly F[]): Ending[] =>
    facts.map(({ id, at }) => ({ fact, id, at: notBefore(at, leftAt) }))
  const isSince = ({ at }: { at: Date }) => at > left.at && atTheLatest(at) >= leftAt
  const isGoingOn = ({ at, leftAt: until }: Stay) => at <= leftAt && (!until || until > leftAt)
  const isOver = ({ leftAt: until }: Stay) => until !== null && atTheLatest(until) < leftAt
  const others = stays.filter(({ id }) => id !== left.id)
  const finds = detections.filter(({ at }) => at > atTheLatest(left.at) && atTheLatest(at) > leftAt)
  const lodged = others.filter((one) => isGoingOn(one) || (isSince(one) && !isOver(one)))
  return earliest([
    ...as('stay_elsewhere', lodged),
    ...as('detection', finds),
    ...as('executed_return', returns.filter(isSince)),
  ])
}
