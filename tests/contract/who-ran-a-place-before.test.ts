/** Who runs a place is read once more where a registry of before is brought up to date: of what stands, of former versions, for who follows. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { registryBefore } from '../support/registry-of-before.ts'
import type { ScratchDatabase } from '../support/scratch-database.ts'

const READ_ONCE = '20261127190000_who_runs_a_place'
const [BATCH, OF_INM, OF_SNDIF, OF_NOBODY] = [1, 2, 3, 4].map((n) => `00000000-0000-4000-8000-00000000000${n}`)

let database: ScratchDatabase
beforeAll(async () => {
  const before = await registryBefore(READ_ONCE)
  database = before.database
  await database.query(
    `insert into placements.batch (id, feed, source, cutoff_on, file_name, sha256) values ($1, 'facilities', 'DIF', '2026-11-01', 'f', 'h')`,
    [BATCH],
  )
  await database.query(
    `insert into placements.facility (id, name, name_key, type, state, operator, registry_status, lifecycle, batch_id)
     select id, 'Lugar ' || id, 'LUGAR ' || id, 'CASE', '07', operator, 'UNKNOWN', 'ACKNOWLEDGED', $1
     from unnest($2::uuid[], $3::text[]) of (id, operator)`,
    [BATCH, [OF_INM, OF_SNDIF, OF_NOBODY], ['I.N.M.', 'DIF Chiapas', 'Asociación civil']],
  )
  await database.query(
    "insert into oversight.facility_ref (facility_id, kind, state, type, side) select id, 'CARE', state, type, 'STATE' from placements.facility",
  )
  // A later list names another: what the first one said is a former version.
  await database.query("update placements.facility set operator = 'Sistema Nacional DIF (SNDIF)' where id = $1", [
    OF_SNDIF,
  ])
  await database.query("update placements.facility set operator = 'Centro Jurídico A.C.' where id = $1", [OF_NOBODY])
  await database.query("update placements.facility set operator = 'COMAR' where id = $1", [OF_NOBODY])
  await database.query("update placements.facility set operator = 'Asociación civil' where id = $1", [OF_NOBODY])
  await database.query('truncate outbox.pending')
  await before.bringUpToDate()
})
afterAll(() => database.drop())

test('what stands has its code, and whose the stays there are follows from it', async () => {
  expect(await database.query('select id, run_by from placements.facility order by id')).toEqual([
    { id: OF_INM, run_by: 'INM' },
    { id: OF_SNDIF, run_by: 'SNDIF' },
    { id: OF_NOBODY, run_by: null },
  ])
  expect(await database.query('select facility_id as id, side from oversight.facility_ref order by 1')).toEqual([
    { id: OF_INM, side: 'FEDERAL' },
    { id: OF_SNDIF, side: 'FEDERAL' },
    { id: OF_NOBODY, side: 'STATE' },
  ])
})

test('former versions have theirs, so that a list which is taken back takes it back, and there is none more of them', async () => {
  const former = await database.query(
    "select former ->> 'operator' as operator, former ->> 'run_by' as run_by from placements.former_version order by id",
  )

  expect(former).toEqual([
    { operator: 'DIF Chiapas', run_by: null },
    { operator: 'Asociación civil', run_by: null },
    { operator: 'Centro Jurídico A.C.', run_by: null },
    { operator: 'COMAR', run_by: 'COMAR' },
  ])
})

test('who follows is told of places that somebody of them runs, and of no others', async () => {
  const told = await database.query(
    "select entity_id as id, type, payload ->> 'run_by' as run_by from outbox.pending where type like 'facility.%' order by 1",
  )

  expect(told).toEqual([
    { id: OF_INM, type: 'facility.corrected', run_by: 'INM' },
    { id: OF_SNDIF, type: 'facility.corrected', run_by: 'SNDIF' },
  ])
})
