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
export async function secretsOf(pool: Pool | PoolClient, endpoint: string, now: Date): Promise<SecretRow[]> {
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

/** Each of them signs each message: of more than these a header would grow that no server takes. A default of Vigía. */
export const MOST_FORMER = 4

/** Those that hold end then, and not at once: a receiver needs time to learn of the next one. Of many the oldest end now. */
export async function endSecrets(client: PoolClient, endpoint: string, at: Date, now: Date): Promise<void> {
  await client.query(
    `update oversight.webhook_secret s set ends_at = least(s.ends_at, case when former.place <= $3 then $2 else $4::timestamptz end)
     from (
       select id, row_number() over (order by created_at desc, id desc) as place from oversight.webhook_secret where endpoint_id = $1
     ) former
     where s.id = former.id`,
    [endpoint, at, MOST_FORMER, now],
  )
}

/** What has ended is not kept. */
export async function forgetEnded(pool: Pool, now: Date): Promise<void> {
  await pool.query('delete from oversight.webhook_secret where ends_at <= $1', [now])
}
