/** Two versions of the program do not work on one database: neither an older one on a newer, nor a newer beside an older that runs. */
import { randomBytes } from 'node:crypto'
import { migrate, namesOnDisk } from '@vigia/db/migrate'
import { urlOfRole } from '@vigia/db/roles'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { secretsOfGateway, secretsOfService } from '../../gateway/src/start/secrets-of-parts.ts'
import { startProgram } from '../support/program.ts'
import { type ScratchDatabase, scratchDatabase } from '../support/scratch-database.ts'
import { loadService } from '../support/services.ts'
import { SERVICES } from '../support/source-files.ts'

let newer: ScratchDatabase
let older: ScratchDatabase
let lacking: ScratchDatabase
beforeAll(async () => {
  ;[newer, older, lacking] = [await scratchDatabase(), await scratchDatabase(), await scratchDatabase()]
  await lacking.query(LACKS_THE_LAST)
  await newer.query(IS_NEWER)
})
afterAll(async () => {
  await newer.drop()
  await older.drop()
  await lacking.drop()
})

const IS_NEWER = `insert into public._prisma_migrations (id, checksum, finished_at, migration_name)
  values ('x', 'x', now(), '29990101000000_what_is_to_come')`
/** As one of the version before has it. */
const LACKS_THE_LAST = `delete from public._prisma_migrations
  where migration_name = (select max(migration_name) from public._prisma_migrations)`

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

/** Of a newer program, what one of an older finds; of an older, what one of this version finds. */
const NEWER =
  /^The database is of a newer version of the program, which applied 29990101000000_what_is_to_come: start that version/
const OLDER =
  /^The database lacks \d{14}_\w+ of this version of the program: stop what is at work on it, and migrate it/
const KEYS = `run:${randomBytes(32).toString('base64url')}`
const WITHIN = { timeout: 60_000 }
const NOBODY = 'http://127.0.0.1:9/graphql'

function startedAlone(databaseUrl: string) {
  const secrets = { databaseUrl, keys: KEYS }
  const addresses = Object.fromEntries(SERVICES.map((name) => [`${name.toUpperCase()}_URL`, NOBODY]))
  const own = secretsOfService('returns', secrets)
  return {
    service: startProgram('services/returns/src/main.ts', [], { PORT: '0', ...own }),
    gateway: startProgram('gateway/src/main.ts', [], { PORT: '0', ...secretsOfGateway(secrets), ...addresses }),
  }
}

test.each([
  ['a newer', () => newer, NEWER],
  ['an older', () => lacking, OLDER],
])(
  'given a database of %s version, a service and a gateway that start alone say so and end with 1',
  async (_which, database, says) => {
    const { service, gateway } = startedAlone(database().url)

    expect([await service.ended(), await gateway.ended()]).toEqual([1, 1])
    expect(service.said().trim().replace('returns: ', '')).toMatch(says)
    expect(gateway.said().trim()).toMatch(says)
  },
)

test('given a database of an older version of which nobody knew at the start, a service is not ready before it is migrated', async () => {
  const service = await loadService('returns', lacking.url)
  await expect(service.health()).rejects.toThrow(OLDER)

  // An administrator migrates it.
  await lacking.query(
    `insert into public._prisma_migrations (id, checksum, finished_at, migration_name) values ('last', 'x', now(), $1)`,
    [namesOnDisk().at(-1)],
  )
  await service.health()
  await service.close()
})

test('given a database that is away when a service and a gateway start, both end once it comes back and is of another version', async () => {
  // Given a database of a newer version, to which no login of ours gets through
  const database = new URL(newer.url).pathname.slice(1)
  await newer.onServer(`alter database ${database} connection limit 0`)
  const { service, gateway } = startedAlone(newer.url)

  // Then both start, and wait for it
  await expect.poll(service.said, WITHIN).toMatch(/listens on http/)
  await expect.poll(gateway.said, WITHIN).toMatch(/until it is back/)
  expect([service.child.exitCode, gateway.child.exitCode]).toEqual([null, null])

  // Until it says of which version it is.
  await newer.onServer(`alter database ${database} connection limit -1`)
  expect([await service.ended(), await gateway.ended()]).toEqual([1, 1])
  for (const program of [service, gateway]) expect(program.said().trim().split('\n').at(-1)).toMatch(NEWER)
})

test('given a database that is away while a service and a gateway are at work, and is migrated by a newer version meanwhile, both end', async () => {
  // Given both at work
  const database = await scratchDatabase()
  const { service, gateway } = startedAlone(database.url)
  await expect.poll(service.said, WITHIN).toMatch(/listens on http/)
  await expect.poll(gateway.said, WITHIN).toMatch(/listens at http/)

  // When nothing of theirs gets through, which is when a newer version may migrate it
  const name = new URL(database.url).pathname.slice(1)
  await database.onServer(`alter database ${name} connection limit 0`)
  await database.onServer(
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}' and usename like 'vigia\\_%'`,
  )
  await database.query(IS_NEWER)
  await database.onServer(`alter database ${name} connection limit -1`)

  // Then neither goes on
  expect([await service.ended(), await gateway.ended()]).toEqual([1, 1])
  for (const program of [service, gateway]) expect(program.said().trim().split('\n').at(-1)).toMatch(NEWER)
  await database.drop()
})

test('given a service of an older version at work on a database, nothing is migrated until it has ended', async () => {
  // Given a database that lacks the last migration, and somebody at work on it
  await older.query(LACKS_THE_LAST)
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
