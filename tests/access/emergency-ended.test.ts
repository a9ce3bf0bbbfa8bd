/** Whoever used an emergency and is turned out has nothing open, and nobody is told that the record still is. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anActor } from '../support/asking.ts'
import { EMERGENCY, emergency, type OpeningWorld, worldOfOpenings } from '../support/openings.ts'

const GONE = { ...anActor('state-secretary'), sub: 'turned out' }

let world: OpeningWorld
beforeAll(async () => {
  world = await worldOfOpenings()
})
afterAll(() => world.stop())

interface Use {
  subject: string
  at: string
  until: string
}

async function useTold(): Promise<Use> {
  const { data } = await world.ask(
    anActor('ombudsperson-federal'),
    '{ emergencyAccesses { edges { node { subject at until } } } }',
  )
  const { edges } = (data as { emergencyAccesses: { edges: { node: Use }[] } }).emergencyAccesses
  return edges.map(({ node }) => node).find(({ subject }) => subject === GONE.sub) as Use
}

test('given who used it is turned out, overseers read that it was open until then, and no longer', async () => {
  // Given an emergency, which is open for a day
  await world.ask(GONE, emergency(world.stranger, EMERGENCY))
  const before = await useTold()
  expect(Date.parse(before.until) - Date.parse(before.at)).toBe(24 * 3_600_000)

  // When its account is turned out
  const [ended] = await world.database.query<{ at: Date }>(
    "insert into sessions.subject (sub, kind, name, revoked_at) values ($1, 'person', 'x', clock_timestamp()) returning revoked_at as at",
    [GONE.sub],
  )

  // Then it is told as open until that moment
  expect(await useTold()).toEqual({ ...before, until: ended?.at.toISOString() })
})
