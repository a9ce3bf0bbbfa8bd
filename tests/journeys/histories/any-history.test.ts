/**
 * Whatever came late, was corrected, withdrawn or heard of in another order: the figures are those that counting everything
 * from scratch by the rules would give, and a rebuild ends in the same.
 */
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { write } from './database.ts'
import { Facts } from './facts.ts'
import { aHistory, type Change, changeOf, NOW, opening, type Step } from './history.ts'
import { openRegistry, type Registry } from './registry.ts'

let registry: Registry
beforeAll(async () => {
  registry = await openRegistry()
})
afterAll(() => registry.close())

test('any history gives the figures that a recount gives, and a rebuild gives them again', async () => {
  await fc.assert(
    fc.asyncProperty(aHistory, async (history) => {
      const facts = await live(history)
      await registry.settle()
      await registry.expectRecounted(facts)
      for (const service of registry.services) await service.rebuild(NOW)
      await registry.settle()
      await registry.expectRecounted(facts)
    }),
    { numRuns: Number(process.env['HISTORIES'] ?? 30) },
  )
}, 300_000)

test.each([1, 2, 3, 4, 5])(
  'writers at once, and services that follow meanwhile, lose nothing (seed %s)',
  async (seed) => {
    const histories = fc.sample(aHistory, { seed, numRuns: 12 })
    await registry.empty()
    const lanes = [0, 1, 2].map((lane) => ({ lane, facts: new Facts() }))
    for (const change of opening(new Facts())) await write(registry.database, change)
    for (const { facts } of lanes) opening(facts)

    let isDone = false
    const writers = lanes.map(({ lane, facts }) => writeLane(histories.flat(), lane, facts))
    const rounds = registry.services.map(async (service) => {
      while (!isDone) await service.round(NOW)
    })
    await Promise.all(writers)
    isDone = true
    await Promise.all(rounds)

    await registry.settle()
    await registry.expectRecounted(merged(lanes.map(({ facts }) => facts)))
  },
)

/** Goes through a history from an empty registry; gives what is true in the end. */
async function live(history: readonly Step[]): Promise<Facts> {
  await registry.empty()
  const facts = new Facts()
  for (const change of opening(facts)) await write(registry.database, change)
  for (const step of history) {
    const change = changeOf(step, facts)
    if (change) await write(registry.database, change)
    if (step.what === 'round') await registry.services[step.which % registry.services.length]?.round(NOW)
  }
  return facts
}

/** One writer a child, so that what is true in the end does not depend on who came first. One of them corrects facilities. */
async function writeLane(history: readonly Step[], lane: number, facts: Facts): Promise<void> {
  for (const step of history) {
    if (step.what === 'identifier' || (step.what === 'facility' && lane !== 0)) continue
    const which = step.what === 'facility' ? step.which : lane + 3 * (step.which % 2)
    const change: Change | null = changeOf({ ...step, child: lane, which }, facts)
    if (change) await write(registry.database, change)
  }
}

/** The facilities are those of the first, who alone corrected them. */
function merged(all: readonly Facts[]): Facts {
  const whole = new Facts()
  for (const facts of all.toReversed()) {
    for (const [entity, rows] of Object.entries(facts)) {
      for (const [id, row] of rows as Map<string, never>) (whole[entity as 'stay'] as Map<string, never>).set(id, row)
    }
  }
  expect(whole.facility.size).toBe(3)
  return whole
}
