/** Prisma's files and the migrations say the same tables: what the client reads is what the database has. */
import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ScratchDatabase, scratchDatabase } from '../support/scratch-database.ts'
import { ROOT } from '../support/source-files.ts'

let database: ScratchDatabase
beforeAll(async () => {
  database = await scratchDatabase()
})
afterAll(() => database.drop())

/** The SQL that would make the database what the schema files say. */
async function differences(): Promise<string> {
  const question = ['migrate', 'diff', '--from-config-datasource', '--to-schema', 'schema', '--script']
  const { stdout } = await promisify(execFile)('node', ['generate.ts', ...question], {
    cwd: path.join(ROOT, 'prisma'),
    env: { ...process.env, DATABASE_URL: database.url },
  })
  return stdout.trim()
}

test('a migrated database is what prisma/schema says', async () => {
  expect(await differences()).toBe('-- This is an empty migration.')
})

test('given a column that no schema file knows, the difference is seen', async () => {
  await database.query('alter table placements.facility add column color text')

  expect(await differences()).toContain('DROP COLUMN "color"')
})
