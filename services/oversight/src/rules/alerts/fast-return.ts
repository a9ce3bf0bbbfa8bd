/**
 * A19: a return within 72 hours of the detection, even with a determination.
 *
 * Law     None: no law says so.
 * Court   None known.
 * Policy  A pattern that KIND reported ("within a few days"); 72 hours are a default of Vigía, and can be set otherwise: what is in force
 *         at the departure counts. A departure without an hour was after a find of its day.
 */
import { HOUR_IN_MS } from '@vigia/law/durations'
import { isReturn } from '@vigia/law/return-types'
import { latest, mayFollow } from '../../engine/child.ts'
import type { ChildRule } from '../../engine/rule.ts'
import { inForceOn } from '../../engine/terms.ts'

export const fastReturn: ChildRule = {
  kind: 'FAST_RETURN',
  about: 'CHILD',
  endedBy: null,
  courses: ({ returns, detections }, thresholds) =>
    returns.flatMap(({ id, returnType, state, at }) => {
      const found = latest(detections.filter((detection) => mayFollow(at, detection)))
      if (!found || !isReturn(returnType)) return []
      const taken = at.getTime() - found.at.getTime()
      const steps = inForceOn(at, thresholds)
        .filter(({ amount }) => taken <= amount * HOUR_IN_MS)
        .map(({ severity, basis }) => ({ severity, at, basis }))
      return steps.length === 0 ? [] : [{ subject: id, state, since: at, steps, ending: null }]
    }),
}
