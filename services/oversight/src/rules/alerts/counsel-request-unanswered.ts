/**
 * A30: a child asked for independent counsel and has no answer, or was denied it.
 *
 * Law     LGDNNA art. 92 VII: a lawyer, and free communication with that lawyer.
 * Court   None known.
 * Policy  24 and 72 hours are defaults of Vigía, from the end of the day of the request, since its hour is not told; red
 *         once denied.
 */
import { instantOf, localDateOf } from '@vigia/law/mexican-time'
import { climb, type Ending } from '../../engine/course.ts'
import type { ChildRule } from '../../engine/rule.ts'

export const counselRequestUnanswered: ChildRule = {
  kind: 'COUNSEL_REQUEST_UNANSWERED',
  about: 'CHILD',
  endedBy: 'representation/representations/PPNNA',
  courses: ({ counselRequests, state }, thresholds) =>
    counselRequests.map(({ id, at, answer, answeredOn }) => {
      const since = instantOf(localDateOf(at), 24)
      const answered = answeredOn === null ? since : instantOf(answeredOn)
      const act = answer === 'DENIED' ? answered : null
      const ending: Ending | null = answer === 'GRANTED' ? { fact: 'counsel_request', id, at: answered } : null
      return { subject: id, state, since, steps: climb({ since, act }, thresholds), ending }
    }),
}
