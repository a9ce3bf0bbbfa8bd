/** A number opens once, whichever process it comes to and however close one comes behind the other. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ScratchDatabase, scratchDatabase } from '../../tests/support/scratch-database.ts'
import { openPool } from './open.ts'
import { openedOnce } from './opened-once.ts'
import { urlOfRole } from './roles.ts'

let database: ScratchDatabase
beforeAll(async () => {
  database = await scratchDatabase()
})
afterAll(() => database.drop())

test('given two processes of a service and one of another, each number opens once in each service', async () => {
  const pools = (['children', 'children', 'placements'] as const).map((service) =>
    openPool(urlOfRole(database.url, `vigia_${service}`), 2),
  )
  const [one, another, ofPlacements] = pools.map(openedOnce)
  const numbers = Array.from({ length: 200 }, (_, i) => `number ${i}`)
  const both = await Promise.all(numbers.flatMap((number) => [one?.(number), another?.(number), one?.(number)]))

  for (let i = 0; i < both.length; i += 3) expect(both.slice(i, i + 3).filter(Boolean)).toEqual([true])
  expect(await ofPlacements?.('number 7')).toBe(true)
  expect(await another?.('number 7')).toBe(false)
  for (const pool of pools) await pool.end()
})

test('given what no envelope can come with any more, it is forgotten', async () => {
  const pool = openPool(urlOfRole(database.url, 'vigia_returns'), 1)
  await openedOnce(pool)('of long ago')
  await database.query("update sec.opened_envelope set at = now() - interval '2 minutes' where service = 'returns'")
  await openedOnce(pool)('of now')

  expect(await database.query("select number from sec.opened_envelope where service = 'returns'")).toEqual([
    { number: 'of now' },
  ])
  await pool.end()
})
