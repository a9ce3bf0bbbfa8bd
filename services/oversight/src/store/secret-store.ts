/** What signs the messages of an endpoint, wrapped: those that hold, and a day more the ones that were turned. */
import type { Pool, PoolClient } from 'pg'

export interface SecretRow {
  id: string
  form: 'v1a' | 'v1'
  wrapped: string
  publicKey: string | null
  endsAt: Date | null
}

/** The newest first. */
export async function secretsOf(pool: Pool, endpoint: string, now: Date): Promise<SecretRow[]> {
  const { rows } = await pool.query<SecretRow>(
    `select id, form, wrapped, public_key as "publicKey", ends_at as "endsAt" from oversight.webhook_secret
     where endpoint_id = $1 and (ends_at is null or ends_at > $2) order by created_at desc, id desc`,
    [endpoint, now],
  )
  return rows
}

export async function addSecret(
  client: Pool | PoolClient,
  endpoint: string,
  { id, form, wrapped, publicKey }: Omit<SecretRow, 'endsAt'>,
  now: Date,
): Promise<void> {
  await client.query(
    `insert into oversight.webhook_secret (id, endpoint_id, form, wrapped, public_key, created_at) values ($1, $2, $3, $4, $5, $6)`,
    [id, endpoint, form, wrapped, publicKey, now],
  )
}

/** Those that hold end then, and not at once: a receiver needs time to learn of the next one. */
export async function endSecrets(client: PoolClient, endpoint: string, at: Date): Promise<void> {
  await client.query(
    `update oversight.webhook_secret set ends_at = least(coalesce(ends_at, $2), $2) where endpoint_id = $1`,
    [endpoint, at],
  )
}

/** What has ended is not kept. */
export async function forgetEnded(pool: Pool, now: Date): Promise<void> {
  await pool.query('delete from oversight.webhook_secret where ends_at <= $1', [now])
}
