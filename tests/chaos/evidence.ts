/** What is found in the registry once a run is over and all is at rest. */

import type { Outcome, Step } from './checker.ts'
import type { FallingDatabase } from './database.ts'
import type { Happened, Written } from './deeds.ts'
import type { Write } from './stories.ts'
import type { Sent } from './writers.ts'

const STEPS = `
  select s.seq::float8 as seq, s.step_id::float8 as "stepId", s.alert_id as "alertId", s.kind, s.step, s.severity, s.state, s.at, d.acta, c.folio, a.child_id as "childId"
  from stream.alert_step s join oversight.alert a on a.id = s.alert_id
    left join children.child c on c.id = a.child_id
    left join lateral (select acta from children.detection where child_id = a.child_id limit 1) d on true
  order by s.seq`

const SERVICES = ['children', 'placements', 'representation', 'returns', 'oversight'] as const

/** What is still to be heard, counted, joined, judged or given a place. */
const LEFT = `select (select count(*) from outbox.pending)::int as "events to number",
    (select count(*) from outbox.uncounted_batch)::int as "files to count",
    (select count(*) from stream.alert_waiting)::int as "steps to number",
    (select count(*) from oversight.alert_due where due_at <= now())::int as "to judge",
    ${SERVICES.map((name) => `(select count(*) from ${name}.unmatched_row where matched_at is null)::int as "to join in ${name}"`).join(',\n    ')},
    ${SERVICES.map((name) => `((select coalesce(max(seq), 0) from outbox.event) - coalesce((select seq from ${name}.position), 0))::int as "to hear in ${name}"`).join(',\n    ')}`

export async function stepsOf({ query }: FallingDatabase): Promise<Step[]> {
  return query<Step>(STEPS)
}

/** Of these persons alone; a silence and an answer by a number are of no alert. */
const WRITTEN = `
  select author, step as kind, alert_id as "alertId", words, version from oversight.alert_history where author = any ($1)
  union all select author, 'SILENCED', null, reason, null from oversight.alert_silence where author = any ($1)
  union all select author, 'BY_NUMBER', null, words, null from oversight.answer_by_number where author = any ($1)`

export async function writtenBy({ query }: FallingDatabase, authors: readonly string[]): Promise<Written[]> {
  return query<Written>(WRITTEN, [authors])
}

export async function happenedTo({ query }: FallingDatabase): Promise<Happened[]> {
  return query<Happened>(
    'select alert_id as "alertId", step, acknowledged_until as until from oversight.alert_history order by alert_id, id',
  )
}

export async function historyOf({ query }: FallingDatabase): Promise<number> {
  const [row] = await query<{ n: number }>('select count(*)::int as n from oversight.alert_history')
  return row?.n ?? 0
}

/** As if the hours had passed for which messages wait that were not taken; gives how many still wait. */
export async function hurryMessages({ query }: FallingDatabase): Promise<number> {
  await query('update oversight.webhook_endpoint set not_before = now() where not_before > now()')
  await query(`update oversight.webhook_delivery set next_at = now() where state = 'WAITING' and next_at > now()`)
  const [row] = await query<{ n: number }>(
    `select count(*)::int as n from oversight.webhook_delivery where state = 'WAITING'`,
  )
  return row?.n ?? 0
}

/** What is known of a message about a step: partners' ids name none. */
interface OfStep {
  stepId: number
  /** In its id. */
  mark: string
  wasTaken: boolean
  receipt: string | null
}

/** Of an endpoint. */
export async function sentTo({ query }: FallingDatabase, endpoint: string): Promise<OfStep[]> {
  return query(
    `select step_id::float8 as "stepId", mark, state = 'DELIVERED' as "wasTaken", receipt from oversight.webhook_delivery
     where endpoint_id = $1 and step_id is not null`,
    [endpoint],
  )
}

/** What is left to do, and how much of it. */
export async function leftIn({ query }: FallingDatabase): Promise<[what: string, count: number][]> {
  const [row] = await query<Record<string, number>>(LEFT)
  return Object.entries(row ?? {}).filter(([, count]) => count > 0)
}

/** How many facts of a file there are. */
export async function foundOf({ query }: FallingDatabase, { found, actas }: Write): Promise<number> {
  const [row] = await query<{ n: number }>(found, [actas])
  return row?.n ?? 0
}

export async function outcomesOf(database: FallingDatabase, log: readonly Sent[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  for (const [index, { write, acknowledgedAt }] of log.entries()) {
    const { feed, rows, actas, expects, never } = write
    outcomes.push({
      ...{ name: `${feed} ${index}`, actas, rows: rows.length, found: await foundOf(database, write) },
      ...{ isAcknowledged: acknowledgedAt !== null, expects, never },
    })
  }
  return outcomes
}
