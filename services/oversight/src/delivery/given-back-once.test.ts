/** Whoever gives a connection back twice ends nothing, and takes it from nobody who has it by then. */
import { openPool } from '@vigia/db/open'
import type { Pool, PoolClient } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ScratchDatabase, scratchDatabase } from '../../../../tests/support/scratch-database.ts'
import { givenBackOnce } from './given-back-once.ts'

let database: ScratchDatabase
let pool: Pool
beforeAll(async () => {
  database = await scratchDatabase()
  pool = givenBackOnce(openPool(database.url, 1))
})
afterAll(async () => {
  await pool.end()
  await database.drop()
})

test('given a connection is given back a second time, it stays with whoever has got it since', async () => {
  const release = await new Promise<() => void>((resolve) => pool.connect((_fault, _client, done) => resolve(done)))
  release()
  const next: PoolClient = await pool.connect()

  expect(() => release()).not.toThrow()
  expect(pool.idleCount).toBe(0)
  expect((await next.query('select 1 as one')).rows).toEqual([{ one: 1 }])
  next.release()
})

test('given the pool has ended, whoever gives back what he never got ends nothing', async () => {
  const ended = givenBackOnce(openPool(database.url, 1))
  await ended.end()
  const [fault, release] = await new Promise<[Error | undefined, () => void]>((resolve) =>
    ended.connect((why, _client, done) => resolve([why, done])),
  )

  expect(fault?.message).toContain('end on the pool')
  expect(() => release()).not.toThrow()
})
