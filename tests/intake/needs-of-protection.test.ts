/** A need of protection that INM or DIF writes down is sealed, and raises what it has to all the same: COMAR is told, the consulate is not, the term to claim runs. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anActor, type Graph, openGraph } from '../support/asking.ts'
import { aDetection, type Detection } from '../support/builders/inm.ts'
import { daysAgo, hoursAgo, localDay, written, writtenDay } from '../support/clock.ts'
import { type Feeds, feedsOf } from '../support/feeds.ts'
import { type ScratchDatabase, scratchDatabase } from '../support/scratch-database.ts'
import { settle } from '../support/settled.ts'

const SIGNS = 'INDICIOS DE PROTECCIÓN'
const RESULT = 'RESULTADO DE EVALUACIÓN INICIAL'

let database: ScratchDatabase
let graph: Graph
let feeds: Feeds
beforeAll(async () => {
  database = await scratchDatabase()
  graph = await openGraph(database)
  feeds = feedsOf(database.url)
})
afterAll(async () => {
  await feeds.stop()
  await graph.stop()
  await database.drop()
})

/** Found 30 days ago, ten days after the entry, in a state of its own. */
const found = (state: string, more: Readonly<Record<string, string>>): Detection =>
  aDetection({ ENTIDAD: state, 'INGRESO AL PAÍS': writtenDay(daysAgo(100)), ...more })

async function told(rows: Detection[], daysBack = 0): Promise<string | null> {
  const taken = await feeds.takeIn('children/detections', rows, { cutoff: localDay(daysAgo(daysBack)) })
  await settle(graph.services.values(), database)
  return taken.batchId
}

async function openIn(state: string): Promise<string[]> {
  const kinds = '[COMAR_NOT_NOTIFIED, CONSULATE_CONTACTED, ASYLUM_CLAIM_DUE]'
  const { data, errors } = await graph.ask(
    anActor('state-secretary', { states: [state] }),
    `{ alerts(filter: { kind: ${kinds}, isOpen: true }) { edges { node { number severity } } } }`,
  )
  expect(errors).toBeUndefined()
  const { edges } = (data as { alerts: { edges: { node: { number: string; severity: string } }[] } }).alerts
  return edges.map(({ node }) => `${node.number} ${node.severity}`).sort()
}

test('signs that INM writes down raise what they have to, and what tells of none takes it back', async () => {
  const row = found('Chiapas', { [SIGNS]: 'SÍ', 'AVISO A CONSULADO': written(hoursAgo(20)) })
  await told([row], 3)
  const seen = await openIn('07')
  await told([{ ...row, [SIGNS]: '', 'FECHA DE ENTREVISTA': written(hoursAgo(30)) }], 2)
  const blank = await openIn('07')
  await told([{ ...row, [SIGNS]: 'NO' }], 1)

  expect(seen).toEqual(['A08 RED', 'A09 CRITICAL', 'A22 CRITICAL'])
  expect(blank).toEqual(seen)
  expect(await openIn('07')).toEqual([])
})

test('so does a need that the evaluation of DIF found, beside what INM had seen, until its file is withdrawn', async () => {
  const row = found('Veracruz', { [SIGNS]: 'NO' })
  await told([row], 3)
  const before = await openIn('30')
  const evaluated = {
    'FECHA DE EVALUACIÓN INICIAL': writtenDay(daysAgo(20)),
    [RESULT]: 'Con indicios de protección internacional',
  }
  const batch = await told([{ ...row, [SIGNS]: '', ...evaluated }], 2)
  const needed = await openIn('30')
  await feeds.withdraw('children/detections', batch)
  await settle(graph.services.values(), database)

  expect([before, needed]).toEqual([[], ['A08 RED', 'A22 CRITICAL']])
  expect(await openIn('30')).toEqual([])
})
