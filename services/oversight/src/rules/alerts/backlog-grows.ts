/**
 * E01: the backlog of a Procuraduría leapt up within a week.
 *
 * Law     LGDNNA arts. 122, 123: the duty to each child; no number is set for all of them.
 * Court   None known.
 * Policy  By half is red, doubled critical; of fewer than 10 children a week ago nothing is said. Once INM or the Procuraduría of the
 *         state has been silent for 7 days nobody knows how the backlog moves: what is open stays open. All of them defaults of Vigía,
 *         which can be set otherwise; the week is what the alert is about.
 */
import type { Threshold } from '@vigia/law/alert-thresholds'
import { addHours } from '@vigia/law/durations'
import { addDays } from '@vigia/law/local-dates'
import { instantOf } from '@vigia/law/mexican-time'
import type { StateRule } from '../../engine/rule.ts'
import type { StatePicture } from '../../engine/state.ts'
import { inForceOn, type Step } from '../../engine/terms.ts'

const NEEDED: readonly string[] = ['children/detections/INM', 'representation/protection-cases/PPNNA']

export const backlogGrows: StateRule = {
  kind: 'BACKLOG_GROWS',
  about: 'STATE',
  endedBy: 'representation/protection-cases/PPNNA',
  courses: (picture, terms) => {
    const { state, today, backlog, now } = picture
    const thresholds = inForceOn(now, terms)
    const since = instantOf(addDays(today, -6))
    const growth = ((backlog.now - backlog.weekAgo) * 100) / Math.max(1, backlog.weekAgo)
    const isEnough = backlog.weekAgo >= amountOf('FEWEST', thresholds)
    const steps: Step[] = thresholds
      .filter(({ since, amount }) => since === 'DUTY' && isEnough && growth >= amount)
      .map(({ severity, basis }) => ({ severity, at: since, basis }))
    return [
      { subject: state, state, since, steps, ending: null, isHeld: isHeld(picture, amountOf('SILENCE', thresholds)) },
    ]
  },
}

/** Whether one of the offices that move the backlog is silent, or has never told of anything. */
function isHeld({ deliveries, today }: StatePicture, silentAfterDays: number): boolean {
  const morning = instantOf(today)
  return deliveries
    .filter(({ delivery }) => NEEDED.includes(delivery))
    .some(({ toldUntil, usualPeriodInDays }) => {
      const owed = toldUntil && addHours(toldUntil, 24 * (usualPeriodInDays + silentAfterDays))
      return owed === null || owed < morning
    })
}

function amountOf(what: Threshold['since'], thresholds: readonly Threshold[]): number {
  const found = thresholds.find(({ since }) => since === what)
  if (!found) throw new Error(`No threshold of a backlog that grows is ${what}`)
  return found.amount
}
