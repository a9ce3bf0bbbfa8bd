/** Of whom a file of COMAR tells of less than a claim is judged again once a registry of before is brought up to date, and nobody else. */
import { ASYLUM_STATUSES, type AsylumStatus, wasFiled } from '@vigia/law/asylum'
import { codesOf } from '@vigia/law/code-list'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RegistryOfBefore, registryBefore } from '../support/registry-of-before.ts'

const STATUSES = codesOf(ASYLUM_STATUSES)
const childOf = (status: AsylumStatus) =>
  `00000000-0000-4000-8000-${String(STATUSES.indexOf(status)).padStart(12, '0')}`

let before: RegistryOfBefore
beforeAll(async () => {
  before = await registryBefore('20261213010000_claims_that_were_filed')
  for (const status of STATUSES) {
    await before.database.query(
      `insert into oversight.child_ref (child_id, folio, state, first_detected_at, nationality, age_group, accompaniment)
       values ($1::uuid, $1::text, '07', '2026-01-01', 'HND', 'FROM_0_TO_11', 'UNACCOMPANIED')`,
      [childOf(status)],
    )
    await before.database.query(
      `insert into oversight.path_fact (entity_id, entity, child_id, at, detail)
       values (gen_random_uuid(), 'asylum_claim', $1, '2026-03-10', jsonb_build_object('status', $2::text))`,
      [childOf(status), status],
    )
  }
  await before.database.query('truncate oversight.alert_due')
  await before.bringUpToDate()
})
afterAll(() => before.database.drop())

test('each child whose claim was not filed is due', async () => {
  expect(await before.database.query('select about, owner from oversight.alert_due order by owner')).toEqual(
    STATUSES.filter((status) => !wasFiled(status)).map((status) => ({ about: 'CHILD', owner: childOf(status) })),
  )
})
