/**
 * A30: a child asked for independent counsel and has no answer, or was denied it.
 *
 * Law     LGDNNA art. 92 VII: a lawyer, and free communication with that lawyer.
 * Court   None known.
 * Policy  24 and 72 hours are defaults of Vigía, from the end of the day of the request, since its hour is not told; red
 *         once denied, by the day of that: that it was stays so. An answer is owed until the child leaves.
 */
import { atTheLatest, instantOf, localDateOf } from '@vigia/law/mexican-time'
import { type ChildPicture, departure, firstEnding } from '../../engine/child.ts'
import { climb, type Ending } from '../../engine/course.ts'
import { stateOfFile } from '../../engine/of-file.ts'
import type { ChildRule } from '../../engine/rule.ts'

export const counselRequestUnanswered: ChildRule = {
  kind: 'COUNSEL_REQUEST_UNANSWERED',
  about: 'CHILD',
  endedBy: 'representation/representations/PPNNA',
  courses: (child, thresholds) =>
    child.counselRequests.map((asked) => {
      const { id, at, answer, answeredOn } = asked
      const evening = instantOf(localDateOf(at), 24)
      const answered = answeredOn === null ? evening : instantOf(answeredOn)
      const act = answer === 'DENIED' ? answered : null
      const granted: Ending | null = answer === 'GRANTED' ? { fact: 'counsel_request', id, at: answered } : null
      const gone = act ? null : leftAfter(at, child)
      const steps = climb({ since: evening, act }, thresholds)
      // Denied on the day of the request it does not begin to be before that day is over.
      const since = act && act < evening ? act : evening
      const state = stateOfFile(asked, child)
      return { subject: id, state, since, steps, ending: firstEnding([granted, gone]) }
    }),
}

/** The departure of whoever had asked before it. */
function leftAfter(askedAt: Date, child: ChildPicture): Ending | null {
  const gone = departure(child)
  return gone && atTheLatest(gone.at) >= askedAt ? gone : null
}
