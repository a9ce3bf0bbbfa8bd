/** Finds that an older version had joined to another child say so once the registry is brought up to date; of finds that may still come nothing is said. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { registryBefore } from '../support/registry-of-before.ts'
import type { ScratchDatabase } from '../support/scratch-database.ts'

const idOf = (n: number) => `00000000-0000-4000-8000-00000000000${n}`
const [FILE, REMAINS, GONE, GONE_OF_TWO] = [1, 2, 3, 4].map(idOf)

let database: ScratchDatabase
beforeAll(async () => {
  const before = await registryBefore('20261208000000_found_to_be_another')
  database = before.database
  await database.query(
    `insert into children.batch (id, feed, source, cutoff_on, file_name, sha256) values ($1, 'detections', 'INM', '2026-11-01', 'f', 'h')`,
    [FILE],
  )
  await database.query(
    `insert into children.child (id, age_group, nationality, accompaniment, state, first_detected_at, batch_id, sex, is_birth_estimated)
     select id, 'UNKNOWN', 'HND', 'UNDETERMINED', '07', '2026-03-01', $1, 'FEMALE', false from unnest($2::uuid[]) id`,
    [FILE, [REMAINS, GONE, GONE_OF_TWO]],
  )
  const found = async (acta: string, child: string | undefined) =>
    database.query(
      `insert into children.detection (child_id, acta, detected_at, nationality, state, authority, detection_type, age_group, accompaniment, batch_id)
       values ($1, $2, '2026-03-01', 'HND', '07', 'INM_AFM', 'MIGRATION_CHECK', 'UNKNOWN', 'UNDETERMINED', $3)`,
      [child, acta, FILE],
    )
  await found('A-1', REMAINS)
  await found('B-1', GONE)
  await found('C-1', GONE_OF_TWO)
  await found('C-2', GONE_OF_TWO)
  await database.query('delete from children.detection where child_id <> $1', [REMAINS])
  await database.query('delete from children.child where id <> $1', [REMAINS])
  for (const acta of ['B-1', 'C-1']) await found(acta, REMAINS)
  await database.query(
    `insert into placements.identifier_ref (type, value, child_id, identifier_id) select 'ACTA', acta, child_id, id from children.detection`,
  )
  await before.bringUpToDate()
})
afterAll(() => database.drop())

test.each([
  'select acta, child_before from children.detection',
  'select value, child_before from placements.identifier_ref',
])('%s', async (asked) => {
  const rows = await database.query<Record<string, string | null>>(`${asked} order by 1`)
  expect(rows.map((row) => Object.values(row))).toEqual([
    ['A-1', null],
    ['B-1', GONE],
    ['C-1', null],
  ])
})

test('nothing is told anew', async () => {
  expect(await database.query(`select 1 from outbox.pending where type = 'detection.corrected'`)).toEqual([])
})
