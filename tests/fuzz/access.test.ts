/** Chance acts, follows and asks as every role: nothing is done that is not its author's to do, no row that is not the asker's, and no canary of another state, in any byte. `npm run fuzz` asks more. */
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { settle } from '../support/settled.ts'
import { act } from './acts.ts'
import { fuzz } from './fuzz.ts'
import { sharesOf } from './shares.ts'
import { follow } from './streams.ts'
import { type CanaryWorld, worldOfCanaries } from './world-of-canaries.ts'

const ALL = Number(process.env['VIGIA_FUZZ_QUERIES'] ?? 20_000)
const { acts: ACTS, streams: STREAMS, questions: QUERIES, isEnough } = sharesOf(ALL)
/** Names, places and counsel of the registry, folios and numbers of determinations: none of it is for a log, whoever reads that. */
const ANY_CANARY = /Kan[a-z]+|canarios|NNA-[0-9A-Z-]{8,}|BID-\d/
const SEED = Number(process.env['VIGIA_FUZZ_SEED'] ?? Math.floor(Math.random() * 2 ** 31))

/** Every line that the registry logs meanwhile, as it is written. */
const logged: string[] = vi.hoisted(() => [])
vi.mock('@vigia/kit/log', async (original) => {
  const whole = await original<typeof import('@vigia/kit/log')>()
  return { ...whole, log: whole.logInto({ write: (line) => void logged.push(line) }, 'trace') }
})

let world: CanaryWorld
beforeAll(async () => {
  world = await worldOfCanaries()
})
afterAll(() => world.stop())

test(`${ACTS} acts of seed ${SEED} do nothing that is not their author’s to do`, { timeout: 36_000_000 }, async () => {
  const began = performance.now()
  const leastDone = isEnough ? Math.floor(ACTS * 0.02) + 1 : 0
  const { asked, done, codes, faults } = await act(world, { queries: ACTS, seed: SEED, leastDone })
  const seconds = (performance.now() - began) / 1_000
  console.info(`seed ${SEED}: ${asked} acts in ${seconds.toFixed(1)} s, ${done} done`, codes)

  expect(faults.slice(0, 3)).toEqual([])
  expect(logged.filter((line) => ANY_CANARY.test(line)).slice(0, 3)).toEqual([])
  expect(asked).toBeGreaterThanOrEqual(ACTS)
  expect(done).toBeGreaterThanOrEqual(leastDone)
})

test(`${STREAMS} streams of seed ${SEED} tell nobody what is not theirs`, { timeout: 36_000_000 }, async () => {
  // What was done just now is told too.
  await settle(world.graph.services.values(), world.database)
  const { asked, told, turnedAway, leaks } = await follow(world, { queries: STREAMS, seed: SEED })
  console.info(`seed ${SEED}: ${asked} streams, ${told} told something, ${turnedAway} turned away`)

  expect(leaks.slice(0, 3)).toEqual([])
  expect(logged.filter((line) => ANY_CANARY.test(line)).slice(0, 3)).toEqual([])
  expect(asked).toBeGreaterThanOrEqual(STREAMS)
  if (isEnough) expect(told).toBeGreaterThan(STREAMS * 0.1)
  if (isEnough) expect(turnedAway).toBeGreaterThan(0)
})

test(`${QUERIES} questions of seed ${SEED} tell nobody what is not theirs`, { timeout: 36_000_000 }, async () => {
  const began = performance.now()
  const { asked, told, codes, leaks, unheard } = await fuzz(world, { queries: QUERIES, seed: SEED })
  const seconds = (performance.now() - began) / 1_000
  console.info(`seed ${SEED}: ${asked} questions in ${seconds.toFixed(1)} s, ${told} told something`, codes)

  expect(leaks.slice(0, 3)).toEqual([])
  expect(logged.filter((line) => ANY_CANARY.test(line)).slice(0, 3)).toEqual([])
  // Nor is anybody told of a child without its standing in the audit.
  expect(unheard.slice(0, 3)).toEqual([])
  expect(asked).toBe(QUERIES)
  // A fuzz that is always refused finds nothing.
  if (isEnough) expect(told).toBeGreaterThan(QUERIES * 0.2)
})

test('questions that meet a fault of the database tell no more, nor does the log', { timeout: 120_000 }, async () => {
  const logins = ['children', 'placements', 'representation', 'returns'].map((service) => `vigia_${service}_reader`)
  const closed = 'children.detection, placements.stay, representation.protection_case, returns.executed_return'
  const query = (sql: string) => world.database.query(sql)
  for (const login of logins) await query(`revoke select on ${closed} from ${login}`)
  logged.length = 0

  const { leaks } = await fuzz(world, { queries: 600, seed: SEED })

  expect(leaks.slice(0, 3)).toEqual([])
  expect(logged.length).toBeGreaterThan(20)
  expect(logged.filter((line) => ANY_CANARY.test(line)).slice(0, 3)).toEqual([])
})
