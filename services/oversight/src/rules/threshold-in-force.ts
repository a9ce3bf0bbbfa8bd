/**
 * Which thresholds hold on a day: the registry's own, or what the federal secretary has set in their place.
 *
 * Policy  The one in force on the day counts, of those the one that took effect last; what was set for a state goes before
 *         what was set for the nation. A default of Vigía.
 */
import type { AlertKind } from '@vigia/law/alert-kinds'
import { type Threshold, thresholdsOf } from '@vigia/law/alert-thresholds'
import type { LocalDate } from '@vigia/law/local-dates'
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

function changed(kind: AlertKind, changes: readonly ChangedThreshold[], state: string | null): readonly Threshold[] {
  const known = thresholdsOf(kind)
  return known.map((threshold, step) => {
    const ofStep = changes.filter((change) => change.step === step)
    const own = state === null ? null : last(ofStep.filter((change) => change.state === state))
    const change = own ?? last(ofStep.filter((one) => one.state === null))
    return change ? { ...threshold, amount: change.amount } : threshold
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
