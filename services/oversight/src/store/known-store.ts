/** Since when an authority knows of an alert: the first of its people who opened it. Later readings stand in the audit alone. */
import type { PoolClient } from 'pg'

export interface KnownBy {
  alertId: string
  /** As offices are named in letters. */
  authority: string
  role: string
  severity: string
  account: string
  at: Date
}

/** False where it knew before. */
export async function keepKnown(client: PoolClient, known: KnownBy): Promise<boolean> {
  const { alertId, authority, role, severity, account, at } = known
  const { rowCount } = await client.query({
    name: 'alert-known',
    text: `insert into oversight.alert_known (alert_id, authority, role, severity, account, at) values ($1, $2, $3, $4, $5, $6)
      on conflict do nothing`,
    values: [alertId, authority, role, severity, account, at],
  })
  return rowCount === 1
}

export async function knownSince(client: PoolClient, alertId: string, authority: string): Promise<Date> {
  const { rows } = await client.query<{ at: Date }>(
    'select at from oversight.alert_known where alert_id = $1 and authority = $2',
    [alertId, authority],
  )
  if (!rows[0]) throw new Error('What an authority knows is not there.')
  return rows[0].at
}
