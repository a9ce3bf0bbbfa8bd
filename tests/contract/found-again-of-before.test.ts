/** Children whom a registry of before told as returned though they were found again: once it is brought up to date they are what has become of them since. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { registryBefore } from '../support/registry-of-before.ts'
import type { ScratchDatabase } from '../support/scratch-database.ts'

const [BACK, GONE, ...FACTS] = [1, 2, 3, 4, 5, 6, 7, 8].map((n) => `00000000-0000-4000-8000-00000000000${n}`)

let database: ScratchDatabase
beforeAll(async () => {
  const before = await registryBefore('20261129110000_returned_and_found_again')
  database = before.database
  await database.query(
    `insert into oversight.child_ref (child_id, folio, state, first_detected_at, nationality, age_group, accompaniment)
     values ($1, 'NNA-1', '07', '2026-03-01T18:00Z', 'HND', 'FROM_12_TO_17', 'UNACCOMPANIED'),
            ($2, 'NNA-2', '07', '2026-03-01T18:00Z', 'HND', 'FROM_12_TO_17', 'UNACCOMPANIED')`,
    [BACK, GONE],
  )
  // Both were found and returned; one was found again, and is held.
  await database.query(
    `insert into oversight.path_fact (entity_id, entity, child_id, at, code, state)
     values ($3, 'detection', $1, '2026-03-01T18:00Z', null, '07'), ($4, 'executed_return', $1, '2026-03-05T18:00Z', 'ASSISTED_RETURN', '07'),
            ($5, 'detection', $1, '2026-03-09T18:00Z', null, '07'), ($6, 'stay', $1, '2026-03-09T19:00Z', null, '07'),
            ($7, 'detection', $2, '2026-03-01T18:00Z', null, '07'), ($8, 'executed_return', $2, '2026-03-05T18:00Z', 'ASSISTED_RETURN', '07')`,
    [BACK, GONE, ...FACTS],
  )
  await database.query('select oversight.refresh(array(select child_id from oversight.child_ref))')
  expect(await fates()).toEqual(['RETURNED', 'RETURNED'])
  await before.bringUpToDate()
})
afterAll(() => database.drop())

async function fates(): Promise<string[]> {
  const rows = await database.query<{ fate: string }>('select fate from oversight.child_path order by child_id')
  return rows.map(({ fate }) => fate)
}

test('the one that was found again waits, the other was returned, and so they are counted', async () => {
  expect(await fates()).toEqual(['WAITING', 'RETURNED'])
  const counted = await database.query(
    `select indicator, sum(n)::int as n from oversight.delta where indicator like 'PATH_00000_%' group by 1 having sum(n) <> 0 order by 1`,
  )
  expect(counted).toEqual([
    { indicator: 'PATH_00000_RETURNED', n: 1 },
    { indicator: 'PATH_00000_WAITING', n: 1 },
  ])
})
