/**
 * A19: a return within 72 hours of the detection, even with a determination.
 *
 * Law     None: no law says so.
 * Court   None known.
 * Policy  A pattern that KIND reported ("within a few days"); 72 hours are a default of Vigía.
 */
import { HOUR_IN_MS } from '@vigia/law/durations'
import { isReturn } from '@vigia/law/return-types'
import { latest } from '../../engine/child.ts'
import { climb } from '../../engine/course.ts'
import type { ChildRule } from '../../engine/rule.ts'

const FAST_IN_MS = 72 * HOUR_IN_MS

export const fastReturn: ChildRule = {
  kind: 'FAST_RETURN',
  about: 'CHILD',
  endedBy: null,
  courses: ({ returns, detections }, thresholds) =>
    returns
      .filter(({ returnType, at }) => {
        const found = latest(detections.filter((detection) => detection.at <= at))
        return isReturn(returnType) && found !== null && at.getTime() - found.at.getTime() <= FAST_IN_MS
      })
      .map(({ id, state, at }) => ({
        subject: id,
        state,
        since: at,
        steps: climb({ since: at }, thresholds),
        ending: null,
      })),
}
