/** Whoever tries the registry as counsel sees somebody: in a twin of any size a mandate names the trial account. */
import type { Service } from '@vigia/kit/service'
import { DEFAULT_SCALE, DEFAULT_SEED } from '@vigia/law/synthetic-twin'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { personOf } from '../../gateway/src/sign-in/actor-of-claims.ts'
import { ACCOUNTS, claimsOf } from '../../gateway/src/sign-in/embedded/accounts.ts'
import { untilOf } from '../../prisma/seed/calendar.ts'
import type { Fact } from '../../prisma/seed/scenario/facts.ts'
import { runScenario } from '../../prisma/seed/scenario.ts'
import type { ScratchDatabase } from '../support/scratch-database.ts'
import { loadServices } from '../support/services.ts'
import { settle } from '../support/settled.ts'
import { twinDatabase } from '../support/twin.ts'
import { type WholeGraph, wholeGraph } from '../support/whole-graph.ts'

const counsel = ACCOUNTS.flatMap((account) => {
  const known = personOf({ sub: account.sub, ...claimsOf(account) })
  return known?.actor.role === 'independent-counsel' ? [known.actor] : []
})

let database: ScratchDatabase
let services: ReadonlyMap<string, Service>
let graph: WholeGraph
beforeAll(async () => {
  database = await twinDatabase()
  const loaded = await loadServices(database.url)
  await settle(loaded.values(), database)
  services = loaded
  graph = await wholeGraph(loaded)
})
afterAll(async () => {
  for (const service of services.values()) await service.close()
  await database.drop()
})

test('the trial account of counsel has a child in the twin', async () => {
  expect(counsel).toHaveLength(1)
  for (const actor of counsel) {
    const { children } = await graph.ask<{ children: { totalCount: number } }>('{ children { totalCount } }', actor)

    expect(children.totalCount).toBeGreaterThan(0)
  }
})

test.each([
  [0.0022, 7],
  [0.01, 8],
  [DEFAULT_SCALE, DEFAULT_SEED],
])(
  'given a twin of scale %d and seed %d, a mandate names that account, and where there are several not each does',
  (scale, seed) => {
    const keys = keysTold(scale, seed)
    const isAccounts = (key: string) => counsel.some((actor) => actor.counsel?.includes(key))

    expect(keys.filter(isAccounts).length).toBeGreaterThan(0)
    if (keys.length > 2) expect(keys.filter(isAccounts).length).toBeLessThan(keys.length)
  },
)

/** Of counsel that files name by a key, mandate by mandate. */
function keysTold(scale: number, seed: number): string[] {
  const until = untilOf('2026-11-25')
  const keys: string[] = []
  const write = (fact: Fact, at: number) => {
    if (at <= until && fact.feed === 'representations' && fact.key !== null) keys.push(fact.key)
  }
  const writeTwice = (early: Fact, earlyAt: number, late: Fact, lateAt: number) =>
    lateAt <= until ? write(late, lateAt) : write(early, earlyAt)
  runScenario({ scale, seed, until }, { isSent: (_fact, at) => at <= until, write, writeTwice })
  return keys
}
