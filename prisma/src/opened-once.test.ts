/** A number opens once, whichever process it comes to and however close one comes behind the other. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ScratchDatabase, scratchDatabase } from '../../tests/support/scratch-database.ts'
import { openPool } from './open.ts'
import { openedOnce } from './opened-once.ts'
import { urlOfRole } from './roles.ts'

const isFull = (error: unknown) => (error as { code?: string }).code === '53100'

let database: ScratchDatabase
beforeAll(async () => {
  database = await scratchDatabase()
})
afterAll(() => database.drop())

test('given two processes of a service and one of another, each number opens once in each service', async () => {
  const pools = (['children', 'children', 'placements'] as const).map((service) =>
    openPool(urlOfRole(database.url, `vigia_${service}`), 2),
  )
  const [one, another, ofPlacements] = pools.map((pool) => openedOnce(pool, isFull))
  const numbers = Array.from({ length: 200 }, (_, i) => `number ${i}`)
  const both = await Promise.all(numbers.flatMap((number) => [one?.(number), another?.(number), one?.(number)]))

  for (let i = 0; i < both.length; i += 3) expect(both.slice(i, i + 3).sort()).toEqual(['AGAIN', 'AGAIN', 'FIRST'])
  expect(await ofPlacements?.('number 7')).toBe('FIRST')
  expect(await another?.('number 7')).toBe('AGAIN')
  for (const pool of pools) await pool.end()
})

test('given what no envelope can come with any more, it is forgotten', async () => {
  const pool = openPool(urlOfRole(database.url, 'vigia_returns'), 1)
  await openedOnce(pool, isFull)('of long ago')
  await database.query("update sec.opened_envelope set at = now() - interval '2 minutes' where service = 'returns'")
  await openedOnce(pool, isFull)('of now')

  expect(await database.query("select number from sec.opened_envelope where service = 'returns'")).toEqual([
    { number: 'of now' },
  ])
  await pool.end()
})

test('given a disk that is full, each process goes by what it has seen itself, and says that nothing was kept', async () => {
  const [one, another] = [1, 2].map(() => openPool(urlOfRole(database.url, 'vigia_representation'), 1))
  if (!one || !another) throw new Error('No pools')
  const [here, there] = [openedOnce(one, isFull), openedOnce(another, isFull)]
  expect(await here('before it was full')).toBe('FIRST')
  await database.query(`create function no_room() returns trigger language plpgsql as $$ begin
    raise exception 'could not extend file' using errcode = '53100'; end $$`)
  await database.query('create trigger no_room before insert on sec.opened_envelope execute function no_room()')

  expect([await here('while it is full'), await here('while it is full')]).toEqual(['UNKEPT', 'AGAIN'])
  expect(await here('before it was full')).toBe('AGAIN')
  expect(await there('while it is full')).toBe('UNKEPT')

  await database.query('drop trigger no_room on sec.opened_envelope')
  expect(await here('after it was full')).toBe('FIRST')
  await database.query('alter table sec.opened_envelope rename to away')
  await expect(here('of a defect')).rejects.toThrow()
  await database.query('alter table sec.away rename to opened_envelope')
  for (const pool of [one, another]) await pool.end()
})

test('given processes that ask about the same numbers in any order, none waits for another for ever', async () => {
  const pools = Array.from({ length: 4 }, () => openPool(urlOfRole(database.url, 'vigia_oversight'), 1))
  const numbers = Array.from({ length: 2_000 }, (_, i) => `of four ${i}`)
  const askAll = (pool: (typeof pools)[number], at: number) => {
    const isFirst = openedOnce(pool, isFull)
    return Promise.all((at % 2 === 0 ? numbers : numbers.toReversed()).map(isFirst))
  }
  const openings = (await Promise.all(pools.map(askAll))).flat()

  expect(openings.filter((opening) => opening === 'FIRST')).toHaveLength(numbers.length)
  for (const pool of pools) await pool.end()
})
