/** What was sent to an endpoint, as its owner reads it: of alerts that whoever asks may know of himself. */
import type { Keyset } from '@vigia/kit/graph/keyset'
import { isWithin, type Mark, narrowed } from '@vigia/kit/graph/page'
import type { Agreement } from '@vigia/law/agreements'
import type { Pool } from 'pg'

/** Which steps of alerts whoever asks may know of; null where any. Of one organization he may know less than who named the address. */
export interface KnownTo {
  states: readonly string[] | null
  agreement?: Agreement | undefined
}

interface Asker extends KnownTo {
  sub: string
}

/** Of a step `h` of an alert `a`. */
export const isKnownTo = ({ states, agreement }: KnownTo, mark: Mark): string =>
  [
    'true',
    ...(states === null ? [] : [`a.state = any (${mark(states)}::char(2)[])`]),
    ...(agreement?.kinds ? [`a.kind = any (${mark(agreement.kinds)}::text[])`] : []),
    ...(agreement ? [`h.at >= ${mark(new Date(agreement.from))}`] : []),
  ].join(' and ')

const isBound = ({ states, agreement }: KnownTo): boolean => states !== null || agreement !== undefined

/** Whose rights were narrowed since is told by his own log why a message did not come; to a colleague it tells nothing. */
const isOwnEnd = ({ sub }: Asker, mark: Mark): string =>
  `d.reason = 'NOT_ENTITLED' and exists (
    select from oversight.webhook_endpoint e where e.id = d.endpoint_id and e.subject = ${mark(sub)})`

/** A test, a challenge and a head are of no alert; what is known to all who ask for the endpoint is looked up for none. */
const isRead = (known: Asker, mark: Mark): string | false =>
  isBound(known) &&
  `(d.alert_id is null or ${isOwnEnd(known, mark)} or exists (
    select from oversight.alert_history h join oversight.alert a on a.id = h.alert_id
    where h.id = d.step_id and ${isKnownTo(known, mark)}))`

/** How many messages to an endpoint wait, and were given up: of those that whoever asks reads in its log. */
export interface DeliveriesCounted {
  endpointId: string
  waiting: number
  deadLetters: number
}

/** Two questions, each by the index of what stands so: what was told is most of the log. */
export function countsOf(endpoints: readonly string[], known: Asker): { sql: string; values: unknown[] } {
  const { where, values } = narrowed((mark) => [
    `d.endpoint_id = any (${mark(endpoints)}::uuid[])`,
    isRead(known, mark),
  ])
  const counted = (state: string, is: string) =>
    `select d.endpoint_id, '${state}' as state, count(*) as n from oversight.webhook_delivery d where ${is} and ${where} group by 1`
  const sql = `select endpoint_id as "endpointId", coalesce(sum(n) filter (where state = 'WAITING'), 0)::int as waiting,
      coalesce(sum(n) filter (where state = 'DEAD'), 0)::int as "deadLetters"
    from (${counted('WAITING', "d.state = 'WAITING'")} union all
      ${counted('DEAD', "d.state = 'DEAD' and d.kind <> 'CHALLENGE'")}) counted group by endpoint_id`
  return { sql, values }
}

/** None of an endpoint where nothing waits and nothing was given up. */
export async function deliveriesCounted(
  pool: Pool,
  endpoints: readonly string[],
  known: Asker,
): Promise<DeliveriesCounted[]> {
  const { sql, values } = countsOf(endpoints, known)
  return (await pool.query<DeliveriesCounted>(sql, values)).rows
}

export interface DeliveryRow {
  id: string
  endpointId: string
  kind: string
  mark: string
  stepId: number | null
  alertId: string | null
  step: string | null
  state: string
  reason: string | null
  attempts: number
  createdAt: Date
  /** As long as its endpoint is sent such messages; null while it is stopped, or has yet to be proven. */
  nextAt: Date | null
  doneAt: Date | null
  receivedAt: Date | null
}

/** Null, or empty, where anything will do. */
interface DeliveriesWanted {
  owner: string
  known: Asker
  endpoint: string
  states: readonly string[]
  created: { from: Date; until: Date } | null
}

export function deliveriesOf(pool: Pool, { owner, known, endpoint, states, created }: DeliveriesWanted): Keyset {
  return {
    pool,
    select: `select d.id, d.endpoint_id as "endpointId", d.kind, d.mark, d.step_id as "stepId", d.alert_id as "alertId", d.state, d.reason, d.attempts,
      d.created_at as "createdAt", d.done_at as "doneAt", d.received_at as "receivedAt",
      (select d.next_at from oversight.webhook_endpoint e where e.id = d.endpoint_id and (e.status = 'ACTIVE' or e.status = 'PROVING' and d.kind = 'CHALLENGE')) as "nextAt",
      (select h.step from oversight.alert_history h where h.id = d.step_id) as step from oversight.webhook_delivery d`,
    ...narrowed((mark) => [
      `d.endpoint_id = ${mark(endpoint)} and exists (
        select from oversight.webhook_endpoint e where e.id = d.endpoint_id and e.owner = ${mark(owner)} and e.deleted_at is null)`,
      states.length > 0 && `d.state = any (${mark(states)})`,
      isWithin('d.created_at', created, mark),
      isRead(known, mark),
    ]),
    order: [
      { column: 'd.created_at', cast: 'timestamptz', key: 'createdAt' },
      { column: 'd.id', cast: 'uuid', key: 'id' },
    ],
    descending: true,
  }
}

export interface AttemptRow {
  deliveryId: string
  at: Date
  status: number | null
  tookInMs: number
  fault: string | null
  nextAt: Date | null
}

export async function attemptsOf(pool: Pool, deliveries: readonly string[]): Promise<AttemptRow[]> {
  const { rows } = await pool.query<AttemptRow>(
    `select delivery_id as "deliveryId", at, status, took_in_ms as "tookInMs", fault, next_at as "nextAt" from oversight.webhook_attempt
     where delivery_id = any ($1::uuid[]) order by delivery_id, id`,
    [deliveries],
  )
  return rows
}
