/**
 * E01: the backlog of a Procuraduría grew by half within a week.
 *
 * Law     LGDNNA arts. 122, 123: the duty to each child; no number is set for all of them.
 * Court   None known.
 * Policy  By half within 7 days is red, doubled critical; of fewer than 10 children a week ago nothing is said. While INM or
 *         the Procuraduría of the state is silent nobody knows how the backlog moves: what is open stays open.
 */
import { addHours } from '@vigia/law/durations'
import { addDays } from '@vigia/law/local-dates'
import { instantOf } from '@vigia/law/mexican-time'
import type { Step } from '../../engine/course.ts'
import type { StateRule } from '../../engine/rule.ts'
import type { StatePicture } from '../../engine/state.ts'

const FEWEST = 10
const SILENT_AFTER_DAYS = 7
const NEEDED: readonly string[] = ['children/detections/INM', 'representation/protection-cases/PPNNA']

export const backlogGrows: StateRule = {
  kind: 'BACKLOG_GROWS',
  about: 'STATE',
  endedBy: 'representation/protection-cases/PPNNA',
  courses: (picture, thresholds) => {
    const { state, today, backlog } = picture
    const since = instantOf(addDays(today, -6))
    const growth = ((backlog.now - backlog.weekAgo) * 100) / Math.max(1, backlog.weekAgo)
    const isEnough = backlog.weekAgo >= FEWEST
    const steps: Step[] = thresholds
      .filter(({ amount }) => isEnough && growth >= amount)
      .map(({ severity }) => ({ severity, at: since }))
    return [{ subject: state, state, since, steps, ending: null, isHeld: isHeld(picture) }]
  },
}

/** Whether one of the offices that move the backlog is silent, or has never told of anything. */
function isHeld({ deliveries, today }: StatePicture): boolean {
  const morning = instantOf(today)
  return deliveries
    .filter(({ delivery }) => NEEDED.includes(delivery))
    .some(({ toldUntil, usualPeriodInDays }) => {
      const owed = toldUntil && addHours(toldUntil, 24 * (usualPeriodInDays + SILENT_AFTER_DAYS))
      return owed === null || owed < morning
    })
}
