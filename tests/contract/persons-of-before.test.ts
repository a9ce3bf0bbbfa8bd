/** What a registry of before knew of a person stands with its first find once it is brought up to date, and nobody is told anything anew. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { registryBefore } from '../support/registry-of-before.ts'
import type { ScratchDatabase } from '../support/scratch-database.ts'

const [FIRST, SECOND, MAM, NOBODY, FOUND, FOUND_AGAIN, FOUND_BLANK, GONE, OF_GONE] = [1, 2, 3, 4, 5, 6, 7, 8, 9].map(
  (n) => `00000000-0000-4000-8000-00000000000${n}`,
)

let database: ScratchDatabase
beforeAll(async () => {
  const before = await registryBefore('20261129090000_what_each_find_tells_of_the_person')
  database = before.database
  await database.query(
    `insert into children.batch (id, feed, source, cutoff_on, file_name, sha256)
     values ($1, 'detections', 'INM', '2026-11-01', 'f', 'h'), ($2, 'detections', 'INM', '2026-11-02', 'g', 'i')`,
    [FIRST, SECOND],
  )
  await database.query(
    `insert into children.child (id, sex, born_on, is_birth_estimated, language, age_group, nationality, accompaniment, state, first_detected_at, batch_id)
     values ($2, 'FEMALE', '2010-05-02', true, 'Kanjobal', 'UNKNOWN', 'GTM', 'UNDETERMINED', '07', '2025-03-01', $1),
            ($3, 'UNSPECIFIED', null, false, null, 'UNKNOWN', 'HND', 'UNDETERMINED', '07', '2025-03-01', $1),
            ($4, 'MALE', '2011-01-01', false, null, 'UNKNOWN', 'HND', 'UNDETERMINED', '07', '2025-03-01', $1)`,
    [FIRST, MAM, NOBODY, GONE],
  )
  await database.query(
    `insert into children.detection (id, child_id, acta, detected_at, nationality, state, authority, detection_type, age_group, accompaniment, batch_id)
     select id, child, 'ACTA ' || n, day, 'GTM', '07', 'INM_AFM', 'MIGRATION_CHECK', 'UNKNOWN', 'UNDETERMINED', $1
     from unnest($2::uuid[], $3::uuid[], $4::timestamptz[]) with ordinality of (id, child, day, n)`,
    [
      FIRST,
      [FOUND, FOUND_AGAIN, FOUND_BLANK, OF_GONE],
      [MAM, MAM, NOBODY, GONE],
      ['2025-03-01', '2026-03-01', '2025-03-01', '2025-03-01'],
    ],
  )
  // A second file corrected the first find and the language, and one child was withdrawn with all of it.
  await database.query(`update children.detection set municipality = 'Tapachula', batch_id = $1 where id = $2`, [
    SECOND,
    FOUND,
  ])
  await database.query(`update children.child set language = 'Mam', batch_id = $1 where id = $2`, [SECOND, MAM])
  await database.query('delete from children.detection where id = $1', [OF_GONE])
  await database.query('delete from children.child where id = $1', [GONE])
  await database.query('truncate outbox.pending')
  await before.bringUpToDate()
})
afterAll(() => database.drop())

const UNTOLD = { sex: null, born_on: null, is_birth_estimated: null, language: null }
const OF_MAM = { sex: 'FEMALE', born_on: '2010-05-02', is_birth_estimated: true, language: 'Mam' }

test('the first find has what was known of the child, the second nothing', async () => {
  const finds = await database.query(
    'select id, sex, born_on::text, is_birth_estimated, language from children.detection order by id',
  )

  expect(finds).toEqual([
    { id: FOUND, ...OF_MAM },
    { id: FOUND_AGAIN, ...UNTOLD },
    { id: FOUND_BLANK, ...UNTOLD },
  ])
})

test('and so has what it was before: what the file of then had told of the child, also of one that was withdrawn', async () => {
  const former = await database.query(
    `select entity_id as id, former ->> 'sex' as sex, former ->> 'born_on' as born_on, (former -> 'is_birth_estimated')::boolean as is_birth_estimated,
       former ->> 'language' as language
     from children.former_version where entity = 'detection' order by 1`,
  )

  expect(former).toEqual([
    { id: FOUND, ...OF_MAM, language: 'Kanjobal' },
    { id: OF_GONE, sex: 'MALE', born_on: '2011-01-01', is_birth_estimated: false, language: null },
  ])
})

test('nobody is told of it, and what comes next is told again', async () => {
  const told = "select type from outbox.pending where type like 'detection.%'"
  expect(await database.query(told)).toEqual([])

  await database.query(`update children.detection set municipality = 'Huixtla' where id = $1`, [FOUND])

  expect(await database.query(told)).toEqual([{ type: 'detection.corrected' }])
})
