/** What the board keeps counted is what would be counted from the facts each time: by the benchmark's peer, which knows the rules in SQL of its own. */
import { readFileSync } from 'node:fs'
import { openPool } from '@vigia/db/open'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerOf, type BoardAnswer, type Row } from '../bench/board.ts'
import { countedLive, PERIOD } from '../bench/counted-live.ts'
import { fill } from '../bench/database.ts'
import { figuresIn } from '../bench/equality.ts'
import { scratchDatabase } from '../support/scratch-database.ts'
import { startWorld, type World } from '../support/world.ts'

const BOARD = readFileSync(new URL('../acceptance/oversight.graphql', import.meta.url), 'utf8')
const CHILDREN = 10_000

let world: World
beforeAll(async () => {
  const database = await scratchDatabase()
  await fill(database.url, CHILDREN, () => {})
  world = await startWorld({ mode: 'in-process', database })
  await world.settle()
})
afterAll(() => world.stop())

test('given ten thousand children, each figure of each state is the same either way', async () => {
  const [from, to] = PERIOD
  const { data, errors } = await world.ask<BoardAnswer['data']>(BOARD, { period: { from, to } })
  const pool = openPool(world.database.url, 1)
  const { question, asOf } = await countedLive(pool)
  const { rows } = await pool.query<Row>(question)
  await pool.end()

  expect(errors).toBeUndefined()
  const counted = figuresIn({ data: data as BoardAnswer['data'] })
  expect(counted).toEqual(figuresIn(answerOf(rows, asOf)))
  // Of none of them it would be the same because there is nothing.
  const nation = counted.at(-1) ?? {}
  expect(Object.entries(nation).filter(([, figure]) => figure === 0)).toEqual([])
})
