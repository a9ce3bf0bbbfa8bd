/** What a letter says of the registry is what a message says of it, also where nobody has said whether its children are invented. */
import { openPool } from '@vigia/db/open'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ScratchDatabase, scratchDatabase } from '../../../../tests/support/scratch-database.ts'
import { isInvented, marked } from './invented.ts'

let database: ScratchDatabase
let pool: ReturnType<typeof openPool>
beforeAll(async () => {
  database = await scratchDatabase()
  pool = openPool(database.url, 1)
})
afterAll(async () => {
  await pool.end()
  await database.drop()
})

test.each([
  ['of invented children', 'update outbox.registry set is_synthetic = true', true],
  ['of children', 'update outbox.registry set is_synthetic = false', false],
  ['of which nobody has said it', 'delete from outbox.registry', false],
])('given a registry %s, a letter is marked as a message is', async (_what, sql, isMarked) => {
  await database.query(sql)
  const [letter] = await database.query<{ text: string }>(`select ${marked("'Hola'", 'subject')} as text`)

  expect(await isInvented(pool)).toBe(isMarked)
  expect(letter?.text).toBe(isMarked ? '[DATOS SINTÉTICOS] Hola' : 'Hola')
})
