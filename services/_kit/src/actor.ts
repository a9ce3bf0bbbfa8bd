/** Who is asking, as vouched for by the gateway. */
import { z } from 'zod'

export const ROLES = [
  'federal-secretary',
  'state-secretary',
  'ombudsperson',
  'ppnna-officer',
  'dif-officer',
  'inm-officer',
  'independent-counsel',
  'partner',
  'public',
] as const

/** What a field asks of its reader; the groups of security.md 3.1. */
export const SCOPES = [
  'stats:read',
  'child:read',
  'child:identify',
  'location:read',
  'risk:read',
  'representation:read',
  'detection:read',
  'return:read',
  'oversight:read',
  'intake:read',
] as const
export type Scope = (typeof SCOPES)[number]

export const Actor = z.object({
  sub: z.string().min(1).max(200),
  kind: z.enum(['person', 'machine']),
  role: z.enum(ROLES),
  /** INEGI codes of the states the actor oversees; null for the whole country. */
  states: z.array(z.string().regex(/^\d{2}$/)).nullable(),
  scopes: z.array(z.enum(SCOPES)),
})
export type Actor = Readonly<z.output<typeof Actor>>

/**
 * Until sign-in is built every request acts as a federal secretary who sees pseudonymous records: everything about a
 * child but the name, its identifiers and its whereabouts' address.
 */
export const PSEUDONYMOUS_FEDERAL_SECRETARY: Actor = Object.freeze({
  sub: 'federal-secretary',
  kind: 'person',
  role: 'federal-secretary',
  states: null,
  scopes: SCOPES.filter((scope) => scope !== 'child:identify' && scope !== 'location:read'),
})

export function hasScope(actor: Actor | null, scope: Scope): boolean {
  return actor?.scopes.includes(scope) ?? false
}
