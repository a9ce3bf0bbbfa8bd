/** By which fact an alert ended is told to who oversees one side as the act itself is: of an act of others its local day, and no hour. */
import type { Actor } from '@vigia/kit/actor'
import { instantOf, localDateOf } from '@vigia/law/mexican-time'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anActor, type Graph, openGraph } from '../support/asking.ts'
import { aDetection, aReturn, aStay } from '../support/builders/inm.ts'
import { aCase } from '../support/builders/ppnna.ts'
import { hoursAgo, written, writtenDay } from '../support/clock.ts'
import { feedsOf } from '../support/feeds.ts'
import { type ScratchDatabase, scratchDatabase } from '../support/scratch-database.ts'
import { settle } from '../support/settled.ts'

const LEFT = hoursAgo(80)
const DEPARTED = hoursAgo(75)
const found = aDetection({ 'FECHA Y HORA': written(hoursAgo(200)), 'AVISO A PPNNA': written(hoursAgo(199)) })
const file = aCase(found.ACTA, { 'FECHA DE APERTURA': writtenDay(hoursAgo(180)) })
const held = {
  ...{ 'NOMBRE DEL LUGAR': 'Estación Tapachula', 'TIPO DE LUGAR': 'Estación migratoria' },
  ...{ INGRESO: written(hoursAgo(198)), EGRESO: written(LEFT), 'TIPO DE EGRESO': 'Traslado' },
}
/** Held from ten to three of one day. */
const DAY = instantOf(localDateOf(hoursAgo(100))).getTime()
const [TEN, THREE] = [new Date(DAY + 10 * 3_600_000), new Date(DAY + 15 * 3_600_000)]
const briefly = aDetection({ 'FECHA Y HORA': written(hoursAgo(200)), 'AVISO A PPNNA': written(hoursAgo(199)) })

let database: ScratchDatabase
let graph: Graph
beforeAll(async () => {
  database = await scratchDatabase()
  graph = await openGraph(database)
  const feeds = feedsOf(database.url)
  await feeds.takeIn('children/detections', [found, briefly])
  const within = { ...held, INGRESO: written(TEN), EGRESO: written(THREE) }
  await feeds.takeIn('placements/stays', [aStay(found.ACTA, held), aStay(briefly.ACTA, within)])
  await feeds.takeIn('representation/protection-cases', [file], { state: '07' })
  await settle(graph.services.values(), database)
  await feeds.takeIn('returns/executed-returns', [aReturn(found.ACTA, { 'FECHA Y HORA DE SALIDA': written(DEPARTED) })])
  await settle(graph.services.values(), database)
  await feeds.stop()
})
afterAll(async () => {
  await graph.stop()
  await database.drop()
})

/** When each fact happened that ended an alert, as somebody is told. */
async function endingsFor(actor: Actor): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const { data, errors } = await graph.ask(
    actor,
    '{ alerts(first: 100) { edges { node { resolvedBy { fact at } } } } }',
  )
  expect(errors).toBeUndefined()
  const { edges } = (data as { alerts: { edges: { node: { resolvedBy: Ending | null } }[] } }).alerts
  const endings = edges.flatMap(({ node: { resolvedBy } }) => resolvedBy ?? [])
  const byFact = Map.groupBy(endings, ({ fact }) => fact)
  return new Map([...byFact].map(([fact, all]) => [fact, new Set(all.map(({ at }) => at))]))
}
interface Ending {
  fact: string
  at: string
}

const toTheMinute = (at: Date) => new Date(Math.floor(at.getTime() / 60_000) * 60_000).toISOString()
const toTheDay = (at: Date) => instantOf(localDateOf(at)).toISOString()

test.each([
  ['the commission of the state, to which both are acts of INM,', 'ombudsperson-state', toTheDay, TEN],
  ['the national one, whose acts both are,', 'ombudsperson-federal', toTheMinute, THREE],
  ['the Procuraduría, which oversees no side,', 'ppnna-officer', toTheMinute, THREE],
] as const)('%s is told when the child left the station, and the country', async (_who, role, told, ofTheDay) => {
  const endings = await endingsFor(anActor(role))

  // What began and ended within one day is not told to have ended before it began.
  expect(endings.get('stay')).toEqual(new Set([told(LEFT), ofTheDay.toISOString()]))
  expect(endings.get('executed_return')).toEqual(new Set([told(DEPARTED)]))
})
