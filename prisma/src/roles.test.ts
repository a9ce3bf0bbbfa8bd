/** Roles belong to the server, and databases lie on it side by side: whoever opens one registry may open another at the same moment. */
import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type ScratchDatabase, scratchDatabase } from '../../tests/support/scratch-database.ts'
import { migrate } from './migrate.ts'
import { enableLogins, readerUrl, urlOfRole } from './roles.ts'

const databases: ScratchDatabase[] = []
beforeAll(async () => {
  for (let made = 0; made < 4; made++) databases.push(await scratchDatabase())
})
afterAll(() => Promise.all(databases.map((database) => database.drop())))

test('registries on one server may be opened in the same moment, again and again', async () => {
  const openings = databases.flatMap(({ url }) => [url, url, url])

  expect(await Promise.allSettled(openings.map(enableLogins))).toEqual(
    openings.map(() => ({ status: 'fulfilled', value: undefined })),
  )
  for (const { url } of databases) {
    const client = new pg.Client({ connectionString: urlOfRole(url, 'vigia_children') })
    await client.connect()
    await client.end()
  }
})

test.each([
  ['a user behind the "?"', 'postgres://localhost/vigia?user=postgres&password=word'],
  ['a password behind the "?"', 'postgres://postgres@localhost/vigia?password=word'],
  ['a socket in the place of a host', 'postgres:///vigia?host=/var/run/postgresql&user=postgres'],
])('given an address with %s, no login is made of it, since it would be the administrator', (_what, address) => {
  vi.stubEnv('VIGIA_ROLE_SECRET', 'from which logins are derived')

  expect(() => urlOfRole(address, 'vigia_children')).toThrow(/^The address of the database has to name user/)
  expect(() => readerUrl('children', address)).toThrow(/^The address of the database has to name user/)
})

test.each([
  ['a mistyped name, which may be said again', 'sslmod=verify-full', /nothing reads, sslmod:/],
  ['what may be the end of a password', 'x9@host/vigia', /^(?!.*x9).*nothing reads:/],
])(
  'given an address with %s behind its "?", nothing is sent there, since TLS may have been meant',
  async (_what, end, said) => {
    const address = `postgres://admin:word@127.0.0.1:1/vigia?${end}`

    await expect(migrate(address)).rejects.toThrow(said)
    expect(() => urlOfRole(address, 'vigia_children')).toThrow(said)
  },
)

test('given a password that is written in two ways, the logins are the same', () => {
  const [plain, coded] = ['p%s@s', 'p%25s%40s'].map((word) =>
    urlOfRole(`postgres://admin:${word}@host/vigia`, 'vigia_children'),
  )

  expect(plain).toBe(coded)
})

test('given roles that another user has made, it says so', async () => {
  const [database] = databases
  if (!database) throw new Error('There is no database.')
  await database.onServer(`create role stranger login createrole password 'word'`)
  const url = new URL(database.url)
  ;[url.username, url.password] = ['stranger', 'word']

  await expect(enableLogins(url.href)).rejects.toThrow(
    /^This user of the database may not set the logins of the services/,
  )
  await database.onServer('drop role stranger')
})
