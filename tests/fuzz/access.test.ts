/** Chance asks as every role: no row that is not the asker's, and no canary of another state, in any byte. `npm run fuzz` asks more. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fuzz } from './fuzz.ts'
import { type CanaryWorld, worldOfCanaries } from './world-of-canaries.ts'

const QUERIES = Number(process.env['VIGIA_FUZZ_QUERIES'] ?? 20_000)
const SEED = Number(process.env['VIGIA_FUZZ_SEED'] ?? Math.floor(Math.random() * 2 ** 31))

let world: CanaryWorld
beforeAll(async () => {
  world = await worldOfCanaries()
})
afterAll(() => world.stop())

test(`${QUERIES} questions of seed ${SEED} tell nobody what is not theirs`, { timeout: 36_000_000 }, async () => {
  const began = performance.now()
  const { asked, told, codes, leaks, unheard } = await fuzz(world, { queries: QUERIES, seed: SEED })
  const seconds = (performance.now() - began) / 1_000
  console.info(`seed ${SEED}: ${asked} questions in ${seconds.toFixed(1)} s, ${told} told something`, codes)

  expect(leaks.slice(0, 3)).toEqual([])
  // Nor is anybody told of a child without its standing in the audit.
  expect(unheard.slice(0, 3)).toEqual([])
  expect(asked).toBe(QUERIES)
  // A fuzz that is always refused finds nothing.
  expect(told).toBeGreaterThan(QUERIES * 0.2)
})
