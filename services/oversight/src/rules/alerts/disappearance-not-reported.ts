/**
 * A34: a child left a place without an authority's decision, is out of sight, and nobody has reported it.
 *
 * Law     LGDNNA art. 111 VIII: a centre tells the authority in time that a child in its custody is in danger. No hours are set.
 * Court   None known.
 * Policy  1, 3 and 24 hours are defaults of Vigía (domain.md A34). Judged where the file of stays says whether there is a report:
 *         of a place that does not tell nothing is guessed. A child who is found again, or lodged anywhere, is not missing.
 */
import { isGoneOutOfSight } from '@vigia/law/closures'
import { type ChildPicture, earliest, firstEnding, type Stay } from '../../engine/child.ts'
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
      const ending = firstEnding([report(stay, since), foundAgain(child, since)])
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

function foundAgain({ stays, detections, returns }: ChildPicture, leftAt: Date): Ending | null {
  const after = <F extends { id: string; at: Date }>(fact: string, facts: readonly F[]): Ending[] =>
    facts.filter(({ at }) => at > leftAt).map(({ id, at }) => ({ fact, id, at }))
  const seen = [
    ...after('stay_elsewhere', stays),
    ...after('detection', detections),
    ...after('executed_return', returns),
  ]
  return earliest(seen)
}
