/**
 * Which thresholds hold on a day: the registry's own, or what the federal secretary has set in their place.
 *
 * Policy  The one in force on the day counts, of those the one that took effect last; what was set for a state goes before
 *         what was set for the nation, until it is taken back: then the nation’s holds there, and for the nation the registry’s own. That day is the day of the step and not of whoever judges: what was reached stays so, and what would
 *         have been reached by a stricter one is reached when that takes effect. One of the day on which it is set takes effect when
 *         it is. What was set rests on who set it, and no more on the article of the term in whose place it is.
 *         A step never comes after a graver one of the same clock. Defaults of Vigía.
 */
import type { AlertKind } from '@vigia/law/alert-kinds'
import { type Threshold, thresholdsOf } from '@vigia/law/alert-thresholds'
import { SET_BY_THE_SECRETARY } from '@vigia/law/criteria-of-alerts'
import type { LocalDate } from '@vigia/law/local-dates'
import { instantOf } from '@vigia/law/mexican-time'
import { isAsStrict, isBinding, isOutOfOrder } from '@vigia/law/threshold-changes'
import type { InForce } from '../engine/judge.ts'
import type { Term } from '../engine/terms.ts'

export interface ChangedThreshold {
  readonly id: string
  readonly kind: string
  /** Which of the steps of that kind, from 0. */
  readonly step: number
  /** Null: nationwide. */
  readonly state: string | null
  /** Null: what was set there before is taken back. */
  readonly amount: number | null
  readonly effectiveOn: LocalDate
  readonly setAt: Date
}

/** Those of one day: of each step one. */
export function thresholdsInForce(changes: readonly ChangedThreshold[], day: LocalDate): InForce {
  return remembering(
    changes.filter(({ effectiveOn }) => effectiveOn <= day),
    changed,
  )
}

/** Those by which is judged: of each step every term that it had, has and is to have, and from when until when. */
export function thresholdsOverTime(changes: readonly ChangedThreshold[]): InForce {
  return remembering(changes, overTime)
}

type Find = (kind: AlertKind, changes: readonly ChangedThreshold[], state: string | null) => readonly Term[]

/** Remembers what it has found: it serves all who are judged then. */
function remembering(inForce: readonly ChangedThreshold[], find: Find): InForce {
  const nations = new Map<AlertKind, readonly Term[]>()
  const states = new Map<AlertKind, ReadonlyMap<string, readonly Term[]>>()
  const of = (kind: AlertKind) => inForce.filter((change) => change.kind === kind)
  return {
    nation: (kind) => remembered(nations, kind, () => find(kind, of(kind), null)),
    states: (kind) =>
      remembered(states, kind, () => {
        const codes = new Set(of(kind).flatMap(({ state }) => (state === null ? [] : [state])))
        return new Map([...codes].map((state) => [state, find(kind, of(kind), state)]))
      }),
  }
}

/** The morning of its day; of one that was set on that day, when it was. */
function takesEffectAt({ effectiveOn, setAt }: ChangedThreshold): Date {
  const morning = instantOf(effectiveOn)
  return setAt > morning ? setAt : morning
}

/** A term ends where what is set next changes the number of its step; what is set for another place changes none. */
function overTime(kind: AlertKind, changes: readonly ChangedThreshold[], state: string | null): readonly Term[] {
  const times = new Set(changes.map((change) => takesEffectAt(change).getTime()))
  const inTime = [...times].sort((a, b) => a - b).map((time) => new Date(time))
  const by = (at: Date) => changes.filter((change) => takesEffectAt(change) <= at)
  const versions = inTime.map((from) => ({ from, thresholds: changed(kind, by(from), state) }))
  return changed(kind, [], state).flatMap((own, step) => {
    const terms: Term[] = [{ ...own, step }]
    for (const { from, thresholds } of versions) {
      const [next, last] = [thresholds[step], terms.at(-1)]
      if (next && last && next.amount !== last.amount)
        terms.splice(-1, 1, { ...last, until: from }, { ...next, step, from })
    }
    return terms
  })
}

/** Those of a kind where an alert is. */
export function inForceAt(inForce: InForce, kind: AlertKind, state: string): readonly Term[] {
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
    const amount = amountSet(ofStep, state) ?? amountSet(ofStep, null)
    if (amount === null || amount === threshold.amount || isLoosened(threshold, amount)) return threshold
    return { ...threshold, amount, basis: SET_BY_THE_SECRETARY }
  })
}

/** What the registry did not set nobody loosens: neither now nor before it was known that a law sets it. */
const isLoosened = (threshold: Threshold, amount: number) =>
  isBinding(threshold) && !isAsStrict(threshold, amount, threshold.amount)

/** Of one step, by the last of that place: null where nothing was set there, or is taken back. */
function amountSet(changes: readonly ChangedThreshold[], state: string | null): number | null {
  const there = changes.filter((change) => change.state === state)
  const [last] = there.toSorted((a, b) => (inOrder(a) < inOrder(b) ? 1 : -1))
  return last?.amount ?? null
}

/** Whether anything that was set of that step in that place holds on the day, so that it can be taken back. */
export function isSetOn(changes: readonly ChangedThreshold[], of: Omit<ChangedThreshold, 'id' | 'amount' | 'setAt'>) {
  const { kind, step, state, effectiveOn } = of
  const ofStep = changes.filter((one) => one.kind === kind && one.step === step && one.effectiveOn <= effectiveOn)
  return amountSet(ofStep, state) !== null
}

const inOrder = ({ effectiveOn, id }: ChangedThreshold) => `${effectiveOn} ${id}`

/** What was found of a key, found once. */
export function remembered<Key, Value>(known: Map<Key, Value>, key: Key, find: () => Value): Value {
  const value = known.get(key) ?? find()
  known.set(key, value)
  return value
}
