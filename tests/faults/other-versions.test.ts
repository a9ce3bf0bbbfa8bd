/** Two versions of the program do not work on one database: neither an older one on a newer, nor a newer beside an older that runs. */
import { migrate } from '@vigia/db/migrate'
import { urlOfRole } from '@vigia/db/roles'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startProgram } from '../support/program.ts'
import { type ScratchDatabase, scratchDatabase } from '../support/scratch-database.ts'

let newer: ScratchDatabase
let older: ScratchDatabase
beforeAll(async () => {
  ;[newer, older] = [await scratchDatabase(), await scratchDatabase()]
  await newer.query(`insert into public._prisma_migrations (id, checksum, finished_at, migration_name)
    values ('x', 'x', now(), '29990101000000_what_is_to_come')`)
})
afterAll(async () => {
  await newer.drop()
  await older.drop()
})

test.each([
  ['a start', 'gateway/src/main.ts', ['--no-live', '--no-twin']],
  ['a command', 'services/_kit/src/rebuild-command.ts', ['children']],
])('given a database of a newer version, %s says so and ends with 1', async (_what, file, args) => {
  const program = startProgram(file, args, { PORT: '0', DATABASE_URL: newer.url })

  expect(await program.ended()).toBe(1)
  expect(program.said().trim()).toBe(
    'The database is of a newer version of the program, which applied 29990101000000_what_is_to_come: start that version, or a later one.',
  )
})

test('given a service of an older version at work on a database, nothing is migrated until it has ended', async () => {
  // Given a database that lacks the last migration, and somebody at work on it
  await older.query(`delete from public._prisma_migrations
    where migration_name = (select max(migration_name) from public._prisma_migrations)`)
  const service = new pg.Client({ connectionString: urlOfRole(older.url, 'vigia_children') })
  await service.connect()

  // Then a migration is refused
  await expect(migrate(older.url)).rejects.toThrow(
    'An older version of the program is at work on this database, which is to be migrated: stop all of its processes first.',
  )

  // And begun once nobody is: here it finds what stands there already.
  await service.end()
  const begun = await migrate(older.url).catch((error: unknown) => String(error))
  expect(String(begun)).toMatch(/_/)
  expect(String(begun)).not.toMatch(/older version/)
})
