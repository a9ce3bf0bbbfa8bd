/** Roles belong to the server, and databases lie on it side by side: whoever opens one registry may open another at the same moment. */
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ScratchDatabase, scratchDatabase } from '../../tests/support/scratch-database.ts'
import { enableLogins, urlOfRole } from './roles.ts'

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
