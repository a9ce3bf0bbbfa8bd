/** How far a figure of the twin is from its target, and whether that is too far. */

import type { Tally } from './tally.ts'
import type { Target } from './targets.ts'

export interface Deviation {
  readonly target: Target
  readonly wanted: number
  readonly measured: number
  /** Of what is wanted. */
  readonly deviation: number
  readonly isOff: boolean
}

const ALLOWED = 0.01

/** Counts are whole: one child more or less is no deviation, which matters for small figures and small twins. */
const WHOLE = 1.5

export function deviationOf(target: Target, tally: Tally, scale: number): Deviation {
  const wanted = target.kind === 'COUNT' ? target.expected * scale : target.expected
  const measured = target.measured(tally)
  const off = Math.abs(measured - wanted)
  const deviation = wanted === 0 ? off : off / wanted
  const slack =
    target.kind === 'SHARE'
      ? wanted * shareSlack(scale)
      : Math.max(wanted * ALLOWED, target.kind === 'COUNT' ? WHOLE : 0)
  return { target, wanted, measured, deviation, isOff: off > slack }
}

/** A share of a small twin is a ratio of few whole numbers. */
function shareSlack(scale: number): number {
  return Math.max(ALLOWED, 0.003 / scale)
}
