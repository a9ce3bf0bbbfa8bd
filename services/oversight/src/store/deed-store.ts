/** What persons do about alerts, as it is written: the alert as it stands from then on, and a step of its history. */
import { createHash } from 'node:crypto'
import type { Actor } from '@vigia/kit/actor'
import { Refusal } from '@vigia/kit/errors'
import type { PoolClient } from 'pg'
import type { Deed, Stands } from '../rules/deeds.ts'

/** As it is found once nobody else can change it. */
export interface LockedAlert extends Stands {
  version: number
}

/**
 * Nobody else acts on it meanwhile, and it is not judged: whoever judges takes the row that says when, and here it is taken first.
 * It is judged once more afterwards, so that the end of an acknowledgement is among its clocks. Null where it is not there any more.
 */
export async function lockAlert(client: PoolClient, id: string): Promise<LockedAlert | null> {
  return (await lockAlerts(client, [id])).get(id) ?? null
}

/** The same of several, by their id; in one order, so that two who want the same wait for each other and not both for ever. */
export async function lockAlerts(client: PoolClient, ids: readonly string[]): Promise<Map<string, LockedAlert>> {
  await client.query({
    name: 'alert-lock-owner',
    text: `select oversight.ask_again(about, owners) from (
        select about, array_agg(owner order by owner) as owners from oversight.alert where id = any ($1::uuid[]) group by about
      ) o order by about`,
    values: [ids],
  })
  const { rows } = await client.query<LockedAlert & { id: string }>({
    name: 'alert-lock',
    text: `select id, version, severity, resolved_at as "resolvedAt", closed_at as "closedAt", acknowledged_until as "acknowledgedUntil"
      from oversight.alert
      where id = any ($1::uuid[]) order by id for update`,
    values: [ids],
  })
  return new Map(rows.map((row) => [row.id, row]))
}

const WRITE = `
  with stands as (
    select a.id, greatest($2::timestamptz, (select max(h.at) from oversight.alert_history h where h.alert_id = a.id)) as at
    from oversight.alert a where a.id = $1
  ), changed as (
    update oversight.alert a set version = a.version + 1, acted_at = s.at, changed_at = greatest(s.at, a.changed_at),
      acknowledged_until = case when $3 = 'ACKNOWLEDGED' then $4::timestamptz
        when $3 in ('CLOSED', 'ACKNOWLEDGEMENT_ENDED') then null else a.acknowledged_until end,
      assigned_office = case $3 when 'ASSIGNED' then $5 else a.assigned_office end,
      assigned_account = case $3 when 'ASSIGNED' then $6 else a.assigned_account end,
      closed_at = case $3 when 'CLOSED' then s.at else a.closed_at end
    from stands s where a.id = s.id returning a.*
  )
  insert into oversight.alert_history (alert_id, at, step, severity, reached_at, rests_on, version, acknowledged_until, assigned_office,
    assigned_account, is_closed, author, author_role, author_office, words)
  select id, acted_at, $3, severity, reached_at, rests_on, version, acknowledged_until, assigned_office, assigned_account,
    closed_at is not null, $7, $8, $9, $10 from changed
  returning at, version`

export interface Done {
  at: Date
  version: number
}

export async function writeDeed(
  client: PoolClient,
  id: string,
  deed: Deed,
  { sub, role, org }: Pick<Actor, 'sub' | 'role' | 'org'>,
  now: Date,
): Promise<Done> {
  const until = deed.step === 'ACKNOWLEDGED' ? deed.until : null
  const [office, account, words] =
    deed.step === 'ASSIGNED' ? [deed.office, deed.account, null] : [null, null, deed.words.trim()]
  const { rows } = await client.query<Done>({
    name: 'alert-deed',
    text: WRITE,
    values: [id, now, deed.step, until, office, account, sub, role, org, words],
  })
  if (!rows[0]) throw new Error('An alert that was locked is not there.')
  return rows[0]
}

/** When the actor did that to the alert last; null where it stands nowhere. */
export async function doneBefore(
  client: PoolClient,
  id: string,
  deed: Deed,
  { sub }: Pick<Actor, 'sub'>,
): Promise<Date | null> {
  const words = 'words' in deed ? deed.words.trim() : null
  const { rows } = await client.query<{ at: Date | null }>(
    `select max(at) as at from oversight.alert_history
     where alert_id = $1 and step = $2 and author = $3 and words is not distinct from $4`,
    [id, deed.step, sub, words],
  )
  return rows[0]?.at ?? null
}

/** Of alerts as their author saw them, those that he acknowledged so right then: it is the very next step of each. */
export async function acknowledgedBefore(
  client: PoolClient,
  seen: readonly { id: string; version: number }[],
  { words, until }: Extract<Deed, { step: 'ACKNOWLEDGED' }>,
  { sub }: Pick<Actor, 'sub'>,
): Promise<string[]> {
  const [ids, versions] = [seen.map(({ id }) => id), seen.map(({ version }) => version)]
  const { rows } = await client.query<{ id: string }>(
    `select h.alert_id as id from unnest($1::uuid[], $2::int[]) seen (id, version)
     join oversight.alert_history h on h.alert_id = seen.id and h.version = seen.version + 1
     where h.step = 'ACKNOWLEDGED' and h.author = $3 and h.words = $4 and h.acknowledged_until = $5`,
    [ids, versions, sub, words.trim(), until],
  )
  return rows.map(({ id }) => id)
}

const KEY_CHARACTERS = { least: 8, most: 100 }

/** Whether it is done for the first time under this key; throws IDEMPOTENCY_MISMATCH where something else was. */
export async function isFirstUnder(
  client: PoolClient,
  key: string | null,
  { sub }: Actor,
  asked: object,
): Promise<boolean> {
  if (key === null) return true
  if (key.length < KEY_CHARACTERS.least || key.length > KEY_CHARACTERS.most)
    throw new Refusal('BAD_USER_INPUT', `A key has ${KEY_CHARACTERS.least} to ${KEY_CHARACTERS.most} characters.`)
  const hash = createHash('sha256').update(JSON.stringify(asked)).digest()
  const { rowCount } = await client.query(
    'insert into oversight.deed (author, key, asked) values ($1, $2, $3) on conflict do nothing',
    [sub, key, hash],
  )
  if (rowCount === 1) return true
  const { rows } = await client.query<{ asked: Buffer }>(
    'select asked from oversight.deed where author = $1 and key = $2',
    [sub, key],
  )
  if (rows[0]?.asked.equals(hash)) return false
  throw new Refusal('IDEMPOTENCY_MISMATCH', 'Something else was done under this key: take another one.')
}

/** Whether the account is one of that role that reaches that state. */
export async function isAccountOf(client: PoolClient, account: string, role: string, state: string): Promise<boolean> {
  const { rows } = await client.query<{ is: boolean }>('select oversight.is_account_of($1, $2, $3) as is', [
    account,
    role,
    state,
  ])
  return rows[0]?.is === true
}
