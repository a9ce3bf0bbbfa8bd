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

const FACTS = 6_000
const OF_INM = '00000000-0000-7000-8000-00000000aaaa'
const AGAIN = '00000000-0000-7000-8000-00000000aaab'
const OF_OTHERS = '00000000-0000-7000-8000-00000000bbbb'
const PLACE = '00000000-0000-7000-8000-00000000cccc'
/** Every third fact was told by others alone. */
const BATCH = `case when n % 3 = 0 then '${OF_OTHERS}' else '${OF_INM}' end::uuid`
const AT = `'2026-01-01 12:00+00'::timestamptz + n * interval '1 minute'`
const EACH = `from generate_series(1, ${FACTS}) n`
const filesOf = (
  service: string,
) => `insert into ${service}.batch (id, source, feed, sha256, file_name, cutoff_on, taken_at) values
  ('${OF_INM}', 'INM', 'x', 'a', 'inm.csv', '2026-03-01', '2026-03-01'), ('${AGAIN}', 'INM', 'x', 'c', 'again.csv', '2026-03-02', '2026-03-02'),
  ('${OF_OTHERS}', 'SNDIF', 'x', 'b', 'dif.csv', '2026-03-01', '2026-03-01')`
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

/** A page as an office of INM in Chiapas is answered, and how many of the facts were read for it. */
async function asked(receipts: Receipts, page: PageArgs) {
  const table = `${receipts.service}.${receipts.entity}`
  const inm = anActor('inm-officer')
  const login = readerUrl(receipts.service, database.url)
  const context = signedContext(keyOf(login), rowContextOf(inm))
  let read = Number.NaN
  const query = async ({ text, values }: { text: string; values: unknown[] }) => {
    const sql = text.replace(/\$(\d+)/g, (_, at) => literalOf(values[Number(at) - 1]))
    // Counted are those of the transactions before it too, until they are told to all.
    const all = `(select seq_tup_read + coalesce(idx_tup_fetch, 0) from pg_stat_xact_all_tables where relid = '${table}'::regclass)`
    const before = `select set_config('app.read', ${all}::text, true)`
    const difference = `select ${all} - current_setting('app.read')::int as n`
    read = Number((await underContext(login, context, [before, sql, difference]))[0].n)
    return { rows: await underContext(login, context, sql) }
  }
  const pool = { query } as unknown as Pool
  const { edges, pageInfo } = await receiptsPage<Record<string, unknown>>(pool, receipts, page, inm)
  return { rows: edges.map(({ node }) => node), ...pageInfo, read }
}

const DETECTIONS: Receipts = {
  service: 'children',
  entity: 'detection',
  by: { column: '"detectedAt"', cast: 'timestamptz' },
}
const LISTS: Receipts[] = [
  DETECTIONS,
  { service: 'placements', entity: 'stay', by: { column: '"enteredAt"', cast: 'timestamptz' } },
  { service: 'returns', entity: 'return_plan', by: { column: '"plannedOn"', cast: 'date' } },
  { service: 'returns', entity: 'executed_return', by: { column: '"departedAt"', cast: 'timestamptz' } },
]

describe.each(LISTS)('of each $entity', (receipts) => {
  const sizeOf = 50
  /** The page, the row beyond it, what others told between, and what tells whether there is any of a kind. */
  const AT_MOST = 4 * sizeOf

  test('the latest', async () => {
    const page = await asked(receipts, { first: sizeOf })
    expect(page.rows.map(({ fileName }) => fileName)).toEqual(page.rows.map(() => 'inm.csv'))
    expect(page.rows).toHaveLength(sizeOf)
    expect(page.hasNextPage).toBe(true)
    expect(page.read).toBeLessThan(AT_MOST)
  })

  test('those behind them, and back again', async () => {
    const first = await asked(receipts, { first: sizeOf })
    const second = await asked(receipts, { first: sizeOf, after: first.endCursor })
    const back = await asked(receipts, { last: sizeOf, before: second.startCursor })
    expect(second.rows.filter(({ id }) => first.rows.some((row) => row.id === id))).toEqual([])
    expect(back.rows.map(({ id }) => id)).toEqual(first.rows.map(({ id }) => id))
    expect(second.read).toBeLessThan(AT_MOST)
    expect(back.read).toBeLessThan(AT_MOST)
  })

  test('the earliest', async () => {
    const { rows, read } = await asked(receipts, { last: sizeOf })
    expect(rows).toHaveLength(sizeOf)
    expect(read).toBeLessThan(AT_MOST)
  })

  test('all pages tell each row that INM sent once', async () => {
    const ids = new Set<unknown>()
    let after: string | null = null
    do {
      const page = await asked(receipts, { first: 100, after })
      for (const { id } of page.rows) ids.add(id)
      after = page.hasNextPage ? page.endCursor : null
    } while (after)
    expect(ids.size).toBe((FACTS * 2) / 3)
  })
})

test('a find is told as the file has it in which INM told it last, whoever told of it since', async () => {
  const saidAgain = (acta: string, of: string) => `
    insert into children.confirmation (entity_id, entity, batch_id, of_batch, line) select id, 'detection', '${AGAIN}', '${of}', 7 from children.detection where acta = '${acta}'`
  const toldBefore = (acta: string) => `insert into children.former_version (entity, entity_id, recorded_at, former)
    select 'detection', id, recorded_at, to_jsonb(d) || '{"batch_id": "${OF_INM}", "municipality": "Tapachula"}' from children.detection d where acta = '${acta}'`
  // The last of INM; the last of others, which INM said again; and one of others that INM had told otherwise, and had said again.
  const [own, others, former] = [`A-${FACTS - 1}`, `A-${FACTS}`, `A-${FACTS - 3}`] as const
  const again = [saidAgain(own, OF_INM), saidAgain(others, OF_OTHERS), saidAgain(former, OF_INM)]
  await database.query([toldBefore(former), ...again].join(';'))

  const { rows } = await asked(DETECTIONS, { first: 4 })

  expect(rows.map(({ acta, fileName, line, municipality }) => [acta, fileName, line, municipality])).toEqual([
    [others, 'again.csv', 7, null],
    [own, 'again.csv', 7, null],
    [`A-${FACTS - 2}`, 'inm.csv', null, null],
    [former, 'again.csv', 7, 'Tapachula'],
  ])
})
