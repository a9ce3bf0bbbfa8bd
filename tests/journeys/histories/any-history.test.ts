/**
 * Whatever came late, was corrected, withdrawn or heard of in another order: the figures are those that counting everything
 * from scratch by the rules would give, and a rebuild ends in the same.
 */
import type { Service } from '@vigia/kit/service'
import { STATE_CODES } from '@vigia/law/states'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ScratchDatabase, scratchDatabase } from '../../support/scratch-database.ts'
import { loadServices } from '../../support/services.ts'
import { counters, empty, snapshots, write } from './database.ts'
import { Facts } from './facts.ts'
import { aHistory, changeOf, NOW, opening, type Step } from './history.ts'
import { boards, type Cells, type Service as Counted, recount } from './recount.ts'

const COUNTED: readonly Counted[] = ['children', 'placements', 'representation', 'returns']

let database: ScratchDatabase
let services: Service[]
beforeAll(async () => {
  database = await scratchDatabase()
  const loaded = await loadServices(database.url)
  services = [...loaded.values()].filter(({ name }) => COUNTED.some((counted) => counted === name))
})
afterAll(async () => {
  for (const service of services) await service.close()
  await database.drop()
})

test('any history gives the figures that a recount gives, and a rebuild gives them again', async () => {
  await fc.assert(
    fc.asyncProperty(aHistory, async (history) => {
      const facts = await live(history)
      await settle()
      await expectRecounted(facts)
      for (const service of services) await service.rebuild(NOW)
      await settle()
      await expectRecounted(facts)
    }),
    { numRuns: Number(process.env['HISTORIES'] ?? 30) },
  )
}, 300_000)

/** Goes through a history from an empty registry; gives what is true in the end. */
async function live(history: readonly Step[]): Promise<Facts> {
  await empty(database)
  const facts = new Facts()
  for (const change of opening(facts)) await write(database, change)
  for (const step of history) {
    const change = changeOf(step, facts)
    if (change) await write(database, change)
    if (step.what === 'round') await services[step.which % services.length]?.round(NOW)
  }
  return facts
}

async function settle(): Promise<void> {
  for (let did = 1; did > 0; ) {
    did = 0
    for (const service of services) did += await service.round(NOW)
  }
  for (const service of services) await service.round(NOW, true)
}

async function expectRecounted(facts: Facts): Promise<void> {
  const expected = recount(facts)
  for (const service of COUNTED) {
    const actual = await counters(database, service)
    const cube = expected[service]
    expect(actual, service).toEqual({
      cube,
      days: summed(cube, (parts) => parts.slice(0, 3)),
      months: summed(cube, ([indicator, state, day]) => [indicator, state, monthOf(day)]),
      monthCube: summed(cube, ([indicator, state, day, ...of]) => [indicator, state, monthOf(day), ...of]),
      told: summed(cube, (parts) => (parts[0]?.startsWith('DESTINATION_') ? [] : parts.slice(0, 3))),
      waiting: 0,
    })
  }
  const expectedBoards = STATE_CODES.map((state) => [state, boards(facts, state, NOW)])
  expect(await snapshots(database)).toEqual(Object.fromEntries(expectedBoards))
}

/** Coarser cells; one that is told by no part is not told. */
function summed(cells: Cells, coarser: (parts: string[]) => (string | undefined)[]): Cells {
  const sums: Cells = {}
  for (const [key, n] of Object.entries(cells)) {
    const cell = coarser(key.split('|')).join('|')
    if (cell !== '') sums[cell] = (sums[cell] ?? 0) + n
  }
  return Object.fromEntries(Object.entries(sums).filter(([, n]) => n !== 0))
}

function monthOf(day = ''): string {
  return `${day.slice(0, 7)}-01`
}
