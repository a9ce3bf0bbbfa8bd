/**
 * What waits to be told to endpoints, whose turn it is, and what came of each try. Of a lane the earliest alone is ever claimed; a
 * claim that nobody comes back from ends by itself, so that a crash repeats at most what was in flight.
 */

import { within } from '@vigia/db/within'
import type { Pool, PoolClient } from 'pg'
import { FAILURES_UNTIL_OPEN, PROBE_EVERY_IN_MS, type Standing } from '../rules/retry-schedule.ts'

export type DeliveryKind = 'ALERT' | 'TEST' | 'CHALLENGE' | 'HEAD'

export interface Claimed {
  id: string
  kind: DeliveryKind
  mark: string
  /** Of an alert. */
  stepId: number | null
  alertId: string | null
  /** Of a head of the audit. */
  headService: string | null
  headSeq: number | null
  attempts: number
  createdAt: Date
  /** Until when it is this claim's: whoever comes back later may find it told, given up or claimed by somebody else. */
  claimedUntil: Date
  endpoint: {
    id: string
    subject: string
    url: string
    envelope: 'STANDARD' | 'CLOUD_EVENTS'
    contact: string | null
    description: string
    receiptKey: string | null
    failures: number
    paceInMs: number
  }
}

/** Longer than any try, shorter than anybody waits. */
const CLAIMED_FOR_IN_MS = 30_000
const A_SWEEP = 200

const FIRST_OF_LANE = `select w.id from oversight.webhook_delivery w
  where w.endpoint_id = $1 and w.lane = $2 and w.state = 'WAITING' order by w.place, w.id limit 1`
const CLAIM = `update oversight.webhook_delivery d set claimed_until = $4 from oversight.webhook_endpoint e
  where e.id = d.endpoint_id and d.id = (${FIRST_OF_LANE}) and d.state = 'WAITING' and d.next_at <= $3 and d.claimed_until <= $3
    and (e.status = 'ACTIVE' or e.status = 'PROVING' and d.kind = 'CHALLENGE') and e.not_before <= $3
  returning d.id, d.kind, d.mark, d.step_id as "stepId", d.alert_id as "alertId", d.head_service as "headService", d.head_seq as "headSeq", d.attempts, d.created_at as "createdAt",
    d.claimed_until as "claimedUntil", jsonb_build_object('id', e.id, 'subject', e.subject, 'url', e.url, 'envelope', e.envelope, 'contact', e.contact,
      'description', e.description, 'receiptKey', e.receipt_key, 'failures', e.failures, 'paceInMs', e.pace_in_ms) as endpoint`
/** Of those who come while an endpoint is spared one goes through. */
const PASS = `update oversight.webhook_endpoint set not_before = $2 where id = $1 and not_before <= $3`

/** Null where nothing of the lane is due, somebody else is at it, or the endpoint is spared. */
export function claim(pool: Pool, { endpoint, lane }: Lane, now: Date): Promise<Claimed | null> {
  const until = new Date(now.getTime() + CLAIMED_FOR_IN_MS)
  return within(pool, async (client) => {
    const { rows } = await client.query<Claimed>({
      name: 'claim-delivery',
      text: CLAIM,
      values: [endpoint, lane, now, until],
    })
    const claimed = rows[0] ?? null
    if (!claimed) return null
    const { failures, paceInMs } = claimed.endpoint
    const rest = failures >= FAILURES_UNTIL_OPEN ? PROBE_EVERY_IN_MS : paceInMs
    if (rest === 0) return claimed
    const { rowCount } = await client.query(PASS, [endpoint, new Date(now.getTime() + rest), now])
    if (rowCount === 1) return claimed
    await client.query('update oversight.webhook_delivery set claimed_until = $2 where id = $1', [claimed.id, now])
    return null
  })
}

export interface Lane {
  endpoint: string
  lane: string
}

const DUE = `with reachable as (
    select id, status, case when failures >= ${FAILURES_UNTIL_OPEN} or pace_in_ms > 0 then 1 else ${A_SWEEP} end as most
    from oversight.webhook_endpoint where status in ('ACTIVE', 'PROVING') and not_before <= $1
  )
  select r.id as endpoint, l.lane from reachable r cross join lateral (
    select d.lane from oversight.webhook_delivery d
    where d.endpoint_id = r.id and d.state = 'WAITING' and d.next_at <= $1 and d.claimed_until <= $1
      and (r.status = 'ACTIVE' or d.kind = 'CHALLENGE')
      and not exists (
        select from oversight.webhook_delivery b
        where b.endpoint_id = d.endpoint_id and b.lane = d.lane and b.state = 'WAITING' and (b.place, b.id) < (d.place, d.id))
    order by d.next_at limit r.most) l`

/** Lanes with something to tell now, which nobody is at. */
export async function dueLanes(pool: Pool, now: Date): Promise<Lane[]> {
  return (await pool.query<Lane>({ name: 'due-lanes', text: DUE, values: [now] })).rows
}

export async function addJobs(pool: Pool, lanes: readonly Lane[]): Promise<void> {
  const [endpoints, names] = [lanes.map(({ endpoint }) => endpoint), lanes.map(({ lane }) => lane)]
  await pool.query('select oversight.add_delivery_jobs($1::uuid[], $2::text[])', [endpoints, names])
}

export interface Attempt {
  at: Date
  status: number | null
  tookInMs: number
  fault: string | null
  nextAt: Date | null
}

export interface Outcome {
  state: 'DELIVERED' | 'WAITING' | 'DEAD'
  attempt: Attempt
  receipt: string | null
  standing: Standing
  /** What becomes of the endpoint, where it is still as it was called: proven, or gone for good. Null for what it was. */
  status: 'ACTIVE' | 'GONE' | 'NEW' | null
}

const ADD_ATTEMPT = `insert into oversight.webhook_attempt (delivery_id, at, status, took_in_ms, fault, next_at) values ($1, $2, $3, $4, $5, $6)`
/** That it was told is so whoever had it meanwhile; of what else became of it whoever has claimed it last says. */
const IS_HELD = `state = 'WAITING' and claimed_until = `
const KEEP_DELIVERY = `update oversight.webhook_delivery set state = $2, attempts = attempts + 1, next_at = coalesce($3, next_at),
  claimed_until = '-infinity', done_at = case when $2 = 'WAITING' then null else $4::timestamptz end,
  told_at = coalesce(told_at, case when $2 = 'DELIVERED' then $4::timestamptz end), reason = null, receipt = coalesce($5, receipt),
  received_at = case when $5::text is null then received_at else $4::timestamptz end
  where id = $1 and ($2 = 'DELIVERED' or ${IS_HELD}$6)`
/** Of several tries under way at once one that began earlier may fail later: it takes no failure back, and ends no rest. */
const KEEP_ENDPOINT = `update oversight.webhook_endpoint set failures = case when $2 = 0 then 0 else greatest(failures, $2) end, pace_in_ms = $3,
  not_before = case when $2 = 0 then $4 else greatest(not_before, $4) end, status = coalesce($5, status)
  where id = $1
  and (failures, pace_in_ms, status) is distinct from ($2, $3, coalesce($5, status)) or (id = $1 and $4 > not_before and $6)`
/**
 * Whether what an address has shown is still of the endpoint: it may have been given another meanwhile, or been stopped by its owner, who
 * is not overruled. Held until the outcome is kept.
 */
const STILL = `select from oversight.webhook_endpoint where id = $1 and url = $2
  and (status = 'PROVING' or status = 'ACTIVE' and $3 = 'GONE') for update`

/** Whoever has just proven that he receives need not wait for what he missed until its next try would have come. */
const BRING_FORWARD = `update oversight.webhook_delivery set next_at = $2 where endpoint_id = $1 and state = 'WAITING' and next_at > $2`

/** How it stands until this outcome is kept, and nobody else's before. */
const FAILURES = 'select failures from oversight.webhook_endpoint where id = $1 for update'

/** Whether it is by this outcome that an endpoint takes nothing, or takes something again: of several tries at once one alone is told so. */
async function isTurned(client: PoolClient, { endpoint }: Claimed, { standing }: Outcome): Promise<boolean> {
  const [was, is] = [isSpared(endpoint.failures), isSpared(standing.failures)]
  if (was === is) return false
  const { rows } = await client.query<{ failures: number }>(FAILURES, [endpoint.id])
  return rows.some(({ failures }) => isSpared(failures) === was)
}

const isSpared = (failures: number): boolean => failures >= FAILURES_UNTIL_OPEN

/**
 * Gives whether it is now as the outcome says, whether the endpoint takes messages no more, or again, by it, and what else has become of
 * the endpoint; null where that is as it was.
 */
export async function keepOutcome(client: PoolClient, claimed: Claimed, outcome: Outcome) {
  const { id, endpoint, claimedUntil } = claimed
  const { state, attempt, receipt, standing } = outcome
  const { at, nextAt } = attempt
  // The endpoint before its messages, as its owner's acts take them: two who want both wait for each other, and not both for ever.
  const status = await statusOf(client, claimed, outcome)
  const turned = await isTurned(client, claimed, outcome)
  const restsUntil = new Date(at.getTime() + standing.restInMs)
  await client.query(KEEP_ENDPOINT, [
    ...[endpoint.id, standing.failures, standing.paceInMs, restsUntil, status, standing.restInMs > 0],
  ])
  const { status: answered, tookInMs, fault } = attempt
  // What waits for a receiver that is gone keeps its time, and no try of it was to be: it is enabled first.
  await client.query(ADD_ATTEMPT, [id, at, answered, tookInMs, fault, status === 'GONE' ? null : nextAt])
  const { rowCount } = await client.query(KEEP_DELIVERY, [id, state, nextAt, at, receipt, claimedUntil])
  if (status === 'ACTIVE') await client.query(BRING_FORWARD, [endpoint.id, at])
  return { isKept: rowCount === 1, isTurned: turned, status }
}

/** A challenge that was given up says nothing of the endpoint once another is on its way. */
const HELD = `select from oversight.webhook_delivery where id = $1 and ${IS_HELD}$2`

async function statusOf(
  client: PoolClient,
  { id, claimedUntil, endpoint }: Claimed,
  { status }: Outcome,
): Promise<Outcome['status']> {
  if (status === null) return null
  const still = await client.query(STILL, [endpoint.id, endpoint.url, status])
  if (still.rowCount === 0) return null
  if (status !== 'NEW') return status
  const held = await client.query(HELD, [id, claimedUntil])
  return held.rowCount === 1 ? status : null
}

/** Not told, and why; the next one of the lane may go. */
export async function withhold(pool: Pool, { id, claimedUntil }: Claimed, reason: string, now: Date): Promise<void> {
  await pool.query(
    `update oversight.webhook_delivery set state = 'WITHHELD', reason = $2, done_at = $3, claimed_until = '-infinity'
     where id = $1 and ${IS_HELD}$4`,
    [id, reason, now, claimedUntil],
  )
}
