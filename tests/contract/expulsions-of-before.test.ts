/** Expulsions that a registry of before had kept and counted nowhere are counted once it is brought up to date, and their children asked about. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { registryBefore } from '../support/registry-of-before.ts'
import type { ScratchDatabase } from '../support/scratch-database.ts'

const [BATCH, CHILD, EXPELLED, MOVED] = [1, 2, 3, 4].map((n) => `00000000-0000-4000-8000-00000000000${n}`)

let database: ScratchDatabase
beforeAll(async () => {
  const before = await registryBefore('20261129050700_expulsions_are_returns')
  database = before.database
  await database.query(
    `insert into returns.batch (id, feed, source, cutoff_on, file_name, sha256) values ($1, 'executed-returns', 'INM', '2026-11-01', 'f', 'h')`,
    [BATCH],
  )
  for (const schema of ['returns', 'oversight'])
    await database.query(
      `insert into ${schema}.child_ref (child_id, folio, state, first_detected_at, nationality, age_group, accompaniment)
       values ($1, 'NNA-1', '07', '2026-03-01', 'HND', 'FROM_12_TO_17', 'UNACCOMPANIED')`,
      [CHILD],
    )
  await database.query(
    `insert into returns.executed_return (id, folio, child_id, state, departed_at, return_type, destination, batch_id)
     values ($1, 'R-1', $3, '07', '2026-03-09', 'EXPULSION', 'HND', $4), ($2, 'R-2', $3, '07', '2026-03-05', 'TRANSFER', 'MEX', $4)`,
    [EXPELLED, MOVED, CHILD, BATCH],
  )
  await database.query(
    `insert into oversight.path_fact (entity_id, entity, child_id, at, code, state)
     values ($1, 'executed_return', $3, '2026-03-09', 'EXPULSION', '07'), ($2, 'executed_return', $3, '2026-03-05', 'TRANSFER', '07')`,
    [EXPELLED, MOVED, CHILD],
  )
  await database.query('truncate oversight.alert_due')
  await before.bringUpToDate()
})
afterAll(() => database.drop())

test.each([
  ['returns', ['DESTINATION_HND', 'RETURNS', 'RETURNS_WITHOUT_VALID_DETERMINATION', 'STANDING_NO_DETERMINATION']],
  ['oversight', ['EVENT_EXPULSION', 'PATH_00000_RETURNED']],
])('in %s the one is counted, and what is no return is not', async (schema, indicators) => {
  const counted = await database.query(
    `select indicator, sum(n)::int as n from ${schema}.delta where indicator <> 'PATH_EVENTS' group by 1 having sum(n) <> 0 order by 1`,
  )

  expect(counted).toEqual(indicators.map((indicator) => ({ indicator, n: 1 })))
})

test('its child is judged again', async () => {
  expect(await database.query("select owner from oversight.alert_due where about = 'CHILD'")).toEqual([
    { owner: CHILD },
  ])
})
