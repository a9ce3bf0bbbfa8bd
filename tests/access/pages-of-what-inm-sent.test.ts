/** An office of INM reads a page of what it sent by reading about as many facts as a page has, however many there are and whoever else told some. */
import { readerUrl } from '@vigia/db/roles'
import { signedContext } from '@vigia/db/row-context'
import { rowContextOf } from '@vigia/kit/graph/in-sight'
import type { PageArgs } from '@vigia/kit/graph/page'
import { type Receipts, receiptsPage } from '@vigia/kit/graph/receipts'
import type { Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anActor } from '../support/asking.ts'
import { type ScratchDatabase, scratchDatabase } from '../support/scratch-database.ts'
import { keyOf, underContext } from '../support/under-context.ts'

const FACTS = 3_000
const OF_INM = '00000000-0000-7000-8000-00000000aaaa'
const OF_OTHERS = '00000000-0000-7000-8000-00000000bbbb'
const PLACE = '00000000-0000-7000-8000-00000000cccc'
/** Every third fact was told by others alone. */
const BATCH = `case when n % 3 = 0 then '${OF_OTHERS}' else '${OF_INM}' end::uuid`
const AT = `'2026-01-01 12:00+00'::timestamptz + n * interval '1 minute'`
const EACH = `from generate_series(1, ${FACTS}) n`
const filesOf = (
  service: string,
) => `insert into ${service}.batch (id, source, feed, sha256, file_name, cutoff_on) values
  ('${OF_INM}', 'INM', 'x', 'a', 'inm.csv', '2026-03-01'), ('${OF_OTHERS}', 'SNDIF', 'x', 'b', 'dif.csv', '2026-03-01')`
const returnsOf = (
  table: string,
  at: string,
) => `insert into returns.${table} (folio, child_id, state, ${at}, return_type, destination, batch_id)
  select 'R-' || n, gen_random_uuid(), '07', ${AT}, 'ASSISTED_RETURN', 'HND', ${BATCH} ${EACH}`

const REGISTRY = `begin; set local session_replication_role = replica;
  ${filesOf('children')}; ${filesOf('placements')}; ${filesOf('returns')};
  insert into children.detection (child_id, acta, detected_at, state, authority, detection_type, nationality, age_group, accompaniment, batch_id)
    select gen_random_uuid(), 'A-' || n, ${AT}, '07', 'INM_AFM', 'MIGRATION_CHECK', 'HND', 'FROM_0_TO_11', 'UNACCOMPANIED', ${BATCH} ${EACH};
  insert into placements.facility (id, name, name_key, type, state, registry_status, lifecycle, batch_id)
    values ('${PLACE}', 'Estación', 'ESTACION', 'EM', '07', 'REGISTERED', 'ACKNOWLEDGED', '${OF_INM}');
  insert into placements.stay (child_id, facility_id, entered_at, batch_id)
    select gen_random_uuid(), '${PLACE}', ${AT}, ${BATCH} ${EACH};
  insert into placements.stay_ledger (stay_id, child_id, facility_id, kind, state, entered_at, nationality, age_group, accompaniment)
    select id, child_id, facility_id, 'PROHIBITED', '07', entered_at, 'HND', 'FROM_0_TO_11', 'UNACCOMPANIED' from placements.stay;
  ${returnsOf('return_plan', 'planned_on')}; ${returnsOf('executed_return', 'departed_at')};
  commit; analyze`

let database: ScratchDatabase
beforeAll(async () => {
  database = await scratchDatabase()
  await database.query(REGISTRY)
})
afterAll(() => database.drop())

const literalOf = (value: unknown): string => {
  if (value === null) return 'null'
  return Array.isArray(value) ? `'{${value.join(',')}}'` : `'${String(value)}'`
}

/** A page as an office of INM in Chiapas is answered, and how many rows of a table were read for it. */
async function asked(receipts: Receipts, table: string, page: PageArgs) {
  const inm = anActor('inm-officer')
  const login = readerUrl(receipts.service, database.url)
  const context = signedContext(keyOf(login), rowContextOf(inm))
  let read = Number.NaN
  const query = async ({ text, values }: { text: string; values: unknown[] }) => {
    const sql = text.replace(/\$(\d+)/g, (_, at) => literalOf(values[Number(at) - 1]))
    // Counted are those of the transactions before it too, until they are told to all.
    const all = `(select seq_tup_read + coalesce(idx_tup_fetch, 0) from pg_stat_xact_all_tables where relid = '${table}'::regclass)`
    const before = `select set_config('app.read', ${all}::text, true)`
    const rows = await underContext(login, context, [
      before,
      sql,
      `select ${all} - current_setting('app.read')::int as n`,
    ])
    read = Number(rows[0].n)
    return { rows: await underContext(login, context, sql) }
  }
  const { edges, pageInfo } = await receiptsPage<Record<string, unknown>>(
    { query } as unknown as Pool,
    receipts,
    page,
    inm,
  )
  return { rows: edges.map(({ node }) => node), ...pageInfo, read }
}

const LISTS: [Receipts, table: string][] = [
  [
    { service: 'children', entity: 'detection', by: { column: '"detectedAt"', cast: 'timestamptz' } },
    'children.detection',
  ],
  [{ service: 'placements', entity: 'stay', by: { column: '"enteredAt"', cast: 'timestamptz' } }, 'placements.stay'],
  [{ service: 'returns', entity: 'return_plan', by: { column: '"plannedOn"', cast: 'date' } }, 'returns.return_plan'],
  [
    { service: 'returns', entity: 'executed_return', by: { column: '"departedAt"', cast: 'timestamptz' } },
    'returns.executed_return',
  ],
]

describe.each(LISTS)('of a list %o', (receipts, table) => {
  const sizeOf = 50
  /** The page, the row beyond it, what others told between, and what tells whether there is any of a kind. */
  const AT_MOST = 4 * sizeOf

  test('the latest', async () => {
    const page = await asked(receipts, table, { first: sizeOf })
    expect(page.rows.map(({ fileName }) => fileName)).toEqual(page.rows.map(() => 'inm.csv'))
    expect(page.rows).toHaveLength(sizeOf)
    expect(page.hasNextPage).toBe(true)
    expect(page.read).toBeLessThan(AT_MOST)
  })

  test('those behind them, and back again', async () => {
    const first = await asked(receipts, table, { first: sizeOf })
    const second = await asked(receipts, table, { first: sizeOf, after: first.endCursor })
    const back = await asked(receipts, table, { last: sizeOf, before: second.startCursor })
    expect(second.rows.filter(({ id }) => first.rows.some((row) => row.id === id))).toEqual([])
    expect(back.rows.map(({ id }) => id)).toEqual(first.rows.map(({ id }) => id))
    expect(second.read).toBeLessThan(AT_MOST)
    expect(back.read).toBeLessThan(AT_MOST)
  })

  test('the earliest', async () => {
    const { rows, read } = await asked(receipts, table, { last: sizeOf })
    expect(rows).toHaveLength(sizeOf)
    expect(read).toBeLessThan(AT_MOST)
  })

  test('all pages tell each row that INM sent once', async () => {
    const ids = new Set<unknown>()
    let after: string | null = null
    do {
      const page = await asked(receipts, table, { first: 100, after })
      for (const { id } of page.rows) ids.add(id)
      after = page.hasNextPage ? page.endCursor : null
    } while (after)
    expect(ids.size).toBe((FACTS * 2) / 3)
  })
})
