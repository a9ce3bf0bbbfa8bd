/** Whoever was in a place that was put right is judged again once a registry of before is brought up to date, and so are centres that tell of their carers. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RegistryOfBefore, registryBefore } from '../support/registry-of-before.ts'

const BATCH = '00000000-0000-4000-8000-0000000000b0'
const idOf = (n: number) => `00000000-0000-4000-8000-00000000000${n}`
const [PUT_RIGHT, AS_IT_WAS, WITH_CARERS] = [idOf(1), idOf(2), idOf(3)]

let before: RegistryOfBefore
beforeAll(async () => {
  before = await registryBefore('20261204300000_judged_by_what_was_put_right')
  const { query } = before.database
  await query(
    `insert into placements.batch (id, feed, source, cutoff_on, file_name, sha256) values ($1, 'facilities', 'DIF', '2026-11-01', 'f', 's')`,
    [BATCH],
  )
  for (const [id, carers] of [
    [PUT_RIGHT, null],
    [AS_IT_WAS, null],
    [WITH_CARERS, 2],
  ]) {
    await query(
      `insert into placements.facility (id, name, name_key, type, state, registry_status, lifecycle, batch_id)
       values ($1::uuid, $1::text, $1::text, 'CASE', '07', 'UNKNOWN', 'ACKNOWLEDGED', $2)`,
      [id, BATCH],
    )
    await query(
      `insert into oversight.child_ref (child_id, folio, state, first_detected_at, nationality, age_group, accompaniment)
       values ($1::uuid, $1::text, '07', '2026-01-01', 'HND', 'FROM_0_TO_11', 'UNACCOMPANIED')`,
      [id],
    )
    await query(
      `insert into oversight.facility_ref (facility_id, kind, state, type, carers) values ($1, 'CARE', '07', 'CASE', $2)`,
      [id, carers],
    )
    await query(
      `insert into oversight.path_fact (entity_id, entity, child_id, at, until, facility_id)
       values (gen_random_uuid(), 'stay', $1, '2026-01-01', '2026-01-02', $1)`,
      [id],
    )
  }
  for (const [id, changed] of [
    [PUT_RIGHT, { type: 'CCAN', state: '07' }],
    [AS_IT_WAS, { type: 'CASE', state: '07', capacity: 9 }],
  ])
    await query(
      `insert into placements.former_version (entity, entity_id, former, recorded_at) values ('facility', $1, $2, '2026-01-01')`,
      [id, JSON.stringify(changed)],
    )
  await query('truncate oversight.alert_due')
  await before.bringUpToDate()
})
afterAll(() => before.database.drop())

test('the child of the one, and the place that tells of its carers, are due', async () => {
  expect(await before.database.query('select about, owner from oversight.alert_due order by about')).toEqual([
    { about: 'CHILD', owner: PUT_RIGHT },
    { about: 'FACILITY', owner: WITH_CARERS },
  ])
})
