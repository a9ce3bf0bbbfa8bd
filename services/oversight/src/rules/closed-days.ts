/** Judges terms of working days by the calendar of the authority before which they run: its suspensions of work, and nobody else's. */
import type { AlertKind } from '@vigia/law/alert-kinds'
import { closedDaysOf, keeperOf, suspensionsOf, type WorkSuspension } from '@vigia/law/work-suspensions'
import type { InForce } from '../engine/judge.ts'
import type { Term } from '../engine/terms.ts'
import { remembered } from './threshold-in-force.ts'

/**
 * The same terms, each with the days on which its authority is closed; of a state whose authority has suspended its work, terms of its own.
 * Remembers what it has found, as what it is given does.
 */
export function byCalendars(inForce: InForce, suspensions: readonly WorkSuspension[]): InForce {
  if (suspensions.length === 0) return inForce
  const nations = new Map<AlertKind, readonly Term[]>()
  const states = new Map<AlertKind, ReadonlyMap<string, readonly Term[]>>()
  const closedIn = (kind: AlertKind, state: string | null, terms: readonly Term[]): readonly Term[] => {
    const keeper = keeperOf(kind)
    const closed = keeper && closedDaysOf(keeper, state, suspensions)
    return closed && closed.size > 0
      ? terms.map((term) => (term.unit === 'WORKING_DAYS' ? { ...term, closed } : term))
      : terms
  }
  return {
    nation: (kind) => remembered(nations, kind, () => closedIn(kind, null, inForce.nation(kind))),
    states: (kind) =>
      remembered(states, kind, () => {
        const keeper = keeperOf(kind)
        const own = keeper ? suspensionsOf(keeper, suspensions).flatMap(({ state }) => state ?? []) : []
        const set = inForce.states(kind)
        const termsOf = (state: string) => closedIn(kind, state, set.get(state) ?? inForce.nation(kind))
        return new Map([...new Set([...set.keys(), ...own])].map((state) => [state, termsOf(state)]))
      }),
  }
}
