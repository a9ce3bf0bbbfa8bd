/** Ctrl-C while pictures are derived again: it says what is left, and what was there is there. */
import { openPool } from '@vigia/db/open'
import { expect, test } from 'vitest'
import { eventually } from '../support/eventually.ts'
import { startProgram } from '../support/program.ts'
import { scratchDatabase } from '../support/scratch-database.ts'

const COUNTED = 'select indicator, state, n from returns.day_counter'
const WAITING =
  "select count(*)::int as n from pg_locks where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database())"

test('given Ctrl-C while one service of two is derived, it says that the first is and the second is as it was, and ends with 130', async () => {
  const database = await scratchDatabase()
  const pool = openPool(database.url)
  const client = await pool.connect()
  // Somebody takes a file in, for whom the second has to wait.
  await client.query("begin; select pg_advisory_xact_lock(hashtext('vigia.intake.returns'))")
  await database.query(
    "insert into returns.day_counter (indicator, state, day, n) values ('executed', '07', '2026-11-01', 3)",
  )

  const program = startProgram('services/_kit/src/rebuild-command.ts', ['placements', 'returns'], {
    DATABASE_URL: database.url,
  })
  await eventually(
    () => database.query<{ n: number }>(WAITING),
    ([found]) => found?.n === 1,
  )
  program.child.kill('SIGINT')
  const status = await program.ended()
  await client.query('rollback')
  client.release()
  const after = await database.query(COUNTED)
  await pool.end()
  await database.drop()

  expect(status).toBe(130)
  expect(program.said()).toMatch(
    /^placements: \d+ events read again .+\n\nInterrupted: .+ nothing of it is half done\.\n$/,
  )
  expect(after).toEqual([{ indicator: 'executed', state: '07', n: 3 }])
})
