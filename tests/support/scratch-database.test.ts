import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ScratchDatabase, scratchDatabase } from './scratch-database.ts'

let first: ScratchDatabase
let second: ScratchDatabase
beforeAll(async () => {
  first = await scratchDatabase()
  second = await scratchDatabase()
})
afterAll(() => Promise.all([first.drop(), second.drop()]))

test('a scratch database is migrated, and what is written in one is not in another', async () => {
  await first.query('update outbox.registry set is_synthetic = true')

  expect(await first.query('select is_synthetic from outbox.registry')).toEqual([{ is_synthetic: true }])
  expect(await second.query('select is_synthetic from outbox.registry')).toEqual([{ is_synthetic: false }])
})
