/**
 * A06: the Procuraduría was told of a child and has opened no case.
 *
 * Law     LGDNNA arts. 122, 123: the duty to determine and restore; no number of hours or days.
 * Court   None known.
 * Policy  24 hours, 72 hours and 5 working days are defaults of Vigía. As on the board, a child counts once, from its first
 *         notice, in the state of that notice, and leaves by a case alone: a return does not process it.
 */
import { earliest, notBefore } from '../../engine/child.ts'
import { climb } from '../../engine/course.ts'
import type { ChildRule } from '../../engine/rule.ts'

export const caseNotProcessed: ChildRule = {
  kind: 'CASE_NOT_PROCESSED',
  about: 'CHILD',
  endedBy: 'representation/protection-cases/PPNNA',
  courses: ({ id, detections, cases }, thresholds) => {
    const notice = earliest(
      detections.flatMap(({ id, state, ppnnaNotifiedAt }) =>
        ppnnaNotifiedAt ? [{ id, state, at: ppnnaNotifiedAt }] : [],
      ),
    )
    if (!notice) return []
    const opened = earliest(cases)
    // A file that is there has processed the child, whatever day it bears.
    const at = opened && notBefore(opened.at, notice.at)
    return [
      {
        subject: id,
        state: notice.state,
        since: notice.at,
        steps: climb({ since: notice.at }, thresholds),
        ending: opened && at && { fact: 'protection_case', id: opened.id, at },
      },
    ]
  },
}
