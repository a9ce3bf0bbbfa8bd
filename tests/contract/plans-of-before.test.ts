/**
 * Whoever has a critical alert about an initial evaluation (A14) and a planned return is judged again once a registry of before is
 * brought up to date, and nobody else.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RegistryOfBefore, registryBefore } from '../support/registry-of-before.ts'

const [PLANNED, RED, UNPLANNED] = [1, 2, 3].map((n) => `00000000-0000-4000-8000-00000000000${n}`)

let before: RegistryOfBefore
beforeAll(async () => {
  before = await registryBefore('20261204200000_plans_for_a_day_before_the_find')
  for (const [child, severity] of [
    [PLANNED, 'CRITICAL'],
    [RED, 'RED'],
    [UNPLANNED, 'CRITICAL'],
  ]) {
    await before.database.query(
      `insert into oversight.child_ref (child_id, folio, state, first_detected_at, nationality, age_group, accompaniment)
       values ($1::uuid, $1::text, '07', '2026-01-01', 'HND', 'FROM_0_TO_11', 'UNACCOMPANIED')`,
      [child],
    )
    await before.database.query(
      `insert into oversight.alert (kind, about, owner, subject, child_id, state, severity, since, reached_at, opened_at)
       values ('NO_INITIAL_EVALUATION', 'CHILD', $1::text, 'of a find', $1::uuid, '07', $2, '2026-03-09', '2026-03-10', '2026-03-10')`,
      [child, severity],
    )
  }
  for (const [n, child] of [PLANNED, RED].entries())
    await before.database.query(
      `insert into oversight.path_fact (entity_id, entity, child_id, at, code)
       values ('00000000-0000-4000-8000-00000000001${n}', 'return_plan', $1, '2026-03-10', 'ASSISTED_RETURN')`,
      [child],
    )
  await before.database.query('truncate oversight.alert_due')
  await before.bringUpToDate()
})
afterAll(() => before.database.drop())

test('the child of whom a return was planned is due', async () => {
  expect(await before.database.query('select about, owner from oversight.alert_due')).toEqual([
    { about: 'CHILD', owner: PLANNED },
  ])
})
