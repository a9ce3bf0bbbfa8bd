/**
 * Which thresholds hold on a day: the registry's own, or what the federal secretary has set in their place.
 *
 * Policy  The one in force on the day counts, of those the one that took effect last; what was set for a state goes before
 *         what was set for the nation. What was set rests on who set it, and no more on the article of the term in whose place it is.
 *         A step never comes after a graver one of the same clock. Defaults of Vigía.
 */
import type { AlertKind } from '@vigia/law/alert-kinds'
import { type Threshold, thresholdsOf } from '@vigia/law/alert-thresholds'
import { SET_BY_THE_SECRETARY } from '@vigia/law/criteria-of-alerts'
import type { LocalDate } from '@vigia/law/local-dates'
import { isOutOfOrder } from '@vigia/law/threshold-changes'
import type { InForce } from '../engine/judge.ts'

export interface ChangedThreshold {
  readonly id: string
  readonly kind: string
  /** Which of the steps of that kind, from 0. */
  readonly step: number
  /** Null: nationwide. */
  readonly state: string | null
  readonly amount: number
  readonly effectiveOn: LocalDate
}

/** Remembers what it has found: it serves all who are judged on that day. */
export function thresholdsInForce(changes: readonly ChangedThreshold[], day: LocalDate): InForce {
  const inForce = changes.filter(({ effectiveOn }) => effectiveOn <= day)
  const nations = new Map<AlertKind, readonly Threshold[]>()
  const states = new Map<AlertKind, ReadonlyMap<string, readonly Threshold[]>>()
  const of = (kind: AlertKind) => inForce.filter((change) => change.kind === kind)
  return {
    nation: (kind) => remembered(nations, kind, () => changed(kind, of(kind), null)),
    states: (kind) =>
      remembered(states, kind, () => {
        const codes = new Set(of(kind).flatMap(({ state }) => (state === null ? [] : [state])))
        return new Map([...codes].map((state) => [state, changed(kind, of(kind), state)]))
      }),
  }
}

/** Those of a kind where an alert is. */
export function inForceAt(inForce: InForce, kind: AlertKind, state: string): readonly Threshold[] {
  return inForce.states(kind).get(state) ?? inForce.nation(kind)
}

/** Whether by what is to be set a step would come after a graver one: on the day it takes effect or a later one, anywhere it holds. */
export function wouldBeOutOfOrder(
  changes: readonly ChangedThreshold[],
  wanted: ChangedThreshold & { kind: AlertKind },
) {
  const { kind, step, state, effectiveOn } = wanted
  const all = [...changes.filter((change) => change.kind === kind), wanted]
  const days = new Set([effectiveOn, ...all.map((change) => change.effectiveOn)].filter((day) => day >= effectiveOn))
  return [...days].some((day) => {
    const inForce = thresholdsInForce(all, day)
    const places =
      state === null ? [inForce.nation(kind), ...inForce.states(kind).values()] : [inForceAt(inForce, kind, state)]
    return places.some((steps) => isOutOfOrder(steps, step))
  })
}

function changed(kind: AlertKind, changes: readonly ChangedThreshold[], state: string | null): readonly Threshold[] {
  const known = thresholdsOf(kind)
  return known.map((threshold, step) => {
    const ofStep = changes.filter((change) => change.step === step)
    const own = state === null ? null : last(ofStep.filter((change) => change.state === state))
    const change = own ?? last(ofStep.filter((one) => one.state === null))
    if (!change || change.amount === threshold.amount) return threshold
    return { ...threshold, amount: change.amount, basis: SET_BY_THE_SECRETARY }
  })
}

function last(changes: readonly ChangedThreshold[]): ChangedThreshold | null {
  const [latest] = changes.toSorted((a, b) => (inOrder(a) < inOrder(b) ? 1 : -1))
  return latest ?? null
}

const inOrder = ({ effectiveOn, id }: ChangedThreshold) => `${effectiveOn} ${id}`

function remembered<Key, Value>(known: Map<Key, Value>, key: Key, find: () => Value): Value {
  const value = known.get(key) ?? find()
  known.set(key, value)
  return value
}
