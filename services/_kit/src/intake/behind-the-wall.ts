/**
 * Files of an authority that enforces migration law are answered by what stands in them alone (security.md 3.8): what others have
 * recorded of a child refuses no row of them, and no count, notice or file of rejects tells of it. A row that it speaks against waits
 * among those that could not be joined, where overseers see it with the reason, and is tried again like those.
 *
 * What the tables of INM's own sums are found to lack is told: no child is behind them.
 */
import { isEnforcement } from '@vigia/law/authorities'
import type { PoolClient } from 'pg'
import type { Feed, FeedLayout, Reject, Sender } from './feed.ts'
import { isPlaced } from './sql.ts'
import { sqlOf } from './staging/tables.ts'
import { type ChunkTraits, type Step, sqlOfSteps } from './step.ts'

export function isBehindWall({ service }: Pick<Feed, 'service'>, { source }: Pick<Sender, 'source'>): boolean {
  return isEnforcement(source) && service !== 'oversight'
}

/**
 * The checks that look at nothing but the rows themselves: what they refuse is told, and they are not asked again once rows are joined.
 * Of all others nothing can be said before.
 */
export const ofRowsAlone = (checks: readonly Step[], traits: ChunkTraits): string[] =>
  sqlOfSteps(checks, { ...traits, joins: false }).filter((sql) => !/\bplaced\b/.test(sql))

const OVERRULED = 'Lo que se sabe de este hecho es de un archivo de otra autoridad con un corte posterior.'

/**
 * Rows that would have changed what INM had told, had not somebody else told of a later day since: they change nothing, and wait, so that
 * INM reads its own word back. Asked whether or not others have told of a later day: the statements tell of nobody's file.
 */
export async function overruled(
  client: PoolClient,
  { service }: Pick<Feed, 'service'>,
  layout: FeedLayout,
): Promise<Reject[]> {
  const found: Reject[] = []
  for (const { table, placed } of layout.readBack ?? []) {
    const entity = table.slice(service.length + 1)
    const isLater = (batch: string) => `(${batch}.cutoff_on, ${batch}.taken_at) > (b.cutoff_on, b.taken_at)`
    const { rows } = await client.query<Reject>(
      `select s.line, '' as column, '' as value, '${OVERRULED}' as reason
       ${sqlOf(layout, 'from placed p join staged s using (line)')}
       join ${table} f on f.id = p.${placed}, the_batch b
       where ${isPlaced('f.id', placed, `${placed} is not null`)} and exists (
         select from (select f.batch_id union all select c.batch_id from ${service}.confirmation c
           where c.entity = '${entity}' and c.entity_id = f.id and c.of_batch = f.batch_id) told (id)
         join ${service}.batch x using (id) where x.source <> b.source and ${isLater('x')})
       and not exists (
         select from ${service}.former_version v join ${service}.batch y on y.id = (v.former ->> 'batch_id')::uuid
         where v.entity = '${entity}' and v.entity_id = f.id and y.source = b.source and ${isLater('y')})
       and not exists (
         select from ${service}.confirmation c join ${service}.batch y on y.id = c.batch_id
         where c.entity = '${entity}' and c.entity_id = f.id and y.source = b.source and ${isLater('y')})`,
    )
    found.push(...rows)
  }
  return found
}

/**
 * Keeps rows that are spoken against, as those are kept that could not be joined, and what each was joined to beside it: what INM reads
 * back of its own tells of this row as if it had been written (the functions `_sent`).
 */
export async function keepSpokenAgainst(
  client: PoolClient,
  { service }: Pick<Feed, 'service'>,
  layout: FeedLayout,
  rows: readonly Pick<Reject, 'line' | 'reason'>[],
): Promise<void> {
  const keys = layout.unmatched?.keys ?? "'{}'::text[]"
  const found = sqlOf(layout, 'from staged s join placed p using (line)')
  await client.query(
    `insert into ${service}.unmatched_row (batch_id, feed, line, raw, keys, reason)
     select b.id, b.feed, s.line, to_jsonb(s) || jsonb_build_object('placed', to_jsonb(p)), ${keys}, r.reason
     ${found} join (
       select line, string_agg(reason, ' ' order by reason) as reason
       from json_to_recordset($1) x (line int, reason text) group by line) r on r.line = s.line, the_batch b`,
    [JSON.stringify(rows)],
  )
}
