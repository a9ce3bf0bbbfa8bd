/** The rights of whoever registered an endpoint, as the issuer vouched for them when he last asked. */
import { Actor, acceptActor } from '@vigia/kit/actor'
import type { Pool } from 'pg'
import type { OwnerRights } from '../rules/rights-of-owner.ts'

/** An endpoint is of the organization, whichever of its programs asks; of a program or person without one it is its own. */
export function ownerOf({ role, org, sub }: Actor): string {
  return JSON.stringify(org === null ? { role, sub } : { role, org })
}

const SEE = `insert into oversight.webhook_owner as known (subject, role, org, states, scopes, seen_at) values ($1, $2, $3, $4, $5, $6)
  on conflict (subject) do update set role = excluded.role, org = excluded.org, states = excluded.states, scopes = excluded.scopes,
    seen_at = excluded.seen_at
  where (known.role, known.org, known.states, known.scopes) is distinct from (excluded.role, excluded.org, excluded.states, excluded.scopes)
    or known.seen_at < excluded.seen_at - interval '1 hour'
    or exists (select from oversight.webhook_owner_now n where n.subject = known.subject and n.revoked_at >= known.seen_at)`

/** Whoever asks for his endpoints shows that the issuer still vouches for him. */
export async function seeOwner(pool: Pool, { sub, role, org, states, scopes }: Actor, now: Date): Promise<void> {
  await pool.query(SEE, [sub, role, org, states, [...scopes].sort(), now])
}

export interface Owner extends OwnerRights {
  actor: Actor
}

/** Null for one who never asked. */
export async function ownerBy(pool: Pool, subject: string): Promise<Owner | null> {
  const { rows } = await pool.query<{ actor: unknown; seen_at: Date; revoked_at: Date | null }>(
    `select jsonb_build_object('sub', subject, 'kind', 'machine', 'role', role, 'org', org, 'states', states, 'scopes', scopes) as actor,
       seen_at, revoked_at from oversight.webhook_owner_now where subject = $1`,
    [subject],
  )
  const [row] = rows
  const known = row && Actor.safeParse(row.actor)
  if (!row || !known?.success) return null
  const actor = acceptActor(known.data)
  return { actor, role: actor.role, scopes: actor.scopes, seenAt: row.seen_at, revokedAt: row.revoked_at }
}
