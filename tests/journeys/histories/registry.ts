/** A registry in which histories happen: the four services that count, and what must be true of their figures. */
import type { Service } from '@vigia/kit/service'
import { STATE_CODES } from '@vigia/law/states'
import { expect } from 'vitest'
import { type ScratchDatabase, scratchDatabase } from '../../support/scratch-database.ts'
import { loadServices } from '../../support/services.ts'
import { counters, empty, snapshots } from './database.ts'
import type { Facts } from './facts.ts'
import { NOW } from './history.ts'
import { boards, type Cells, type Service as Counted, recount } from './recount.ts'

const COUNTED: readonly Counted[] = ['children', 'placements', 'representation', 'returns']

export interface Registry {
  database: ScratchDatabase
  services: readonly Service[]
  empty: () => Promise<void>
  /** Resolves when every service has heard and counted everything, and written its board. */
  settle: () => Promise<void>
  /** Fails where a counter, what was told of it, or a board differs from a recount of the facts. */
  expectRecounted: (facts: Facts) => Promise<void>
  close: () => Promise<void>
}

export async function openRegistry(): Promise<Registry> {
  const database = await scratchDatabase()
  const loaded = [...(await loadServices(database.url)).values()]
  const services = loaded.filter(({ name }) => COUNTED.some((counted) => counted === name))
  return {
    database,
    services,
    empty: () => empty(database),
    settle: () => settle(services),
    expectRecounted: (facts) => expectRecounted(database, facts),
    async close() {
      for (const service of loaded) await service.close()
      await database.drop()
    },
  }
}

async function settle(services: readonly Service[]): Promise<void> {
  for (let did = 1; did > 0; ) {
    did = 0
    for (const service of services) did += await service.round(NOW)
  }
  for (const service of services) await service.round(NOW, true)
}

async function expectRecounted(database: ScratchDatabase, facts: Facts): Promise<void> {
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
