/** What was told of the executive secretariats, of the states and of the nation: what holds of each, and how more is told. */
import type { Actor } from '@vigia/kit/actor'
import type { LocalDate } from '@vigia/law/local-dates'
import type { SecretariatCondition } from '@vigia/law/secretariats'
import type { Pool, PoolClient } from 'pg'

export interface SecretariatRow {
  id: string
  state: string
  condition: SecretariatCondition
  since: LocalDate
  reason: string
  author: string
  at: Date
}

/** What was told last of each state; the nation first, the states in their order. At most 33. */
export async function toldSecretariats(pool: Pool, states: readonly string[] | null): Promise<SecretariatRow[]> {
  const { rows } = await pool.query<SecretariatRow>(
    `select distinct on (state) id, state, condition, since::text as since, reason, author, at from oversight.secretariat_told
     where $1::char(2)[] is null or state = any ($1) order by state, at desc, id desc`,
    [states],
  )
  return rows
}

export async function addSecretariat(
  client: PoolClient,
  { id, state, condition, since, reason, at }: Omit<SecretariatRow, 'author'>,
  { sub, role, org }: Actor,
): Promise<void> {
  await client.query(
    `insert into oversight.secretariat_told (id, state, condition, since, reason, author, author_role, author_office, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [id, state, condition, since, reason, sub, role, org, at],
  )
}
