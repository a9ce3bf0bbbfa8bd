/** How far the services are, as whoever waits for them is told: it never goes back, and ends with all. */
import { openPool } from '@vigia/db/open'
import { urlOfRole } from '@vigia/db/roles'
import { hearOut } from '@vigia/kit/intake/command/hearing'
import type { Step } from '@vigia/kit/intake/command/progress'
import type { ServiceName } from '@vigia/kit/service'
import type { Pool } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aDetection, aStay } from '../support/builders/inm.ts'
import { startWorld, type World } from '../support/world.ts'

let world: World
const pools = new Map<ServiceName, Pool>()
beforeAll(async () => {
  world = await startWorld({ mode: 'in-process' })
  for (const name of world.services.keys()) pools.set(name, openPool(urlOfRole(world.database.url, `vigia_${name}`), 1))
})
afterAll(async () => {
  await Promise.all([...pools.values()].map((pool) => pool.end()))
  await world.stop()
})

async function told(): Promise<Step[]> {
  const steps: Step[] = []
  const pool = (name: ServiceName): Pool => pools.get(name) as Pool
  await hearOut([...world.services.values()], pool, (step) => steps.push(step))
  return steps
}

test('given children and their stays, what is heard grows until each service has heard of all', async () => {
  const children = Array.from({ length: 20 }, () => aDetection())
  await world.takeIn('children/detections', children)
  await told()
  await world.takeIn(
    'placements/stays',
    children.map(({ ACTA }) => aStay(ACTA)),
  )
  const [before] = await world.database.query<{ top: number }>('select max(seq)::int as top from outbox.event')

  const steps = await told()

  const [after] = await world.database.query<{ top: number }>('select max(seq)::int as top from outbox.event')
  const events = (after?.top ?? 0) - (before?.top ?? 0)
  expect(events).toBeGreaterThan(20)
  expect(steps.at(-1)).toEqual({ count: events * 5, done: events * 5, all: events * 5 })
  const shares = steps.map(({ done, all }) => (all > 0 ? done / all : 0))
  expect(shares).toEqual(shares.toSorted((one, other) => one - other))
  expect(new Set(shares).size).toBeGreaterThan(2)
})

test('given nothing new, there is nothing of which to tell a share', async () => {
  expect(new Set((await told()).map(({ all }) => all))).toEqual(new Set([0]))
})
