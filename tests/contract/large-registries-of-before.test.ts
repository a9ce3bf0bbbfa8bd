/** What takes long over a large registry of before is helped, so that a start that brings it up to date reads each table a few times. */
import { migrate, migrationsOnDisk } from '@vigia/db/migrate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RegistryOfBefore, registryBefore } from '../support/registry-of-before.ts'

const NEEDS = '20261130120000_needs_that_rules_read'
const FINDS = 200

let before: RegistryOfBefore
beforeAll(async () => {
  before = await registryBefore(NEEDS)
  const { database } = before
  await database.query(
    `create table public._prisma_migrations (id varchar(36) primary key, checksum varchar(64) not null, finished_at timestamptz,
       migration_name varchar(255) not null, logs text, rolled_back_at timestamptz, started_at timestamptz not null default now(),
       applied_steps_count int not null default 0)`,
  )
  for (const { name, checksum } of migrationsOnDisk().filter((migration) => migration.name < NEEDS))
    await database.query(
      'insert into public._prisma_migrations (id, checksum, finished_at, migration_name) values (gen_random_uuid(), $1, now(), $2)',
      [checksum, name],
    )
  const id = (n: string) => `('00000000-0000-4000-8000-' || lpad((${n})::text, 12, '0'))::uuid`
  await database.query(
    `insert into oversight.path_fact (entity_id, entity, child_id, at, detail)
     select ${id('n')}, 'detection_evidence', gen_random_uuid(), '2026-03-10', '{"protection_need": true}' from generate_series(1, ${FINDS}) n`,
  )
  await database.query(
    `insert into outbox.event (seq, source, type, entity_id, payload, recorded_at)
     select n, 'children', case when n <= 2 * ${FINDS} then 'detection_evidence.corrected' else 'detection.recorded' end,
       ${id(`(n - 1) % ${FINDS} + 1`)}, jsonb_build_object('need', case when n <= ${FINDS} then 'NOT_SEEN' else 'SEEN' end), now()
     from generate_series(1, 20 * ${FINDS}) n`,
  )
  await migrate(database.url)
})
afterAll(() => before.database.drop())

test('the last word of each evidence is found without the log being read for each', async () => {
  const words = await before.database.query(
    `select detail ->> 'need' as need, count(*)::int as n from oversight.path_fact where entity = 'detection_evidence' group by 1`,
  )
  const [log] = await before.database.query<{ scans: number }>(
    `select seq_scan::int as scans from pg_stat_user_tables where schemaname = 'outbox' and relname = 'event'`,
  )

  expect(words).toEqual([{ need: 'SEEN', n: FINDS }])
  expect(log?.scans).toBeLessThan(FINDS)
})

test('nothing of what helped is left', async () => {
  expect(
    await before.database.query(`select indexname from pg_indexes where schemaname = 'outbox' and tablename = 'event'`),
  ).toEqual([{ indexname: 'event_pkey' }])
})
