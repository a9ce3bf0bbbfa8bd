/** What keeps Vigía from starting is said in one clear sentence, and the program ends with 1. */
import { writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Disk } from '../chaos/disk.ts'
import { oldPostgres } from '../support/old-postgres.ts'
import { dataFolder, startProgram } from '../support/program.ts'
import { type ScratchDatabase, scratchDatabase } from '../support/scratch-database.ts'
import { onSmallDisk } from '../support/small-disk.ts'

const MAIN = 'gateway/src/main.ts'
const FLAGS = ['--no-live', '--no-twin']
const IN_PRODUCTION = {
  ...{ NODE_ENV: 'production', VIGIA_ADDRESS: 'https://vigia.invalid', OIDC_ISSUER: 'https://issuer.invalid' },
  ...{ OIDC_CLIENT_ID: 'vigia', OIDC_CLIENT_SECRET: 'word' },
}

let database: ScratchDatabase
beforeAll(async () => {
  database = await scratchDatabase()
})
afterAll(() => database.drop())

/** What it said before it ended, and how it ended. */
async function failed(
  env: NodeJS.ProcessEnv,
  flags: readonly string[] = FLAGS,
  by: Parameters<typeof startProgram>[3] = {},
) {
  const program = startProgram(MAIN, flags, { PORT: '0', ...env }, by)
  const status = await program.ended()
  return { status, lines: program.said().trim().split('\n') }
}

test('given the port is taken, it names the port', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => other.once('listening', resolve))
  const { port } = other.address() as AddressInfo

  const { status, lines } = await failed({ PORT: String(port), DATABASE_URL: database.url })
  other.close()

  expect(status).toBe(1)
  expect(lines.at(-1)).toMatch(new RegExp(`^Port ${port} is taken by another program`))
})

test.each([
  ['PORT', '99999', /^PORT is not usable: it is "99999", and must be a whole number from 0 to 65535/],
  ['HOST', '999.0.0.1', /^This machine has no address 999\.0\.0\.1: set HOST to one that it has/],
  ['SESSION_MINUTES', 'long', /^SESSION_MINUTES is not usable: it is "long", and must be a number of minutes/],
  ['MAIL_TO', 'oficina', /^MAIL_TO is not usable: it must be JSON/],
])('given a %s of %s, one sentence says what it may be', async (name, value, sentence) => {
  const { status, lines } = await failed({ DATABASE_URL: database.url, [name]: value })

  expect(status).toBe(1)
  expect(lines.at(-1)).toMatch(sentence)
  expect(lines.join('\n')).not.toMatch(/\bat \S+ \(|Zod|expected/)
})

test.each([
  [
    'nothing listens',
    'postgresql://app:word@127.0.0.1:1/vigia',
    /^The database of DATABASE_URL at 127\.0\.0\.1:1\/vigia cannot be reached: .+\.$/,
  ],
  ['the address is none', 'sqlite:here', /^DATABASE_URL is not usable/],
])('given a DATABASE_URL where %s, it says so and tells no password', async (_what, url, sentence) => {
  const { status, lines } = await failed({ DATABASE_URL: url })

  expect(status).toBe(1)
  expect(lines.at(-1)).toMatch(sentence)
  expect(lines.join('\n')).not.toMatch(/word|\bat \S+ \(/)
})

test('given a DATABASE_URL with a wrong password, it says so and does not tell it', async () => {
  const url = new URL(database.url)
  url.password = 'opensesame'

  const { status, lines } = await failed({ DATABASE_URL: url.href })

  expect(status).toBe(1)
  expect(lines).toEqual([
    `The database of DATABASE_URL at ${url.host}${url.pathname} cannot be reached: the password is wrong.`,
  ])
})

test('given a DATABASE_URL without the password that is wanted, it says so', async () => {
  const url = new URL(database.url)
  url.password = ''

  const { status, lines } = await failed({ DATABASE_URL: url.href })

  expect(status).toBe(1)
  expect(lines).toEqual([
    `The database of DATABASE_URL at ${url.host}${url.pathname} cannot be reached: it wants a password, and the address has none.`,
  ])
})

test('given a DATABASE_URL without a password that nobody wants, it says from what logins are to be derived', async () => {
  const url = new URL(database.url)
  const { password } = url
  url.password = ''

  const { status, lines } = await failed({ DATABASE_URL: url.href, PGPASSWORD: decodeURIComponent(password) })

  expect(status).toBe(1)
  expect(lines).toEqual(['DATABASE_URL has no password: set VIGIA_ROLE_SECRET, from which service logins are derived.'])
})

test('given a DATABASE_URL of a database that is not there, it says so', async () => {
  const url = new URL(database.url)
  url.pathname = '/nowhere'

  const { status, lines } = await failed({ DATABASE_URL: url.href })

  expect(status).toBe(1)
  expect(lines).toEqual([
    `The database of DATABASE_URL at ${url.host}/nowhere cannot be reached: there is no database of that name.`,
  ])
})

test('given a PostgreSQL that is too old, it says which one is needed', async () => {
  const old = await oldPostgres('140022')

  const { status, lines } = await failed({ DATABASE_URL: `postgresql://app:word@127.0.0.1:${old.port}/vigia` })
  old.close()

  expect(status).toBe(1)
  expect(lines).toEqual(['The database of DATABASE_URL is PostgreSQL 14; 15 or newer is needed.'])
})

test('given a server that lets in fewer than may come, it says so, and goes on', async () => {
  const small = await oldPostgres('180000', { letsIn: '20' })

  const { lines } = await failed({ DATABASE_URL: `postgresql://app:word@127.0.0.1:${small.port}/vigia` })
  small.close()

  expect(lines[0]).toMatch(
    /The server of DATABASE_URL lets 20 in at once, and 120 may be needed: set its max_connections/,
  )
})

test('given what goes to the database can be read on the way, whoever runs the registry for real is told so', async () => {
  const far = await oldPostgres('180000', { openFrom: '10.1.4.7' })
  const url = `postgresql://app:word@127.0.0.1:${far.port}/vigia`

  const ends = await Promise.all([{}, IN_PRODUCTION].map((env) => failed({ DATABASE_URL: url, ...env })))
  far.close()

  const told = ends.map(({ lines }) => lines.filter((line) => /not encrypted: write sslmode=verify-full/.test(line)))
  expect(told.map(({ length }) => length)).toEqual([0, 1])
})

test('given a registry that cannot be brought to this version, nobody who runs it for real is told to begin afresh', async () => {
  const altered = await scratchDatabase()
  await altered.query("update public._prisma_migrations set checksum = 'another'")

  const ends = await Promise.all([{}, IN_PRODUCTION].map((env) => failed({ DATABASE_URL: altered.url, ...env })))
  await altered.drop()

  expect(ends.map(({ lines }) => lines.at(-1))).toEqual([
    expect.stringMatching(/was altered after .+ To begin afresh, name an empty database/),
    expect.stringMatching(/was altered after .+OPERATING\.md says how to go back/),
  ])
})

test('given the address of a standby, as on the day of a failover, it says that nothing can be written there, and nobody is told to begin afresh', async () => {
  const standby = await scratchDatabase()
  await standby.query(`alter database ${new URL(standby.url).pathname.slice(1)} set default_transaction_read_only = on`)

  const { status, lines } = await failed({ DATABASE_URL: standby.url })
  const command = startProgram('services/_kit/src/intake/command/command.ts', ['batches', 'children'], {
    DATABASE_URL: standby.url,
  })
  const ended = await command.ended()
  await standby.drop()

  expect([status, ended]).toEqual([1, 1])
  expect(lines.at(-1)).toMatch(/^The database takes no writes: it is a standby, .+ Name the server that takes them/)
  expect(command.said()).toMatch(/^La base de datos no admite escrituras: es una réplica, .+\n$/)
  expect(lines.join('\n')).not.toMatch(/CREATE TABLE|afresh/)
})

test('given a folder for its data that it cannot make, it names it', async () => {
  const folder = dataFolder()
  const file = path.join(folder.path, 'a-file')
  writeFileSync(file, '')

  const { status, lines } = await failed({ DATABASE_URL: '', VIGIA_DATA: path.join(file, 'data') })
  folder.remove()

  expect(status).toBe(1)
  expect(lines).toHaveLength(1)
  expect(lines[0]).toMatch(/^The database in .*a-file.* .+$/)
})

test.each([
  ['its own database cannot be made', 8],
  ['the journal of its migrations cannot grow', 60],
])('given a disk so full that %s, it says that, and nothing of where it arose', async (_what, megabytes) => {
  const folder = dataFolder()

  const env = { DATABASE_URL: '', VIGIA_DATA: path.join(folder.path, 'data') }
  const { status, lines } = await failed(env, FLAGS, { by: onSmallDisk(folder.path, megabytes) })
  folder.remove()

  expect(status).toBe(1)
  expect(lines.at(-1)).toMatch(/^The disk is full: .+ start again\.$/)
  expect(lines.join('\n')).not.toMatch(/\bat \S+ \(|Error|terminated/)
})

test('given a DATABASE_URL whose disk is full, it says that alone', async () => {
  const full = await scratchDatabase()
  await (await Disk.of(full)).fill()

  const { status, lines } = await failed({ DATABASE_URL: full.url })
  await full.drop()

  expect(status).toBe(1)
  expect(lines).toEqual(['The disk is full: free some space and start again.'])
})

test.each([
  ['an unknown flag', ['--fast']],
  ['a scale that is none', ['--scale', 'large']],
])('given %s, it says what is wrong in one line', async (_what, flags) => {
  const { status, lines } = await failed({ DATABASE_URL: database.url }, flags)

  expect(status).toBe(1)
  expect(lines.length).toBe(1)
})
