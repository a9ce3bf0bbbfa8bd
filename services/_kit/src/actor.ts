/** Who is asking, as vouched for by the gateway. */
import { SCOPES, type Scope } from '@vigia/law/access-groups'
import { MOST_FACILITIES } from '@vigia/law/access-lines'
import { ceilingOf, MATRIX, ROLES, scopesOf } from '@vigia/law/access-matrix'
import { AGREED_DATA_NAMES, OUT_OF_TERM, type OutOfTerm, outOfTerm, scopesAgreed } from '@vigia/law/agreements'
import { ALERT_KINDS } from '@vigia/law/alert-kinds'
import { codesOf } from '@vigia/law/code-list'
import { counselKeyOf, MOST_COUNSEL_KEYS } from '@vigia/law/counsel-keys'
import { MOST_OPEN, OPENED_BY } from '@vigia/law/opened-records'
import { isCounted } from '@vigia/law/states-in-sight'
import { z } from 'zod'

export const Actor = z.object({
  sub: z.string().min(1).max(255),
  kind: z.enum(['person', 'machine']),
  /** Of a person: that a program of his own asks, by a token that he made for it. */
  byToken: z.boolean().optional(),
  role: z.enum(ROLES),
  /**
   * INEGI codes of the states the actor oversees; null for the whole country. Of a state's children (services/children/src/
   * rules/in-sight.ts) the actor sees all that the scopes allow; of others not even that they are there.
   */
  states: z.array(z.string().regex(/^\d{2}$/)).nullable(),
  /** The organization or office for which the actor asks. */
  org: z.string().min(1).max(200).nullable(),
  scopes: z.array(z.enum(SCOPES)),
  /** Of independent counsel: the numbers by which mandates name it, its organization or that one's lawyers. */
  counsel: z
    .array(z.string().refine((key) => counselKeyOf(key) === key))
    .max(MOST_COUNSEL_KEYS)
    .readonly()
    .optional(),
  /** Of an officer of the DIF who is bound to single places of its states: their ids. None where it is bound to the states alone. */
  facilities: z.array(z.guid()).max(MOST_FACILITIES).readonly().optional(),
  /** Of a partner: what its agreement names beside its states. */
  agreement: z
    .object({
      data: z.array(z.enum(AGREED_DATA_NAMES)).readonly(),
      /** Null for every kind of alert. */
      kinds: z
        .array(z.enum(codesOf(ALERT_KINDS)))
        .readonly()
        .nullable(),
      /** Milliseconds since 1970; nothing is told from `until` on. */
      from: z.number(),
      until: z.number(),
    })
    .readonly()
    .optional(),
  /** What the actor has opened of single children, until when; looked up by the gateway for each request of records. */
  opened: z
    .array(
      z.object({
        child: z.guid(),
        by: z.enum(OPENED_BY),
        /** Whether the child is beyond the actor's rows: then it is seen for this alone. */
        isOutside: z.boolean(),
        /** Milliseconds since 1970. */
        until: z.number(),
      }),
    )
    .max(MOST_OPEN)
    .readonly()
    .optional(),
})
export type Actor = Readonly<z.output<typeof Actor>>

/** A federal secretary as its line of the matrix has it: every child, without name, place, dangers and representation. */
export const PSEUDONYMOUS_FEDERAL_SECRETARY: Actor = Object.freeze({
  sub: 'federal-secretary',
  kind: 'person',
  role: 'federal-secretary',
  states: null,
  org: null,
  scopes: scopesOf('federal-secretary'),
})

/** Whether a program asks, in its own name or a person's: it takes an empty list for quiet. A person's page may be found by any address. */
export const isProgram = ({ kind, byToken = false }: Actor): boolean => kind === 'machine' || byToken

/** Whether the actor holds the scope, and its role may hold it at all. */
export function hasScope(actor: Actor | null, scope: Scope): boolean {
  return actor?.scopes.includes(scope) === true && ceilingOf(actor.role).has(scope)
}

/** What the actor has opened, as far as the database has it written down (sec.open_now). */
export interface Written {
  child_id: string
  by: string
  is_outside: boolean
  until: Date
}

/** The actor with those of its openings that are written down, as they are: what was only named opens nothing. */
export function withOpenings(actor: Actor, written: readonly Written[]): Actor {
  const opened = (actor.opened ?? []).flatMap((named) => {
    const found = written.find(({ child_id, by }) => child_id === named.child && by === named.by)
    return found ? [{ ...named, isOutside: found.is_outside, until: Math.min(named.until, found.until.getTime()) }] : []
  })
  return Object.freeze({ ...actor, opened })
}

const accepted = new WeakMap<object, Actor>()

/**
 * The actor as a service takes it, whether it came in an envelope or within the process: no scope beyond its role, none that rests on
 * an agreement and is not in it, no state at all where the role is bound to states and names none, and keys of counsel or
 * places of its own where its rule asks for them. The context of a request is made of nothing else.
 */
export function acceptActor(actor: Actor): Actor {
  const known = accepted.get(actor)
  if (known) return known
  const ceiling = ceilingOf(actor.role)
  const { rows, byState } = MATRIX[actor.role]
  const { agreement, counsel, facilities, ...rest } = actor
  const scopes = actor.scopes.filter((scope) => ceiling.has(scope))
  const taken: Actor = Object.freeze({
    ...rest,
    states: byState ? (actor.states ?? []) : actor.states,
    scopes: rows === 'AGREEMENT' ? scopesAgreed(scopes, agreement) : scopes,
    ...(rows === 'AGREEMENT' && agreement && { agreement }),
    ...(rows === 'MANDATE' && counsel && { counsel }),
    ...(rows === 'PLACED' && facilities && { facilities }),
  })
  accepted.set(actor, taken)
  return taken
}

/** Whether the counts of a state, or of the nation, are the actor's to read. */
export function mayCount({ states }: Actor, code: string): boolean {
  return isCounted(states, code)
}

/** Why nothing is told to the actor at that moment; null where nothing speaks against it. */
export function outOfAgreement({ agreement }: Actor, now: number): { code: OutOfTerm; sentence: string } | null {
  const code = agreement === undefined ? null : outOfTerm(agreement, now)
  return code && { code, sentence: OUT_OF_TERM[code] }
}
