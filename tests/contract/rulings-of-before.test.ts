/** Whoever has an alert about a measure that no judge ruled on (A13) is judged again once a registry of before is brought up to date, and nobody else. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RegistryOfBefore, registryBefore } from '../support/registry-of-before.ts'

const [STANDS, ENDED, OTHER] = [1, 2, 3].map((n) => `00000000-0000-4000-8000-00000000000${n}`)

let before: RegistryOfBefore
beforeAll(async () => {
  before = await registryBefore('20261202120000_rulings_on_measures_that_are_over')
  for (const [kind, child, resolved] of [
    ['MEASURE_NOT_RATIFIED', STANDS, null],
    ['MEASURE_NOT_RATIFIED', ENDED, '2026-11-20'],
    ['LONG_STAY', OTHER, null],
  ])
    await before.database.query(
      `insert into oversight.alert (kind, about, owner, subject, child_id, state, severity, since, reached_at, opened_at, resolved_at)
       values ($1, 'CHILD', $2::text, 'of a measure', $2::uuid, '07', 'RED', '2026-03-09', '2026-03-10', '2026-03-10', $3)`,
      [kind, child, resolved],
    )
  await before.database.query('truncate oversight.alert_due')
  await before.bringUpToDate()
})
afterAll(() => before.database.drop())

test('the child of one that stands is due', async () => {
  expect(await before.database.query('select about, owner from oversight.alert_due')).toEqual([
    { about: 'CHILD', owner: STANDS },
  ])
})
