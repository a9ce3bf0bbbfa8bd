/**
 * Which thresholds may be set in the place of those the registry came with, and how far.
 *
 * Law     A term of a statute, of a judgment or of an authority's own protocol is not the registry's to lengthen: it can only be made
 *         stricter. What is raised by an act, and not by a term, has nothing to set.
 * Policy  A default of Vigía may be set either way, up to what is said here, and not beyond a graver step of the same clock.
 */
import { type AlertKind, type AlertSeverity, rankOf } from './alert-kinds.ts'
import { type Threshold, type ThresholdUnit, thresholdsOf } from './alert-thresholds.ts'

const LARGEST: Readonly<Record<ThresholdUnit, number>> = {
  HOURS: 24 * 90,
  DAYS: 2 * 365,
  WORKING_DAYS: 250,
  DAYS_BEFORE: 2 * 365,
  HOURS_WITHIN: 24 * 90,
  PERCENT: 300,
  CHILDREN: 1_000,
}
/** Of these 0 is no measure: a place without children would be overcrowded, and no return would be fast any more. */
const ONE_AT_LEAST: readonly ThresholdUnit[] = ['DAYS_BEFORE', 'HOURS_WITHIN', 'PERCENT']

/** How far ahead the day may lie from which a threshold holds: a year. */
export const THRESHOLD_AHEAD_IN_DAYS = 366

export interface ThresholdWish {
  readonly kind: AlertKind
  readonly severity: AlertSeverity
  /** Which step of the kind, from 0; null where its severity says which. */
  readonly step: number | null
  readonly value: number
}

/** The step that is meant; null where there is none of that severity with a term, or several. What bears on all steps is named by its number. */
export function stepMeant({ kind, severity, step }: Omit<ThresholdWish, 'value'>): number | null {
  const isMeant = (threshold: Threshold, i: number) => (step === null ? !bearsOnAll(threshold) : step === i)
  const meant = thresholdsOf(kind).flatMap((threshold, i) =>
    threshold.severity === severity && hasTerm(threshold) && isMeant(threshold, i) ? [i] : [],
  )
  return meant.length === 1 ? (meant[0] ?? null) : null
}

/** Whether there is a number to set, and not an act alone raises it. */
export function hasTerm({ since }: Threshold): boolean {
  return since !== 'ACT'
}

/** Whether it is no step, and all steps of its kind depend on it. */
export function bearsOnAll({ since }: Pick<Threshold, 'since'>): boolean {
  return since === 'FEWEST' || since === 'SILENCE'
}

/** Whether it is raised no later, or by no more, than the other; by no less of what is to be far away. */
export function isAsStrict({ unit }: Threshold, value: number, than: number): boolean {
  return unit === 'DAYS_BEFORE' || unit === 'HOURS_WITHIN' ? value >= than : value <= than
}

/** Hours and days are of one measure; a term of working days lasts at least so many days. */
const IN_HOURS: Readonly<Partial<Record<ThresholdUnit, number>>> = { HOURS: 1, DAYS: 24, WORKING_DAYS: 24 }

/** Whether this step of a kind would be reached after a graver one, or a milder one after it, by the same clock. */
export function isOutOfOrder(steps: readonly Threshold[], step: number): boolean {
  const own = steps[step]
  if (!own || !hasTerm(own) || bearsOnAll(own)) return false
  return steps.some((other, i) => {
    if (i === step || other.since !== own.since) return false
    const isMilder = rankOf(own.severity) < rankOf(other.severity) || (own.severity === other.severity && step < i)
    return isMilder ? isLater(own, other) : isLater(other, own)
  })
}

function isLater(mild: Threshold, grave: Threshold): boolean {
  const measure = ({ amount, unit }: Threshold) => amount * (IN_HOURS[unit] ?? 1)
  return !isAsStrict(mild, measure(mild), measure(grave))
}

/** Whether only a stricter one may be set in its place. */
export function isBinding({ basis }: Pick<Threshold, 'basis'>): boolean {
  return basis.kind !== 'POLICY'
}

/** What may be set, both included, in the unit of the step. */
export interface ThresholdRange {
  readonly least: number
  readonly most: number
}

/** What may be set of a step; null where nothing may: an act raises it, or nothing is stricter than what binds. */
export function rangeOf(threshold: Threshold): ThresholdRange | null {
  const { amount, unit } = threshold
  const measures = { least: ONE_AT_LEAST.includes(unit) ? 1 : 0, most: LARGEST[unit] }
  const stricter = isAsStrict(threshold, measures.most, amount) ? { least: amount } : { most: amount }
  const range = { ...measures, ...(isBinding(threshold) && stricter) }
  return hasTerm(threshold) && range.least < range.most ? range : null
}

/** What is wrong with the step that is meant, in a sentence for who sets it; null where nothing is. */
export function faultOfStep(meant: Omit<ThresholdWish, 'value'>): string | null {
  const isOne = stepMeant(meant) !== null
  return isOne ? null : 'No single step of this kind has this severity and a term: say which by its number.'
}

/** What is wrong with the step or the value, in the same way. */
export function faultOfThreshold(wish: ThresholdWish): string | null {
  const step = stepMeant(wish)
  const threshold = step === null ? undefined : thresholdsOf(wish.kind)[step]
  if (!threshold) return faultOfStep(wish)
  const { amount, unit } = threshold
  const { value } = wish
  const least = ONE_AT_LEAST.includes(unit) ? 1 : 0
  if (!Number.isInteger(value) || value < least || value > LARGEST[unit])
    return `Set a whole number from ${least} to ${LARGEST[unit]}, in the unit of the step.`
  if (isBinding(threshold) && !isAsStrict(threshold, value, amount))
    return `This term is no default of the registry: it can be made stricter than ${amount}, and never looser.`
  return null
}
