/** Puts deliveries of INM's tables before the database, and reads what it makes of them. */
import type { ClientBase } from 'pg'
import type { Delivery, Settled } from './claims-by-hand.ts'

/** All rows first, so that they are settled once, as a transaction that takes several files in does. */
export async function deliver(by: ClientBase, deliveries: readonly Delivery[]): Promise<void> {
  await by.query(
    `insert into oversight.batch (id, feed, source, cutoff_on, is_preliminary, file_name, sha256, taken_at, withdrawn_at)
     select id, 'inm-daily', 'INM', cutoff, "isPreliminary", 'f', 's', to_timestamp("takenAt"), case when "isWithdrawn" then now() end
     from jsonb_to_recordset($1) d (id uuid, cutoff date, "isPreliminary" boolean, "takenAt" int, "isWithdrawn" boolean)`,
    [JSON.stringify(deliveries)],
  )
  await by.query(
    `insert into oversight.authority_coverage (batch_id, table_code, until)
     select d.id, c."table", c.until from jsonb_to_recordset($1) d (id uuid, coverage jsonb),
       jsonb_to_recordset(d.coverage) c ("table" text, until date)`,
    [JSON.stringify(deliveries)],
  )
  await by.query(
    `insert into oversight.authority_row (batch_id, line, table_code, part, span, day, state, office, place, place_key, is_place_recorded,
       measures)
     select d.id, 1, c."table", part, span, day, state, 'o', spelling, place, "isRecorded", measures
     from jsonb_to_recordset($1) d (id uuid, claims jsonb), jsonb_to_recordset(d.claims) c ("table" text, part text, span text, day date,
       state text, spelling text, place text, "isRecorded" boolean, measures jsonb)`,
    [JSON.stringify(deliveries)],
  )
  await by.query('set constraints all immediate')
}

export async function settledIn(by: ClientBase): Promise<Settled> {
  const { rows } = await by.query<Settled>(`select
    coalesce((select jsonb_object_agg(concat_ws(' ', table_code, measure, place, state, day), n) from oversight.authority_day), '{}') as days,
    coalesce((select jsonb_object_agg(concat_ws(' ', table_code, measure, place, state, month), jsonb_build_object('n', n, 'rest', rest))
      from oversight.authority_month), '{}') as months,
    coalesce((select jsonb_object_agg(table_code, covered_until) from oversight.authority_table), '{}') as coverage,
    coalesce((select jsonb_object_agg(place_key, jsonb_build_object('name', name, 'isRecorded', is_recorded))
      from oversight.authority_place), '{}') as places`)
  const settled = rows[0]
  if (!settled) throw new Error('Nothing was settled.')
  return settled
}
