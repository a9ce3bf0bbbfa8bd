/**
 * Whatever came late, was corrected, withdrawn or heard of in another order: the open alerts are those that the rules find in
 * the facts themselves; a rebuild changes none of them, and judging everybody anew from an empty table gives them again. So many are
 * counted as there are, at any time.
 */
import type { Service } from '@vigia/kit/service'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ScratchDatabase, scratchDatabase } from '../../support/scratch-database.ts'
import { loadServices } from '../../support/services.ts'
import { empty, write } from './database.ts'
import { Facts } from './facts.ts'
import { aHistory, changeOf, NOW, opening, type Step } from './history.ts'
import { countedOneByOne, judgedFromTables, openAlerts } from './judged-from-tables.ts'

let database: ScratchDatabase
let services: Service[]
let oversight: Service
beforeAll(async () => {
  database = await scratchDatabase()
  services = [...(await loadServices(database.url)).values()]
  oversight = services.find(({ name }) => name === 'oversight') as Service
})
afterAll(async () => {
  for (const service of services) await service.close()
  await database.drop()
})

test('any history leaves the alerts that its facts give, also after a rebuild, and from nothing', async () => {
  await fc.assert(
    fc.asyncProperty(aHistory, async (history) => {
      await live(history)
      expect(await counted()).toEqual(await countedOneByOne(database))
      await settle()
      const expected = await judgedFromTables(database, NOW)
      expect(await openAlerts(database)).toEqual(expected)

      const steps = await database.query('select * from oversight.alert_history order by id')
      await oversight.rebuild(NOW)
      await settle()
      expect(await openAlerts(database)).toEqual(expected)
      expect(await database.query('select * from oversight.alert_history order by id')).toEqual(steps)

      await database.query('truncate oversight.alert, oversight.alert_history')
      await database.query('select oversight.ask_all_again()')
      await settle()
      expect(await openAlerts(database)).toEqual(expected)
      expect(await counted()).toEqual(await countedOneByOne(database))
    }),
    { numRuns: Number(process.env['HISTORIES'] ?? 15) },
  )
}, 300_000)

const counted = () => database.query('select * from oversight.alert_counted order by state, kind, severity')

async function live(history: readonly Step[]): Promise<void> {
  await empty(database)
  const facts = new Facts()
  for (const change of opening(facts)) await write(database, change)
  for (const step of history) {
    const change = changeOf(step, facts)
    if (change) await write(database, change)
    if (step.what === 'round') await (step.which === 0 ? oversight : services[step.which % services.length])?.round(NOW)
  }
}

async function settle(): Promise<void> {
  for (let did = 1; did > 0; ) {
    did = 0
    for (const service of services) did += await service.round(NOW)
  }
}
