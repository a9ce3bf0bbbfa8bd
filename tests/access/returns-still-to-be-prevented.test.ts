/** Whoever opens an alert about a return is told whether it can still be prevented, and for which day it is planned. */
import { addDays } from '@vigia/law/local-dates'
import { localDateOf } from '@vigia/law/mexican-time'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anActor, type Graph, openGraph } from '../support/asking.ts'
import { aDetection, aReturn } from '../support/builders/inm.ts'
import { daysAgo, written } from '../support/clock.ts'
import { feedsOf } from '../support/feeds.ts'
import { type ScratchDatabase, scratchDatabase } from '../support/scratch-database.ts'
import { settle } from '../support/settled.ts'

const DAY = addDays(localDateOf(new Date()), 4)
const inFile = (day: string) => day.split('-').reverse().join('/')

let database: ScratchDatabase
let graph: Graph
beforeAll(async () => {
  database = await scratchDatabase()
  graph = await openGraph(database)
  const feeds = feedsOf(database.url)
  const found = { 'FECHA Y HORA': written(daysAgo(30)), 'AVISO A PPNNA': written(daysAgo(30)) }
  const [one, two] = [aDetection(found), aDetection(found)]
  await feeds.takeIn('children/detections', [one, two])
  await feeds.takeIn('returns/executed-returns', [
    aReturn(one.ACTA, { 'FECHA Y HORA DE SALIDA': '', 'FECHA PROGRAMADA': inFile(DAY) }),
    aReturn(two.ACTA),
  ])
  await settle(graph.services.values(), database)
  await feeds.stop()
})
afterAll(async () => {
  await graph.stop()
  await database.drop()
})

interface Listed {
  alerts: { edges: { node: { isPlanned: boolean | null; plannedOn: string | null } }[] }
}
const listed = async (kind: string) => {
  const query = `{ alerts(filter: { kind: [${kind}] }) { edges { node { isPlanned plannedOn } } } }`
  const { data, errors } = await graph.ask(anActor('federal-secretary'), query)
  expect(errors).toBeUndefined()
  return (data as Listed).alerts.edges.map(({ node }) => node)
}

test('a plan says so and for which day; a return that was carried out that it was', async () => {
  const returns = await listed('RETURN_WITHOUT_DETERMINATION')

  expect(returns).toHaveLength(2)
  expect(returns).toContainEqual({ isPlanned: true, plannedOn: DAY })
  expect(returns).toContainEqual({ isPlanned: false, plannedOn: null })
})

test('what is of no return says nothing of one, and a partner is not told', async () => {
  const others = await listed('CASE_NOT_PROCESSED')
  const { status } = await graph.ask(anActor('partner'), '{ alerts { edges { node { isPlanned } } } }')

  expect(others.length).toBeGreaterThan(0)
  expect(others.every(({ isPlanned, plannedOn }) => isPlanned === null && plannedOn === null)).toBe(true)
  expect(status).toBe(403)
})
