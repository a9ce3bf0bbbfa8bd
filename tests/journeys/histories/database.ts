/** The same history in the database: writes facts as an intake does, and reads what the services made of them. */
import type { ScratchDatabase } from '../../support/scratch-database.ts'
import { type Entity, TABLE } from './facts.ts'
import type { Change } from './history.ts'
import type { Cells, Service } from './recount.ts'

const BATCH = '00000000-0000-4000-8000-0000000000bb'

/** Columns that a history does not vary. */
const CONSTANT: Partial<Record<Entity, object>> = {
  child: { sex: 'UNSPECIFIED' },
  detection: { authority: 'INM_AFM', detection_type: 'RESCUE', causes: [], transit_conditions: [], risk_factors: [] },
  facility: { name: 'Lugar', name_key: 'LUGAR', registry_status: 'UNKNOWN', lifecycle: 'SIGHTED' },
  protection_case: { status: 'OPEN' },
  determination: { guarantees: '{}' },
  restitution_plan: { measures: [] },
}

export async function write(database: ScratchDatabase, { entity, id, fact }: Change): Promise<void> {
  if (!fact) {
    await database.query(`delete from ${TABLE[entity]} where id = $1`, [id])
    return
  }
  const row: Record<string, unknown> = { ...CONSTANT[entity], ...fact, batch_id: BATCH }
  const columns = Object.keys(row)
  const marks = columns.map((_, i) => `$${i + 1}`)
  const changes = columns.filter((column) => column !== 'id').map((column) => `${column} = excluded.${column}`)
  await database.query(
    `insert into ${TABLE[entity]} (${columns.join(', ')}) values (${marks.join(', ')})
     on conflict (id) do update set ${changes.join(', ')}`,
    Object.values(row),
  )
}

const KEPT = ['registry', 'service_version']

export async function empty(database: ScratchDatabase): Promise<void> {
  const tables = await database.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname in ('children', 'placements', 'representation', 'returns', 'oversight', 'outbox') and tablename <> all ($1)`,
    [KEPT],
  )
  await database.query(`truncate ${tables.map(({ name }) => name).join(', ')}`)
}

/** The four ways in which a service keeps one count, each summed to the finest that it can tell. */
export async function counters(database: ScratchDatabase, service: Service) {
  const cell = 'indicator, state, day, nationality, age_group, accompaniment'
  return {
    cube: await cells(database, `select ${cell}, n from ${service}.cube`),
    days: await cells(database, `select indicator, state, day, n from ${service}.day_counter`),
    months: await cells(database, `select indicator, state, month, n from ${service}.month_counter`),
    monthCube: await cells(database, `select ${cell.replace('day', 'month')}, n from ${service}.month_cube`),
    told: await cells(database, TOLD, [service]),
    waiting: (await database.query(`select from ${service}.delta`)).length,
  }
}

/** What the other services were last told of each day. */
const TOLD = `select distinct on (1, 2, 3) payload ->> 'indicator', payload ->> 'state', payload ->> 'day', (payload ->> 'n')::int as n
  from outbox.event where source = $1 and type = 'indicator.changed' order by 1, 2, 3, seq desc`

async function cells(database: ScratchDatabase, select: string, values: unknown[] = []): Promise<Cells> {
  const rows = await database
    .query<{ key: string; n: number }>(
      `select concat_ws('|', variadic (select array_agg(value order by ordinality) from
       jsonb_array_elements_text(to_jsonb(array(select jsonb_object_values.v from (select 1) x,
         lateral (select 1) y, lateral (select null::text as v where false) jsonb_object_values))) with ordinality)) as key, 0 as n where false`,
    )
    .catch(() => [])
  void rows
  const found = await database.query<Record<string, unknown>>(select, values)
  const pairs = found.map((row) => {
    const { n, ...of } = row
    return [Object.values(of).map(dayOrCode).join('|'), Number(n)] as const
  })
  return Object.fromEntries(pairs.filter(([, n]) => n !== 0))
}

function dayOrCode(value: unknown): string {
  return value instanceof Date ? value.toLocaleDateString('sv-SE') : String(value)
}
