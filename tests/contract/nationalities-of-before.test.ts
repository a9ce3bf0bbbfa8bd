/** Children who were of the nationality of whichever file came first are of the one that their first detection names, once a registry is brought up to date. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { registryBefore } from '../support/registry-of-before.ts'
import type { ScratchDatabase } from '../support/scratch-database.ts'

const [BATCH, OUT_OF_ORDER, UNNAMED_AT_FIRST, AS_IT_IS] = [1, 2, 3, 4].map(
  (n) => `00000000-0000-4000-8000-00000000000${n}`,
)

let database: ScratchDatabase
beforeAll(async () => {
  const before = await registryBefore('20261129050600_nationality_first_named')
  database = before.database
  await database.query(
    `insert into children.batch (id, feed, source, cutoff_on, file_name, sha256) values ($1, 'detections', 'INM', '2026-11-01', 'f', 'h')`,
    [BATCH],
  )
  await database.query(
    `insert into children.child (id, sex, age_group, nationality, accompaniment, state, first_detected_at, batch_id)
     select id, 'FEMALE', 'UNKNOWN', nationality, 'UNDETERMINED', '07', '2025-03-01', $1 from unnest($2::uuid[], $3::text[]) of (id, nationality)`,
    [BATCH, [OUT_OF_ORDER, UNNAMED_AT_FIRST, AS_IT_IS], ['GTM', 'ZZZ', 'HND']],
  )
  const finds = [OUT_OF_ORDER, UNNAMED_AT_FIRST, AS_IT_IS].flatMap((child) => [child, child])
  await database.query(
    `insert into children.detection (child_id, acta, detected_at, nationality, state, authority, detection_type, age_group, accompaniment, batch_id)
     select child, 'ACTA ' || n, day, nationality, '07', 'INM_AFM', 'MIGRATION_CHECK', 'UNKNOWN', 'UNDETERMINED', $1
     from unnest($2::uuid[], $3::timestamptz[], $4::text[]) with ordinality of (child, day, nationality, n)`,
    [BATCH, finds, finds.map((_, n) => `202${5 + (n % 2)}-03-01`), ['HND', 'GTM', 'ZZZ', 'GTM', 'HND', 'ZZZ']],
  )
  await database.query('truncate outbox.pending, children.delta')
  await before.bringUpToDate()
})
afterAll(() => database.drop())

test('each is of the first that is named, and who follows is told of those who were of another', async () => {
  expect(await database.query('select id, nationality from children.child order by id')).toEqual([
    { id: OUT_OF_ORDER, nationality: 'HND' },
    { id: UNNAMED_AT_FIRST, nationality: 'GTM' },
    { id: AS_IT_IS, nationality: 'HND' },
  ])
  expect(
    await database.query("select entity_id as id from outbox.pending where type = 'child.corrected' order by 1"),
  ).toEqual([{ id: OUT_OF_ORDER }, { id: UNNAMED_AT_FIRST }])
})

test('they are counted as of it, and as of the other no more', async () => {
  expect(
    await database.query(
      "select nationality, sum(n)::int as n from children.delta where indicator = 'CHILDREN_DETECTED' group by 1 order by 1",
    ),
  ).toEqual([
    { nationality: 'GTM', n: 0 },
    { nationality: 'HND', n: 1 },
    { nationality: 'ZZZ', n: -1 },
  ])
})
