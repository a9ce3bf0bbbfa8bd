/**
 * A03: a child was found and the Procuraduría was not told.
 *
 * Law     Ley de Migración arts. 11, 95 ¶3, 98 ¶2, 112 I-II: at once, and before any procedure.
 * Court   None known.
 * Policy  INM's protocol of 2016 says 24 hours; amber at 1 hour and critical at 36 are defaults of Vigía. A notice that the
 *         Procuraduría itself has written down counts like one of INM, and one of the day of the find, without an hour, is of after it. A detection asks until the child is found
 *         again: from then on nothing of it can be mended, and the new one asks.
 */
import { departure, earliest, firstEnding, mayFollow, notBefore } from '../../engine/child.ts'
import { climb, type Ending } from '../../engine/course.ts'
import { ofEachDetection } from '../../engine/detections.ts'
import type { ChildRule } from '../../engine/rule.ts'

export const ppnnaNotNotified: ChildRule = {
  kind: 'PPNNA_NOT_NOTIFIED',
  about: 'CHILD',
  endedBy: 'children/detections/INM',
  courses: (all, thresholds) =>
    ofEachDetection(all, (found, child) => {
      const told: Ending | null = found.ppnnaNotifiedAt && {
        fact: 'detection',
        id: found.id,
        at: found.ppnnaNotifiedAt,
      }
      const known = earliest(
        child.cases
          .map(({ id, at, notifiedAt }) => ({ fact: 'protection_case', id, at: notifiedAt ?? at }))
          .filter(({ at }) => mayFollow(at, found))
          .map((file) => ({ ...file, at: notBefore(file.at, found.at) })),
      )
      const steps = climb({ since: found.at }, thresholds)
      const ending = firstEnding([told, known, departure(child)])
      return { subject: found.id, state: found.state, since: found.at, steps, ending }
    }),
}
