/** Takes a batch back: what it wrote first goes, what it corrected becomes what it was, and the figures go back with them. */
import type { Pool, PoolClient } from 'pg'
import { recordWithdrawal } from '../audit/record-write.ts'
import { isBehindWall } from './behind-the-wall.ts'
import type { FactTable, Sender, Withdrawal } from './feed.ts'
import { rememberWhose, withoutWithdrawn } from './known/withdraw-blanks.ts'
import { asToldToSender, contradiction, OthersDepend, WithdrawalRefused, whyNot } from './known/withdrawal-refused.ts'

export type Withdrawn = {
  deleted: number
  restored: number
  unmatched: number
  /** True where its sender is told of nothing that others recorded: these numbers hang on it. */
  isBehindWall: boolean
  /** What stays as it was and may have to be mended. Where it is behind the wall, for whoever runs the registry alone. */
  besides: readonly string[]
}

/** One transaction. Events and former versions come of triggers. Throws WithdrawalRefused. */
export async function withdraw(
  pool: Pool,
  withdrawal: Withdrawal,
  batchId: string,
  why: { reason: string; by?: string },
): Promise<Withdrawn> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    const withdrawn = await withdrawIn(client, withdrawal, batchId, why)
    await client.query('commit')
    return withdrawn
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw await asToldToSender(client, withdrawal, batchId, contradiction(error) ?? error)
  } finally {
    client.release()
  }
}

async function withdrawIn(
  client: PoolClient,
  { service, facts, beforehand = [], afterwards = [], leaves }: Withdrawal,
  batchId: string,
  { reason, by }: { reason: string; by?: string },
): Promise<Withdrawn> {
  await client.query('select pg_advisory_xact_lock(hashtext($1))', [`vigia.intake.${service}`])
  const { rows } = await client.query<Pick<Sender, 'source'>>(
    `update ${service}.batch set withdrawn_at = now(), withdrawn_reason = $2 where id = $1 and withdrawn_at is null returning source`,
    [batchId, reason],
  )
  const [batch] = rows
  if (!batch) throw new WithdrawalRefused(await whyNot(client, service, batchId))

  await client.query('create temporary table undone_row (fact text, id uuid, child_id uuid) on commit drop')
  await client.query('create temporary table was_told (id uuid) on commit drop')
  await client.query('create temporary table word_before (entity_id uuid, former jsonb) on commit drop')
  const withdrawn = {
    deleted: 0,
    restored: 0,
    unmatched: 0,
    isBehindWall: isBehindWall({ service }, batch),
    besides: [] as string[],
  }
  for (const sql of beforehand) await client.query(sql, [batchId])
  for (const fact of facts) {
    await rememberWhose(client, service, fact, batchId)
    await leaveToOthers(client, service, fact, batchId)
    withdrawn.restored += await restore(client, service, fact, batchId)
    withdrawn.restored += await blankAgain(client, service, fact, batchId)
    await refuseWhereOthersHang(client, service, fact, batchId)
    withdrawn.deleted += await remove(client, service, fact, batchId)
  }
  for (const sql of afterwards) await client.query(sql, [batchId])
  const left = leaves ? await client.query<{ notice: string }>(leaves) : { rows: [] }
  withdrawn.besides = left.rows.map(({ notice }) => notice)
  await client.query(`delete from ${service}.confirmation where batch_id = $1`, [batchId])
  await client.query(`delete from ${service}.left_blank where batch_id = $1`, [batchId])
  const kept = await client.query(`delete from ${service}.unmatched_row where batch_id = $1 and matched_at is null`, [
    batchId,
  ])
  withdrawn.unmatched = kept.rowCount ?? 0
  await recordWithdrawal(client, service, batchId, { by, reason, records: withdrawn.deleted + withdrawn.restored })
  return withdrawn
}

/** Facts that another batch said again are that batch's from now on, unless one that was late had told of a later day than it. */
async function leaveToOthers(
  client: PoolClient,
  service: string,
  { name, key, isNoWord = 'false' }: FactTable,
  batchId: string,
): Promise<void> {
  await client.query(
    `with heir as (
       select distinct on (c.entity_id) c.entity_id, c.batch_id
       from ${service}.confirmation c join ${service}.batch x on x.id = c.batch_id and x.withdrawn_at is null
       where c.of_batch = $1 and c.entity = '${name}' and not exists (
         select from ${service}.former_version v
         join ${service}.batch y on y.id = (v.former ->> 'batch_id')::uuid and y.withdrawn_at is null
         where v.is_late and v.entity = c.entity and v.entity_id = c.entity_id and not ${isNoWord}
           and (y.cutoff_on, y.taken_at) >= (x.cutoff_on, x.taken_at))
       order by c.entity_id, x.cutoff_on desc, x.taken_at desc
     ), left_to as (
       update ${service}.${name} f set batch_id = heir.batch_id, line = null
       from heir where f.${key} = heir.entity_id and f.batch_id = $1 returning f.${key} as id, f.batch_id
     )
     update ${service}.confirmation c set of_batch = left_to.batch_id
     from left_to where c.entity_id = left_to.id and c.entity = '${name}' and c.of_batch = $1`,
    [batchId],
  )
}

/**
 * Rows that the batch corrected say again what was said before by a batch that still counts, or that one of these confirmed; or what a
 * batch that was late had to say, where it tells of a later day than that. Of columns that the table did not have then, nothing was said.
 */
async function restore(client: PoolClient, service: string, fact: FactTable, batchId: string): Promise<number> {
  const { name, key } = fact
  if ((await findWordsBefore(client, service, fact, batchId)) === 0) return 0
  const columns = (await columnsOf(client, service, name)).filter((column) => column !== key)
  const { rowCount } = await client.query(
    `with restored as (
       update ${service}.${name} f set (${columns.join(', ')}) = (
         select ${columns.map((column) => `r.${column}`).join(', ')} from jsonb_populate_record(f, w.former) r)
       from word_before w where f.${key} = w.entity_id returning to_jsonb(f) as row
     )
     ${undone(name, key, 'restored')}`,
  )
  return rowCount ?? 0
}

/** What rows of others kept of the batch, where they were blank themselves. */
async function blankAgain(client: PoolClient, service: string, fact: FactTable, batchId: string): Promise<number> {
  const facts = await withoutWithdrawn(client, service, fact, batchId)
  if (facts.length === 0) return 0
  const { name, key } = fact
  const columns = (await columnsOf(client, service, name)).filter((column) => column !== key)
  const { rowCount } = await client.query(
    `with restored as (
       update ${service}.${name} f set (${columns.join(', ')}) = (${columns.map((column) => `r.${column}`).join(', ')})
       from jsonb_to_recordset($1::jsonb) w (id uuid, fact jsonb), jsonb_populate_record(null::${service}.${name}, w.fact) r
       where f.${key} = w.id returning to_jsonb(f) as row
     )
     ${undone(name, key, 'restored')}`,
    [JSON.stringify(facts)],
  )
  return rowCount ?? 0
}

/** In a table that the planner is told the size of: it would look for each row among all of them. Gives how many there are. */
async function findWordsBefore(
  client: PoolClient,
  service: string,
  { name, key, toldBy = '', isNoWord = 'false' }: FactTable,
  batchId: string,
): Promise<number> {
  await client.query('truncate word_before')
  const { rowCount } = await client.query(
    `insert into word_before
     select distinct on (entity_id) entity_id, former from (
       select v.entity_id, v.is_late, v.former || jsonb_build_object('batch_id', coalesce(x.id, heir.id)) as former,
         said.cutoff_on, said.taken_at, coalesce(x.feed, heir.feed) as feed,
         row_number() over (partition by v.entity_id, v.is_late
           order by case when v.is_late then x.cutoff_on end desc, case when v.is_late then x.taken_at end desc, v.id desc) as nth
       from ${service}.${name} f join ${service}.former_version v on v.entity = '${name}' and v.entity_id = f.${key}
       left join ${service}.batch x on x.id = (v.former ->> 'batch_id')::uuid and x.withdrawn_at is null
       left join lateral (
         select y.id, y.feed, y.cutoff_on, y.taken_at
         from ${service}.confirmation c join ${service}.batch y on y.id = c.batch_id and y.withdrawn_at is null
         where not v.is_late and c.entity_id = v.entity_id and c.entity = v.entity and c.of_batch = (v.former ->> 'batch_id')::uuid
         order by y.cutoff_on desc, y.taken_at desc limit 1) heir on true
       cross join lateral (
         select * from (values (x.cutoff_on, x.taken_at), (heir.cutoff_on, heir.taken_at)) word (cutoff_on, taken_at)
         order by cutoff_on desc nulls last, taken_at desc limit 1) said
       where f.batch_id = $1 and coalesce(x.id, heir.id) is not null and not ${isNoWord}
     ) version
     where nth = 1 order by entity_id, feed = $2 desc, cutoff_on desc, taken_at desc, is_late desc`,
    [batchId, toldBy],
  )
  if (rowCount) await client.query('analyze word_before')
  return rowCount ?? 0
}

/** SQL that remembers rows that went, or are what they were, for what is derived afterwards. */
const undone = (name: string, key: string, rows: string) =>
  `insert into undone_row select '${name}', (row ->> '${key}')::uuid, (row ->> 'child_id')::uuid from ${rows}`

async function columnsOf(client: PoolClient, service: string, table: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select quote_ident(column_name) as name from information_schema.columns
     where table_schema = $1 and table_name = $2 order by ordinal_position`,
    [service, table],
  )
  return rows.map(({ name }) => name)
}

/** What a file that was withdrawn before had told, and was kept for the sake of this one, goes too. */
function goingIn(service: string, { keepWhile, ofChild }: FactTable): string {
  const ofBatch = 'f.batch_id = $1'
  if (!keepWhile) return ofBatch
  const keptSince = `${ofChild} in (select child_id from undone_row)
    and f.batch_id in (select id from ${service}.batch where withdrawn_at is not null)`
  return `(${ofChild ? `${ofBatch} or ${keptSince}` : ofBatch}) and not (${keepWhile})`
}

/** A fact on which rows of other batches hang is not taken from under them: those batches go first. */
async function refuseWhereOthersHang(
  client: PoolClient,
  service: string,
  fact: FactTable,
  batchId: string,
): Promise<void> {
  const { rows: references } = await client.query<{ tables: string; columns: string }>(
    `select c.conrelid::regclass::text as tables, a.attname as columns
     from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
     where c.contype = 'f' and c.confrelid = $1::regclass`,
    [`${service}.${fact.name}`],
  )
  for (const { tables, columns } of references) {
    const { rows } = await client.query<{ feed: string; id: string }>(
      `select distinct x.feed, x.id from ${service}.${fact.name} f join ${tables} h on h.${columns} = f.${fact.key}
       join ${service}.batch x on x.id = h.batch_id where ${goingIn(service, fact)} and h.batch_id <> $1`,
      [batchId],
    )
    if (rows.length === 0) continue
    const others = rows.map(({ feed, id }) => `${feed} ${id}`).join(', ')
    throw new OthersDepend(`Otros lotes dependen de este; retírelos antes: ${others}.`)
  }
}

async function remove(client: PoolClient, service: string, fact: FactTable, batchId: string): Promise<number> {
  const { rowCount } = await client.query(
    `with gone as (delete from ${service}.${fact.name} f where ${goingIn(service, fact)} returning to_jsonb(f) as row)
     ${undone(fact.name, fact.key, 'gone')}`,
    [batchId],
  )
  return rowCount ?? 0
}
