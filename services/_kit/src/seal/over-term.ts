/**
 * What is over its term (services/DATA.md), and how it goes: the keys of children are destroyed, and rows are deleted from which nothing
 * is counted. What only grows, as the audit and its lineage of files, is counted and stays.
 */
import { within } from '@vigia/db/within'
import { INVENTORY } from '@vigia/law/data-inventory'
import { TERMS } from '@vigia/law/data-kept'
import type { ClientBase, Pool } from 'pg'
import { chainOnce } from '../audit/chain.ts'
import type { Entry } from '../audit/record.ts'
import { SERVICE_NAMES } from '../service.ts'
import { tellByOperator } from './by-operator.ts'
import { erase } from './erased.ts'

/** What goes once it is over. */
export const EXPIRING = ['CHILD', 'WAITING', 'SESSION'] as const
export type Expiring = (typeof EXPIRING)[number]

export interface OverTerm {
  term: keyof typeof TERMS
  table: string
  found: number
}

const CHILDREN_AT_ONCE = 200
const ROWS_AT_ONCE = 10_000

/** Of a table of rows the condition under which its term is over; $1 is the moment before which it was. */
type Rows = readonly (readonly [table: string, over: string])[]
const WAITING: Rows = [
  ...SERVICE_NAMES.map((service) => [`${service}.unmatched_row`, 'recorded_at < $1'] as const),
  ['oversight.mail_waiting', 'at < $1'],
  ['oversight.letter_digest', 'at < $1'],
]
const SESSION: Rows = [
  ['sessions.session', 'least(ended_at, ends_at) < $1'],
  ['sessions.personal_token', 'least(revoked_at, ends_at) < $1'],
  ['sessions.sign_in', 'ends_at < $1'],
  ['sessions.proof', 'ends_at < $1'],
  [
    'sessions.subject',
    `greatest(signed_in_at, revoked_at) < $1 and not exists (select from sessions.session s where s.sub = subject.sub)
      and not exists (select from sessions.personal_token t where t.sub = subject.sub)`,
  ],
  ['oversight.webhook_secret', 'ends_at < $1'],
  ['oversight.webhook_owner', 'seen_at < $1'],
]
/** Counted alone: what proves who did what stays. */
const AUDIT: Rows = [
  ['audit.entry', 'at < $1'],
  ['audit.alarm', 'at < $1'],
  ['audit.head', 'at < $1'],
  ['openings.opening', 'at < $1'],
  ['exports.export', 'asked_at < $1'],
  ['stream.follower', 'at < $1'],
  ['stream.telling', 'at < $1'],
  ['oversight.mail', 'created_at < $1'],
  ['oversight.deed', 'at < $1'],
  ['oversight.breach_told', 'at < $1'],
]
/** By term, each table that says when its rows are of. */
export const ROWS: Readonly<Record<'WAITING' | 'SESSION' | 'AUDIT', Rows>> = { WAITING, SESSION, AUDIT }

/** A line for each table with a term in years, whether anything of it is over or not. */
export async function overTerm(pool: Pool, now: Date): Promise<OverTerm[]> {
  const children = await pool.query(`select count(*)::int as n from ${await childrenOver(pool)}`, [
    limitOf('CHILD', now),
  ])
  const lines: OverTerm[] = [{ term: 'CHILD', table: 'children.child', found: children.rows[0]?.n ?? 0 }]
  for (const term of ['WAITING', 'SESSION', 'AUDIT'] as const)
    for (const [table, over] of ROWS[term]) {
      const { rows } = await pool.query(`select count(*)::int as n from ${table} where ${over}`, [limitOf(term, now)])
      lines.push({ term, table, found: rows[0]?.n ?? 0 })
    }
  return lines
}

/** Lets it go, a batch a transaction, each with its entry in the audit; gives how much went. */
export async function letGo(
  pool: Pool,
  term: Expiring,
  { now, reason }: { now: Date; reason: string },
): Promise<number> {
  const limit = limitOf(term, now)
  if (term === 'CHILD') {
    const over = await childrenOver(pool)
    return untilNothing(pool, 'children', (client) => eraseSome(client, { over, limit, now, reason }))
  }
  let gone = 0
  for (const [table, over] of ROWS[term]) {
    const service = serviceOf(table)
    gone += await untilNothing(pool, service, (client) => deleteSome(client, { service, table, over, limit, reason }))
  }
  return gone
}

async function untilNothing(pool: Pool, service: Entry['service'], some: (client: ClientBase) => Promise<number>) {
  let gone = 0
  for (let went = 1; went > 0; gone += went) went = await within(pool, some)
  if (gone > 0) await chainOnce(pool, service)
  return gone
}

async function eraseSome(client: ClientBase, batch: { over: string; limit: Date; now: Date; reason: string }) {
  // No file is being taken in meanwhile: it could bring a key of these children, or an act for one of them.
  await client.query("select pg_advisory_xact_lock(hashtext('vigia.intake.children'))")
  const { rows } = await client.query<{ id: string }>(
    `select c.id from ${batch.over} order by c.id limit ${CHILDREN_AT_ONCE}`,
    [batch.limit],
  )
  const children = rows.map(({ id }) => id)
  if (children.length === 0) return 0
  const deed = { service: 'children', asked: ['retention'], children, records: children.length } as const
  await tellByOperator(client, { ...deed, reason: batch.reason })
  await erase(client, children)
  return children.length
}

async function deleteSome(
  client: ClientBase,
  batch: { service: Entry['service']; table: string; over: string; limit: Date; reason: string },
) {
  const { service, table, over, limit, reason } = batch
  const { rowCount } = await client.query(
    `delete from ${table} where ctid = any (array(select ctid from ${table} where ${over} limit ${ROWS_AT_ONCE}))`,
    [limit],
  )
  const records = rowCount ?? 0
  if (records > 0) await tellByOperator(client, { service, asked: ['retention', table], children: [], records, reason })
  return records
}

/** Sessions are the gateway's. */
function serviceOf(table: string): Entry['service'] {
  return SERVICE_NAMES.find((name) => table.startsWith(`${name}.`)) ?? 'gateway'
}

const IN_FACTS = `select format('not exists (select from %I.%I f where f.child_id = c.id and f.recorded_at >= $1)', table_schema, table_name) as none
  from information_schema.columns where column_name in ('child_id', 'recorded_at') and table_schema || '.' || table_name = any ($1)
  group by table_schema, table_name having count(*) = 2 order by 1`

/** Those too whose files were all withdrawn: as they were last. */
const CHILDREN = `(select id, recorded_at, born_on is not null as is_born from children.child union all
  select entity_id, max(recorded_at), bool_or(former ->> 'born_on' is not null) from children.former_version v
  where entity = 'child' and not exists (select from children.child k where k.id = v.entity_id) group by entity_id)`

/** Those with something left to read, of whom the registry has learned nothing since $1, in any table that keeps what was done for a child. */
async function childrenOver(pool: Pool): Promise<string> {
  const facts = INVENTORY.flatMap(({ table, term }) => (term === 'CHILD' ? [table] : []))
  const { rows } = await pool.query<{ none: string }>(IN_FACTS, [facts])
  return `${CHILDREN} c where c.recorded_at < $1 and (c.is_born or exists (
    select from children.data_key k where k.child_id = c.id and k.wrapped is not null)) and ${rows.map(({ none }) => none).join(' and ')}`
}

function limitOf(term: keyof typeof TERMS, now: Date): Date {
  const { years } = TERMS[term]
  if (years === null) throw new Error(`${term} has no term in years.`)
  const limit = new Date(now)
  limit.setUTCFullYear(limit.getUTCFullYear() - years)
  return limit
}
