/** A gate that nobody can answer is shut, and says no more than one that is shut for a reason (security.md 7). */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anActor, type Graph, openGraph } from '../support/asking.ts'
import { aDetection } from '../support/builders/inm.ts'
import { aCase, aDetermination } from '../support/builders/ppnna.ts'
import { feedsOf } from '../support/feeds.ts'
import { type ScratchDatabase, scratchDatabase } from '../support/scratch-database.ts'
import { settle } from '../support/settled.ts'

const INM = anActor('inm-officer', { org: 'INM-07' })

let database: ScratchDatabase
let graph: Graph
let number: string
beforeAll(async () => {
  database = await scratchDatabase()
  graph = await openGraph(database)
  const feeds = feedsOf(database.url)
  const detection = aDetection()
  const file = aCase(detection.ACTA)
  number = detection.ACTA
  await feeds.takeIn('children/detections', [detection])
  await settle(graph.services.values(), database)
  await feeds.takeIn('representation/protection-cases', [file], { state: '07' })
  await feeds.takeIn('representation/determinations', [aDetermination(file.FOLIO)], { state: '07' })
  await settle(graph.services.values(), database)
  await feeds.stop()
})
afterAll(async () => {
  await graph.stop()
  await database.drop()
})

const RETURN = 'returnGate(number: $number) { answer documentNumber documentDate }'
const CONSULATE = 'consularContactGate(number: $number) { answer }'
const ask = (selection: string, of = number, declared = '($number: String!)') =>
  graph.ask(INM, `query ${declared} { ${selection} }`, { number: of })

/** In the order of the story: what is broken stays so. */
const FAULTS = [
  ['its table is gone', 'alter view returns.gate_of_return rename to gone'],
  ['its audit cannot be written', 'alter function audit.record rename to gone'],
] as const

test('given a service that answers, the gate is open', async () => {
  expect((await ask(RETURN)).data).toMatchObject({ returnGate: { answer: 'PERMITTED' } })
})

test.each(FAULTS)('given a service of which %s, gates are shut as for a number of nobody', async (_what, fault) => {
  const shut = [RETURN, CONSULATE, `${RETURN} ${CONSULATE}`, `one: ${RETURN} two: ${RETURN}`, `__typename ${RETURN}`]
  const ofNobody = await Promise.all(shut.map((selection) => ask(selection, 'INM/07/2026/9999999')))
  await database.query(fault)

  for (const [i, selection] of shut.entries()) {
    expect(JSON.stringify(await ask(selection))).toBe(JSON.stringify(ofNobody[i]))
  }
  expect((await ask(`...G } fragment G on Query { ${CONSULATE}`)).data).toEqual({
    consularContactGate: { answer: 'NOT_PERMITTED' },
  })
})

test('what else was asked for is still missing, and said to be', async () => {
  const { data, errors } = await ask(`${CONSULATE} returnReceipts { edges { node { number } } }`)

  expect(data).toEqual({ consularContactGate: { answer: 'NOT_PERMITTED' }, returnReceipts: null })
  expect(errors?.map(({ extensions }) => extensions?.['code'])).toEqual(['SUBGRAPH_UNAVAILABLE'])
})
