/** From what the issuer vouches for to who asks: role, states and office are claims, everything else is the matrix's. */
import type { Actor } from '@vigia/kit/actor'
import { SCOPES } from '@vigia/law/access-groups'
import { MATRIX, ROLES, scopesOf } from '@vigia/law/access-matrix'
import { scopesAgreed } from '@vigia/law/agreements'
import { z } from 'zod'
import { agreementOf } from './agreement-of-claims.ts'
import { PROGRAM } from './caller.ts'

/** `public` is no office: whoever holds nothing else has no account. */
const ASSIGNED = ROLES.filter((role) => role !== 'public')

const Claims = z.object({
  sub: z.string().min(1).max(150),
  name: z.string().min(1).max(200).optional(),
  vigia_role: z.enum(ASSIGNED),
  vigia_states: z
    .array(z.string().regex(/^(0[1-9]|[12]\d|3[0-2])$/))
    .max(32)
    .optional(),
  vigia_org: z.string().min(1).max(200).optional(),
  vigia_agreement: z.unknown().optional(),
})

export interface Known {
  actor: Actor
  name: string
}

/** Null for one who has no role in Vigía, or a role of a state without a state, or of an agreement without one. */
export function personOf(claims: unknown): Known | null {
  const { success, data } = Claims.safeParse(claims)
  if (!success || data.sub.startsWith(PROGRAM)) return null
  return knownAs(data.sub, 'person', data)
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

function knownAs(sub: string, kind: Actor['kind'], claims: z.output<typeof Claims>): Known | null {
  const { vigia_role: role, vigia_states: states = [], vigia_org: org = null, name } = claims
  const { byState, rows } = MATRIX[role]
  if (byState && states.length === 0) return null
  const actor = { sub, kind, role, states: byState ? [...states].sort() : null, org, scopes: scopesOf(role) }
  if (rows !== 'AGREEMENT') return { actor: Object.freeze(actor), name: name ?? sub }
  const agreement = agreementOf(claims.vigia_agreement)
  if (!agreement) return null
  const scopes = scopesAgreed(actor.scopes, agreement)
  return { actor: Object.freeze({ ...actor, scopes, agreement }), name: name ?? sub }
}
