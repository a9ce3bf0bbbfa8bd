/**
 * The digest of a day, for offices that chose one: of each state what is open, and what has happened since the digest before.
 *
 * Policy  It is written also when there is nothing to say: one that fails to come is missed. What is silenced is not in it. What is
 *         of the nation itself stands at its end, where there is anything, for the offices that are of no state.
 */
import { MATRIX, type Role } from '@vigia/law/access-matrix'
import { type AlertStep, rankOf } from '@vigia/law/alert-kinds'
import type { OfWhat } from '@vigia/law/alert-offices'
import { DIGEST_HOUR } from '@vigia/law/letters'
import { instantOf, localDateOf } from '@vigia/law/mexican-time'
import { NATION, STATE_CODES } from '@vigia/law/states'
import { type Chosen, termsOf } from './letter-terms.ts'
import { type Silence, type Silenceable, silencedUntil } from './silenced.ts'
import { addresseesOf, type Part } from './told-by-mail.ts'

/** So many alerts that a digest does not tell apart: open, or those to which this step happened. */
export interface Alike extends OfWhat, Silenceable {
  readonly count: number
  /** Which alerts they are. */
  readonly alertIds: readonly string[]
  /** Null of what is open. */
  readonly step: AlertStep | null
}

/** An office that has a digest, and the states that are in it. */
export interface Reader {
  readonly recipient: string
  readonly role: Role
  readonly states: readonly string[]
}

/** What the digest tells of one state: as whose duty, or as what the office oversees. */
export interface OfState {
  readonly state: string
  readonly counted: readonly (Alike & { readonly part: Part })[]
}

/** When the digests of its day are due: what is chosen from then on is of the next day. */
export function digestsDueAt(now: Date): Date {
  return instantOf(localDateOf(now), DIGEST_HOUR)
}

/** Whose digest of this day is due, by what was chosen before it was: nobody's before its hour, nor for a day that had begun when it was chosen. */
export function readersOf(choices: readonly (Chosen & { readonly at: Date })[], now: Date): Reader[] {
  const dueAt = digestsDueAt(now)
  if (now < dueAt) return []
  const known = choices.filter(({ at }) => at < dueAt)
  return [...new Set(known.map(({ role }) => role))].flatMap((role): Reader[] => {
    const isDaily = (code: string) => termsOf(known, role, code).rhythm === 'DAILY'
    const states = STATE_CODES.filter(isDaily)
    if (MATRIX[role].byState) return states.map((state) => ({ recipient: `${role}:${state}`, role, states: [state] }))
    const all = isDaily(NATION.code) ? [...states, NATION.code] : states
    return all.length === 0 ? [] : [{ recipient: role, role, states: all }]
  })
}

/** What concerns the reader, as grave as it chose to be told of; each of its states, in their order. */
export function digestOf(
  { role, states }: Reader,
  alike: readonly Alike[],
  { choices, silences, now }: { choices: readonly Chosen[]; silences: readonly Silence[]; now: Date },
): OfState[] {
  const concerning = alike.flatMap((one) => {
    const office = addresseesOf(one).find((addressee) => addressee.role === role)
    const isGrave = rankOf(one.severity) >= rankOf(termsOf(choices, role, one.state).severity)
    return office && isGrave && silencedUntil(silences, one, { role, now }) === null
      ? [{ ...one, part: office.part }]
      : []
  })
  return states
    .map((state) => ({ state, counted: concerning.filter((one) => one.state === state) }))
    .filter(({ state, counted }) => state !== NATION.code || counted.length > 0)
}
