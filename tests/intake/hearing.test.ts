/** How far the services are, as whoever waits for them is told: it never goes back, and ends with all. */
import { openPool } from '@vigia/db/open'
import { urlOfRole } from '@vigia/db/roles'
import { hearOut } from '@vigia/kit/intake/command/hearing'
import type { Step } from '@vigia/kit/intake/command/progress'
import type { Service, ServiceName } from '@vigia/kit/service'
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
  const { all = 0 } = steps.at(-1) ?? {}
  expect(steps.at(-1)).toEqual({ count: all, done: all, all })
  expect(all).toBeGreaterThanOrEqual(events * 5)
  const shares = steps.map(({ done, all }) => (all > 0 ? done / all : 0))
  expect(shares).toEqual(shares.toSorted((one, other) => one - other))
  expect(new Set(shares).size).toBeGreaterThan(2)
})

test('given nothing new, there is nothing of which to tell a share', async () => {
  expect(new Set((await told()).map(({ all }) => all))).toEqual(new Set([0]))
})

test('given children to be judged once all is heard, these are waited for too', async () => {
  const [oversight] = [...world.services.values()].filter(({ name }) => name === 'oversight')
  const left = [3_000, 2_000, 1_000, 0, 0]
  const rounds = [1, 1, 1, 0]
  const service = { ...oversight, left: async () => left.shift() ?? 0, round: async () => rounds.shift() ?? 0 }
  const steps: Step[] = []

  await hearOut(
    [service as Service],
    (name) => pools.get(name) as Pool,
    (step) => steps.push(step),
  )

  expect(steps).toEqual(
    [0, 1_000, 2_000, 3_000, 3_000].map((done) => ({ count: done, done: expect.closeTo(done), all: 3_000 })),
  )
})

test('whom alerts are to be judged of are those that a round has before it', async () => {
  const oversight = world.services.get('oversight')
  const now = new Date()
  expect(await oversight?.left(now)).toBe(0)
  await world.database.query(`update oversight.alert_due set due_at = '-infinity' where about = 'CHILD'`)

  expect(await oversight?.left(now)).toBe(20)
  await oversight?.round(now)
  expect(await oversight?.left(now)).toBe(0)
})
