/** From what the issuer vouches for to who asks: role, states, office, keys of counsel and single places are claims, everything else is the matrix's. */
import type { Actor } from '@vigia/kit/actor'
import { SCOPES } from '@vigia/law/access-groups'
import { MOST_FACILITIES, type RowRule } from '@vigia/law/access-lines'
import { MATRIX, ROLES, scopesOf } from '@vigia/law/access-matrix'
import { scopesAgreed } from '@vigia/law/agreements'
import { counselKeyOf, MOST_COUNSEL_KEYS } from '@vigia/law/counsel-keys'
import { z } from 'zod'
import { agreementOf } from './agreement-of-claims.ts'
import { PROGRAM } from './caller.ts'

/** `public` is no office: whoever holds nothing else has no account. */
const ASSIGNED = ROLES.filter((role) => role !== 'public')

/** Of an account, as OpenID Connect has it (Core 1.0, 2). */
const LONGEST_SUB = 255
const LONGEST_NAME = 200

/** What the database keeps as it is written: two that differ are never one there. */
const kept = (text: string): boolean => text.isWellFormed() && !/\p{Cc}/u.test(text)

const Claims = z.object({
  sub: z.string().min(1).max(LONGEST_SUB).refine(kept),
  name: z.unknown().optional(),
  vigia_role: z.enum(ASSIGNED),
  vigia_states: z
    .array(z.string().regex(/^(0[1-9]|[12]\d|3[0-2])$/))
    .max(32)
    .optional(),
  vigia_org: z.string().min(1).max(200).refine(kept).optional(),
  vigia_counsel: z
    .array(z.string().transform((text, context) => counselKeyOf(text) ?? notAKey(context)))
    .max(MOST_COUNSEL_KEYS)
    .optional(),
  vigia_facilities: z.array(z.guid().toLowerCase()).max(MOST_FACILITIES).optional(),
  vigia_agreement: z.unknown().optional(),
})

type Claimed = z.output<typeof Claims>

function notAKey(context: z.RefinementCtx): never {
  context.addIssue('No key of counsel.')
  return z.NEVER
}

/** It is shown, and opens nothing: nobody is kept out for one that cannot be. Null where nothing of it can. */
function nameIn(claimed: unknown): string | null {
  if (typeof claimed !== 'string') return null
  const shown = claimed.toWellFormed().replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
  return [...shown.trim()].slice(0, LONGEST_NAME).join('') || null
}

export interface Known {
  actor: Actor
  name: string
}

/** Null for one who has no role in Vigía, or a role of a state without a state, or of an agreement without one; or claims what is no claim. */
export function personOf(claims: unknown): Known | null {
  const { success, data } = Claims.safeParse(claims)
  if (!success || data.sub.startsWith(PROGRAM)) return null
  return knownAs(data.sub, 'person', data)
}

/** Of claims by which nobody is let in, the first that is missing or none: its name, which is for whoever set the issuer up. */
export function claimAtFault(claims: unknown): string {
  const { success, data, error } = Claims.safeParse(claims)
  if (!success) return String(error.issues[0]?.path[0])
  const { byState, rows } = MATRIX[data.vigia_role]
  if (byState && !data.vigia_states?.length) return 'vigia_states'
  return rows === 'AGREEMENT' && !agreementOf(data.vigia_agreement) ? 'vigia_agreement' : 'sub'
}

/**
 * Scopes of ours that the token names narrow what the role may; those of others, as `profile`, say nothing here. A token that a program
 * was given for itself names it as its subject (RFC 9068, 2.2); one that a person let it have names the person, and is none of these.
 */
export function programOf(claims: { sub: string; client_id: string; scope?: string | undefined }): Known | null {
  const { success, data } = Claims.safeParse(claims)
  const known = success && claims.sub === claims.client_id ? knownAs(PROGRAM + claims.client_id, 'machine', data) : null
  const wanted = new Set((claims.scope ?? '').split(' ').filter((scope) => SCOPES.some((ours) => ours === scope)))
  if (!known || wanted.size === 0) return known
  const scopes = known.actor.scopes.filter((scope) => wanted.has(scope))
  return { ...known, actor: Object.freeze({ ...known.actor, scopes }) }
}

function knownAs(sub: string, kind: Actor['kind'], claims: Claimed): Known | null {
  const { vigia_role: role, vigia_states: states = [], vigia_org: org = null, name } = claims
  const { byState, rows } = MATRIX[role]
  if (byState && states.length === 0) return null
  const actor = { sub, kind, role, states: byState ? [...states].sort() : null, org, scopes: scopesOf(role) }
  const own = rows === 'AGREEMENT' ? agreed(actor.scopes, claims) : boundTo(rows, claims)
  return own && { actor: Object.freeze({ ...actor, ...own }), name: nameIn(name) ?? sub }
}

function agreed(scopes: Actor['scopes'], claims: Claimed): Partial<Actor> | null {
  const agreement = agreementOf(claims.vigia_agreement)
  return agreement && { scopes: scopesAgreed(scopes, agreement), agreement }
}

/** What an account of that rule answers for beside its states: counsel by its keys, an officer of single places for these. */
function boundTo(rows: RowRule, { vigia_counsel = [], vigia_facilities }: Claimed): Partial<Actor> {
  if (rows === 'MANDATE') return { counsel: [...new Set(vigia_counsel)].sort() }
  if (rows === 'PLACED' && vigia_facilities) return { facilities: [...new Set(vigia_facilities)].sort() }
  return {}
}
