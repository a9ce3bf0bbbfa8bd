/** The rights of whoever gave an endpoint its address, as the issuer vouched for them when he last asked. */
import { Actor, acceptActor } from '@vigia/kit/actor'
import type { Pool, PoolClient } from 'pg'
import type { OwnerRights } from '../rules/rights-of-owner.ts'

/** An endpoint is of the organization, whichever of its programs asks; of a program or person without one it is its own. */
export function ownerOf({ role, org, sub }: Actor): string {
  return JSON.stringify(org === null ? { role, sub } : { role, org })
}

const RIGHTS = ['role', 'org', 'states', 'scopes', 'agreement'] as const
const rightsOf = (row: 'known' | 'excluded') => RIGHTS.map((name) => `${row}.${name}`).join(', ')
const SEE = `insert into oversight.webhook_owner as known (subject, ${RIGHTS.join(', ')}, seen_at) values ($1, $2, $3, $4, $5, $6, $7)
  on conflict (subject) do update set (${RIGHTS.join(', ')}) = (${rightsOf('excluded')}), seen_at = excluded.seen_at
  where (${rightsOf('known')}) is distinct from (${rightsOf('excluded')})
    or known.seen_at < excluded.seen_at - interval '1 hour'
    or exists (select from oversight.webhook_owner_now n where n.subject = known.subject and n.revoked_at >= known.seen_at)`

/** Whoever asks for his endpoints shows that the issuer still vouches for him. */
export async function seeOwner(client: Pool | PoolClient, actor: Actor, now: Date): Promise<void> {
  const { sub, role, org, states, scopes, agreement = null } = actor
  await client.query(SEE, [sub, role, org, states, [...scopes].sort(), agreement, now])
}

export interface Owner extends OwnerRights {
  actor: Actor
}

/** Null for one who never asked. */
export async function ownerBy(pool: Pool, subject: string): Promise<Owner | null> {
  const { rows } = await pool.query<{ actor: unknown; seen_at: Date; revoked_at: Date | null }>(
    `select jsonb_build_object('sub', subject, 'kind', 'machine', 'role', role, 'org', org, 'states', states, 'scopes', scopes)
         || case when agreement is null then '{}' else jsonb_build_object('agreement', agreement) end as actor, seen_at, revoked_at from oversight.webhook_owner_now where subject = $1`,
    [subject],
  )
  const [row] = rows
  const known = row && Actor.safeParse(row.actor)
  if (!row || !known?.success) return null
  const actor = acceptActor(known.data)
  const { role, scopes, agreement } = actor
  return { actor, role, scopes, agreement, seenAt: row.seen_at, revokedAt: row.revoked_at }
}
