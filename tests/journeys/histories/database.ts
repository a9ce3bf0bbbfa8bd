/** The same history in the database: writes facts as an intake does, and reads what the services made of them. */
import type { ScratchDatabase } from '../../support/scratch-database.ts'
import { type Entity, TABLE } from './facts.ts'
import type { Change } from './history.ts'
import type { Cells, Service } from './recount.ts'

const BATCH = '00000000-0000-4000-8000-0000000000bb'

/** Columns that a history does not vary. */
const CONSTANT: Partial<Record<Entity, object>> = {
  child: { sex: 'UNSPECIFIED' },
  detection: { authority: 'INM_AFM', detection_type: 'RESCUE' },
  facility: { name: 'Lugar', name_key: 'LUGAR' },
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

/** Of the tables, of which a history fills few, those that have held a row: to cut off an empty one costs as much. */
export async function empty(database: ScratchDatabase): Promise<void> {
  const tables = await database.query<{ name: string }>(
    `select name from (select format('%I.%I', schemaname, tablename) as name from pg_tables
       where schemaname in ('children', 'placements', 'representation', 'returns', 'oversight', 'outbox') and tablename <> all ($1)) t
     where pg_relation_size(name::regclass) > 0`,
    [KEPT],
  )
  if (tables.length > 0) await database.query(`truncate ${tables.map(({ name }) => name).join(', ')} cascade`)
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
const TOLD = `select distinct on (1, 2, 3) payload ->> 'indicator' as indicator, payload ->> 'state' as state,
  payload ->> 'day' as day, (payload ->> 'n')::int as n from outbox.event where source = $1 and type = 'indicator.changed' order by 1, 2, 3, seq desc`

async function cells(database: ScratchDatabase, select: string, values: unknown[] = []): Promise<Cells> {
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

/** The boards of every state, as a recount writes them. */
export async function snapshots(database: ScratchDatabase): Promise<Record<string, unknown>> {
  const [held, casework] = await Promise.all([
    database.query<Record<string, never>>('select * from placements.snapshot'),
    database.query<Record<string, never>>('select * from representation.snapshot'),
  ])
  const caseworkOf = new Map(casework.map((row) => [row['state'], row]))
  return Object.fromEntries(held.map((row) => [row['state'], boardOf(row, caseworkOf.get(row['state']) ?? {})]))
}

function boardOf(placed: Record<string, unknown>, casework: Record<string, unknown>) {
  return {
    held: {
      inReferralCenters: placed['in_referral_centers'],
      inProhibitedPlaces: placed['in_prohibited_places'],
      inOtherAdHocPlaces: placed['in_other_ad_hoc_places'],
      over36Hours: placed['over36_hours'],
      heldSince: placed['longest_since'],
    },
    care: { childrenNow: placed['in_care'], overOneYear: placed['over_one_year'] },
    casework: {
      unprocessed: casework['unprocessed'],
      UNDER_24_HOURS: casework['under24_hours'],
      FROM_24_TO_72_HOURS: casework['from24_to72_hours'],
      FROM_72_HOURS_TO_5_WORKING_DAYS: casework['from72_hours_to5_working_days'],
      OVER_5_WORKING_DAYS: casework['over5_working_days'],
      withoutDetermination: casework['without_determination'],
      oldest: casework['oldest_notified_at'],
    },
  }
}
