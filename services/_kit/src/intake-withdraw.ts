/** Takes a batch back: what it wrote first goes, what it corrected becomes what it was, and the figures go back with them. */
import type { Pool, PoolClient } from 'pg'
import type { FactTable, Withdrawal } from './intake-feed.ts'

/** Why a batch cannot be withdrawn, in Spanish. */
export class WithdrawalRefused extends Error {}

export type Withdrawn = { deleted: number; restored: number; unmatched: number }

/** One transaction. Events and former versions come of triggers. Throws WithdrawalRefused. */
export async function withdraw(
  pool: Pool,
  withdrawal: Withdrawal,
  batchId: string,
  reason: string,
): Promise<Withdrawn> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    const withdrawn = await withdrawIn(client, withdrawal, batchId, reason)
    await client.query('commit')
    return withdrawn
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  } finally {
    client.release()
  }
}

async function withdrawIn(
  client: PoolClient,
  { service, facts, afterwards = [] }: Withdrawal,
  batchId: string,
  reason: string,
): Promise<Withdrawn> {
  await client.query('select pg_advisory_xact_lock(hashtext($1))', [`vigia.intake.${service}`])
  const { rowCount } = await client.query(
    `update ${service}.batch set withdrawn_at = now(), withdrawn_reason = $2 where id = $1 and withdrawn_at is null`,
    [batchId, reason],
  )
  if (rowCount === 0) throw new WithdrawalRefused(`No hay ningún lote ${batchId} que se pueda retirar.`)

  await client.query('create temporary table withdrawn_row (fact text, id uuid, child_id uuid) on commit drop')
  const withdrawn: Withdrawn = { deleted: 0, restored: 0, unmatched: 0 }
  for (const fact of facts) {
    withdrawn.restored += await restore(client, service, fact, batchId)
    await refuseWhereOthersHang(client, service, fact, batchId)
    withdrawn.deleted += await remove(client, service, fact, batchId)
  }
  for (const sql of afterwards) await client.query(sql, [batchId])
  const kept = await client.query(`delete from ${service}.unmatched_row where batch_id = $1 and matched_at is null`, [
    batchId,
  ])
  withdrawn.unmatched = kept.rowCount ?? 0
  return withdrawn
}

/** Rows that the batch corrected say again what the last batch that still counts had said. */
async function restore(
  client: PoolClient,
  service: string,
  { name, key }: FactTable,
  batchId: string,
): Promise<number> {
  const { rows } = await client.query<{ columns: string }>(
    `select string_agg(quote_ident(column_name), ', ' order by ordinal_position) as columns
     from information_schema.columns where table_schema = $1 and table_name = $2`,
    [service, name],
  )
  const columns = (rows[0]?.columns ?? '').split(', ').filter((column) => column !== key)
  const { rowCount } = await client.query(
    `with former as (
       select distinct on (v.entity_id) v.entity_id, v.former
       from ${service}.${name} f join ${service}.former_version v on v.entity = '${name}' and v.entity_id = f.${key}
       where f.batch_id = $1
         and not exists (select from ${service}.batch x
                         where x.id = (v.former ->> 'batch_id')::uuid and x.withdrawn_at is not null)
       order by v.entity_id, v.id desc
     )
     update ${service}.${name} f set (${columns.join(', ')}) = (${columns.map((column) => `r.${column}`).join(', ')})
     from former, jsonb_populate_record(null::${service}.${name}, former.former) r
     where f.${key} = former.entity_id`,
    [batchId],
  )
  return rowCount ?? 0
}

const GOING = (fact: FactTable) => `f.batch_id = $1${fact.keepWhile ? ` and not (${fact.keepWhile})` : ''}`

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
       join ${service}.batch x on x.id = h.batch_id where ${GOING(fact)} and h.batch_id <> $1`,
      [batchId],
    )
    if (rows.length === 0) continue
    const others = rows.map(({ feed, id }) => `${feed} ${id}`).join(', ')
    throw new WithdrawalRefused(`Otros lotes dependen de este; retírelos antes: ${others}.`)
  }
}

async function remove(client: PoolClient, service: string, fact: FactTable, batchId: string): Promise<number> {
  const { rowCount } = await client.query(
    `with gone as (delete from ${service}.${fact.name} f where ${GOING(fact)} returning to_jsonb(f) as row)
     insert into withdrawn_row select '${fact.name}', (row ->> '${fact.key}')::uuid, (row ->> 'child_id')::uuid from gone`,
    [batchId],
  )
  return rowCount ?? 0
}
