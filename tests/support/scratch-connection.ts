/** A scratch database of a test file with one connection to it, as its owner, whose transactions the tests begin and end themselves. */
import pg from 'pg'
import { afterAll } from 'vitest'
import { type ScratchDatabase, scratchDatabase } from './scratch-database.ts'

/** Both go when the tests of the file have run. */
export async function scratchConnection(): Promise<{ database: ScratchDatabase; client: pg.Client }> {
  const database = await scratchDatabase()
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  afterAll(async () => {
    await client.end()
    await database.drop()
  })
  return { database, client }
}
