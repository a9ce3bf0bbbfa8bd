/** What a file tells of a fact of which another has told of a later day: it changes nothing, and is kept, as it would have been recorded. */
import type { PoolClient } from 'pg'
import type { Feed } from '../feed.ts'
import type { BatchRow } from '../staging/tables.ts'

/** SQL on `s`: true of a row of which a telling was kept, or that says otherwise than a later one. */
export const IS_LATE = 's.line in (select line from late)'

type Telling = {
  table: string
  /** The column of the table by which the fact is known. */
  key: string
  /** From which rows: SQL on `s`, `p` and `b`. */
  rows: string
  /** Which fact `f` a row tells of, and that it is late. */
  where: string
  /** True where the row says otherwise than the fact, which its sender is told. */
  isOtherwise: string
  /** What a fact comes to by the row, as SQL on `s`, `p`, `b` and `f`. */
  values: Readonly<Record<string, string>>
  /** The same where nobody has told of an earlier day. */
  first: Readonly<Record<string, string>>
  /** Which of them show whether the row says anything else. */
  compared: readonly string[]
}

/**
 * SQL: it becomes a former version, marked as late, so that the fact is what this file told once whatever told of a later day is withdrawn
 * (withdraw.ts). What the row leaves out is kept as by any row: from what was told before it, and of nobody who told of a later day.
 * Asked only where such a file has come.
 */
export function keepLate({ table, key, rows, where, isOtherwise, values, first, compared }: Telling): string {
  const [schema, entity] = table.split('.')
  const names = Object.keys(values)
  const isBefore = (batch: string) => `(${batch}.cutoff_on, ${batch}.taken_at) <= (b.cutoff_on, b.taken_at)`
  const all = { ...values, batch_id: 'b.id', line: 's.line', recorded_at: 'b.taken_at' }
  return `
    with told as materialized (
      select s.line, f.${key} as id, to_jsonb(telling) as former, ${isOtherwise} as is_otherwise,
        (${listOf('f', compared)}) is distinct from (${listOf('telling', compared)}) as is_kept
      ${rows}, ${table} f,
        lateral (select coalesce((
          select v.former from ${schema}.former_version v
          join ${schema}.batch x on x.id = (v.former ->> 'batch_id')::uuid and x.withdrawn_at is null
          where v.entity = '${entity}' and v.entity_id = f.${key} and ${isBefore('x')}
          order by x.cutoff_on desc, x.taken_at desc, v.id desc limit 1),
          to_jsonb(f) - '{${names.join(', ')}}'::text[] || ${jsonOf(first)}) as fact) before,
        lateral jsonb_populate_record(null::${table}, before.fact) earlier,
        lateral jsonb_populate_record(null::${table}, before.fact || ${jsonOf(onEarlier(all))}) telling
      where exists (select from ${schema}.batch x where x.withdrawn_at is null and not ${isBefore('x')}) and ${where}
    ), kept as (
      insert into ${schema}.former_version (entity, entity_id, former, recorded_at, is_late)
      select '${entity}', id, former, (former ->> 'recorded_at')::timestamptz, true from told where is_kept
    )
    insert into late select line, is_otherwise from told where is_otherwise or is_kept`
}

const listOf = (row: string, names: readonly string[]) => names.map((name) => `${row}.${name}`).join(', ')

/** What is said on `f`, said of what was known before the row. */
const onEarlier = (values: Telling['values']): Telling['values'] =>
  Object.fromEntries(Object.entries(values).map(([name, sql]) => [name, sql.replace(/\bf\./g, 'earlier.')]))

function jsonOf(values: Telling['values']): string {
  const said = Object.entries(values).map(([name, sql]) => `${sql} as ${name}`)
  return said.length === 0 ? `'{}'::jsonb` : `(select to_jsonb(said) from (select ${said.join(', ')}) said)`
}

/** Whether a batch that counts has told of a later day, or came later of the same day: what this one tells may be late. */
export async function isToldOfLater(
  client: PoolClient,
  { service }: Feed,
  { cutoff, takenAt }: BatchRow,
): Promise<boolean> {
  const { rows } = await client.query<{ isToldOf: boolean }>(
    `select exists (select from ${service}.batch x where x.withdrawn_at is null
       and ($1::date is null or (x.cutoff_on, x.taken_at) > ($1::date, $2::timestamptz))) as "isToldOf"`,
    [cutoff, takenAt],
  )
  return rows[0]?.isToldOf ?? true
}
