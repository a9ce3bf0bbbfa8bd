/** Endpoints as their owners see them, and what was sent to them. Each question says whose they are: nobody reads another's. */
import type { Keyset } from '@vigia/kit/graph/keyset'
import { type Mark, narrowed } from '@vigia/kit/graph/page'
import type { Agreement } from '@vigia/law/agreements'
import type { Pool, PoolClient } from 'pg'
import type { EndpointWanted } from '../rules/endpoint-wanted.ts'
import { isKnownTo, type KnownTo } from './delivery-log.ts'

export interface Endpoint {
  id: string
  subject: string
  url: string
  description: string
  envelope: 'STANDARD' | 'CLOUD_EVENTS'
  contact: string | null
  receiptKey: string | null
  steps: string[]
  kinds: string[] | null
  severities: string[] | null
  states: string[] | null
  auditHeads: boolean
  status: string
  failures: number
  notBefore: Date | null
  createdAt: Date
  seenAt: Date
  revokedAt: Date | null
  agreement: Agreement | null
}

const SELECT = `select e.id, e.subject, e.url, e.description, e.envelope, e.contact, e.receipt_key as "receiptKey", e.steps, e.kinds, e.severities,
  e.states, e.audit_heads as "auditHeads", e.status, e.failures, nullif(e.not_before, '-infinity') as "notBefore", e.created_at as "createdAt", o.seen_at as "seenAt", o.revoked_at as "revokedAt", o.agreement
  from oversight.webhook_endpoint e join oversight.webhook_owner_now o on o.subject = e.subject`

/** The latest first. */
/** Of whatever standing, where none is named. */
export function endpointsOf(pool: Pool, owner: string, statuses: readonly string[]): Keyset {
  return {
    pool,
    select: SELECT,
    ...narrowed((mark) => [
      `e.owner = ${mark(owner)} and e.deleted_at is null`,
      statuses.length > 0 && `e.status = any (${mark(statuses)})`,
    ]),
    order: [
      { column: 'e.created_at', cast: 'timestamptz', key: 'createdAt' },
      { column: 'e.id', cast: 'uuid', key: 'id' },
    ],
    descending: true,
  }
}

/** Null for one that is not there, and for another's. */
export async function endpointOf(pool: Pool | PoolClient, owner: string, id: string): Promise<Endpoint | null> {
  const { rows } = await pool.query<Endpoint>(`${SELECT} where e.owner = $1 and e.id = $2 and e.deleted_at is null`, [
    owner,
    id,
  ])
  return rows[0] ?? null
}

/** The same, which nobody else changes until this is done. */
export async function lockEndpoint(client: PoolClient, owner: string, id: string): Promise<Endpoint | null> {
  await client.query('select from oversight.webhook_endpoint where owner = $1 and id = $2 for update', [owner, id])
  return endpointOf(client, owner, id)
}

export async function addEndpoint(
  client: PoolClient,
  who: { id: string; owner: string; subject: string },
  wanted: EndpointWanted,
  now: Date,
): Promise<void> {
  await client.query(
    `insert into oversight.webhook_endpoint (id, owner, subject, status, not_before, created_at, url, description, envelope, contact, receipt_key, steps,
       kinds, severities, states, audit_heads) values ($1, $2, $3, 'NEW', '-infinity', $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [who.id, who.owner, who.subject, now, ...valuesOf(wanted)],
  )
}

/** Another address has yet to be proven, and is told what whoever named it may know: colleagues of one organization need not know the same. */
export async function changeEndpoint(
  client: PoolClient,
  id: string,
  wanted: EndpointWanted,
  subject: string,
): Promise<void> {
  await client.query(
    `update oversight.webhook_endpoint set status = case when url = $2 then status else 'NEW' end,
       subject = case when url = $2 then subject else $12 end, url = $2, description = $3, envelope = $4, contact = $5,
       receipt_key = $6, steps = $7, kinds = $8, severities = $9, states = $10, audit_heads = $11 where id = $1`,
    [id, ...valuesOf(wanted), subject],
  )
}

const valuesOf = ({
  url,
  description,
  envelope,
  contact,
  receiptKey,
  steps,
  kinds,
  severities,
  states,
  auditHeads,
}: EndpointWanted) => [
  ...[url, description, envelope, contact, receiptKey, steps, kinds, severities, states, auditHeads],
]

/** What waits stays for when it is active again; of one that is deleted nothing is sent any more, and what was sent stays told. */
export async function setStatus(client: PoolClient, id: string, status: string, now: Date): Promise<void> {
  await client.query(
    `update oversight.webhook_endpoint set status = $2, failures = 0, pace_in_ms = 0, not_before = '-infinity',
       deleted_at = case when $2 = 'DELETED' then $3::timestamptz end where id = $1`,
    [id, status, now],
  )
}

/** Nothing is lost with a challenge, nor with a test that waits since one failed: whoever tries again wants to know of now, and not in 24 hours. */
const TAKE_PLACE = {
  CHALLENGE: `update oversight.webhook_delivery set state = 'DEAD', reason = 'ASKED_AGAIN', done_at = $2
    where endpoint_id = $1 and kind = 'CHALLENGE' and state = 'WAITING'`,
  TEST: `update oversight.webhook_delivery set state = 'WITHHELD', reason = 'ASKED_AGAIN', done_at = $2
    where endpoint_id = $1 and kind = 'TEST' and state = 'WAITING' and claimed_until <= $2
      and exists (select from oversight.webhook_delivery b where b.endpoint_id = $1 and b.kind = 'TEST' and b.state = 'WAITING' and b.attempts > 0)`,
} as const

/** A challenge or a test goes before all else, in a lane of its own. */
export async function addMessage(
  client: PoolClient,
  endpoint: string,
  kind: 'TEST' | 'CHALLENGE',
  now: Date,
): Promise<string> {
  await client.query(TAKE_PLACE[kind], [endpoint, now])
  const { rows } = await client.query<{ id: string }>(
    `insert into oversight.webhook_delivery (endpoint_id, kind, lane, place, created_at, next_at, claimed_until)
     values ($1, $2, $2, 0, $3, $3, '-infinity') returning id`,
    [endpoint, kind, now],
  )
  await client.query('select oversight.add_delivery_jobs(array[$1::uuid], array[$2::text])', [endpoint, kind])
  return rows[0]?.id ?? ''
}

export interface Range extends KnownTo {
  from: Date
  /** Not in it. */
  to: Date
}

/** Behind the values that are there already. */
function inRange(id: string, { from, to, ...known }: Range, ...before: unknown[]) {
  const values = [...before]
  const mark: Mark = (value) => `$${values.push(value)}`
  const sql = `from oversight.alert_history h join oversight.alert a on a.id = h.alert_id
    cross join oversight.webhook_endpoint e join oversight.webhook_owner o on o.subject = e.subject
    where e.id = ${mark(id)} and h.at >= ${mark(from)} and h.at < ${mark(to)}
      and oversight.is_wanted(e, o.states, h.step, h.severity, a.kind, a.state)
      and oversight.is_agreed(o, a.kind, h.at) and ${isKnownTo(known, mark)}`
  return { sql, values }
}

export async function countInRange(client: PoolClient, id: string, range: Range): Promise<number> {
  const { sql, values } = inRange(id, range)
  const { rows } = await client.query<{ n: number }>(`select count(*)::int as n ${sql}`, values)
  return rows[0]?.n ?? 0
}

/**
 * Under the ids that they had: whoever has them removes the repeats. What waits for its next try is tried now, and has had the tries that
 * it had; what was told stays told (`told_at`), whatever comes of telling it again. Gives how many.
 */
export async function addRange(client: PoolClient, id: string, range: Range, now: Date): Promise<number> {
  const { sql, values } = inRange(id, range, now)
  const { rowCount } = await client.query(
    `insert into oversight.webhook_delivery as d (endpoint_id, step_id, alert_id, lane, place, created_at, next_at, claimed_until)
     select e.id, h.id, h.alert_id, a.about || ' ' || a.owner, h.id, $1, $1, '-infinity' ${sql}
     on conflict (endpoint_id, step_id) do update set state = 'WAITING', reason = null, next_at = excluded.next_at, done_at = null,
       attempts = case when d.state = 'WAITING' then d.attempts else 0 end,
       claimed_until = case when d.state = 'WAITING' then d.claimed_until else '-infinity' end
     where d.state <> 'WAITING' or d.next_at > excluded.next_at`,
    values,
  )
  return rowCount ?? 0
}
