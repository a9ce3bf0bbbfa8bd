/**
 * A03: a child was found and the Procuraduría was not told.
 *
 * Law     Ley de Migración arts. 11, 95 ¶3, 98 ¶2, 112 I-II: at once, and before any procedure.
 * Court   None known.
 * Policy  INM's protocol of 2016 says 24 hours; amber at 1 hour and critical at 36 are defaults of Vigía. A notice that the
 *         Procuraduría itself has written down counts like one of INM. Only the last detection asks: of an earlier one
 *         nothing can be mended any more.
 */
import { departure, earliest, firstEnding, latest } from '../../engine/child.ts'
import { climb, type Ending } from '../../engine/course.ts'
import type { ChildRule } from '../../engine/rule.ts'

export const ppnnaNotNotified: ChildRule = {
  kind: 'PPNNA_NOT_NOTIFIED',
  about: 'CHILD',
  endedBy: 'children/detections/INM',
  courses: (child, thresholds) => {
    const found = latest(child.detections)
    if (!found) return []
    const told: Ending | null = found.ppnnaNotifiedAt && {
      fact: 'detection',
      id: found.id,
      at: found.ppnnaNotifiedAt,
    }
    const known = earliest(
      child.cases
        .map(({ id, at, notifiedAt }) => ({ fact: 'protection_case', id, at: notifiedAt ?? at }))
        .filter(({ at }) => at >= found.at),
    )
    return [
      {
        subject: found.id,
        state: found.state,
        since: found.at,
        steps: climb({ since: found.at }, thresholds),
        ending: firstEnding([told, known, departure(child)]),
      },
    ]
  },
}
