/**
 * Everything that INM may ask, made from the schema and by hand, of two registries that differ only in what protection recorded:
 * the same bytes, and the same statements sent to the database, so that no clock tells what the answer hides (security.md 3.8).
 */
import { buildSchema } from 'graphql'
import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { accessMapOf } from '../../gateway/src/graph/access-map.ts'
import { anActor, type Graph } from '../support/asking.ts'
import { questionOf, type Step, waysOf } from '../support/questions.ts'
import { read } from '../support/source-files.ts'
import { type Twins, twinRegistries } from './twin-registries.ts'

const INM = anActor('inm-officer', { org: 'INM-07', states: ['07', '30'] })
const API = buildSchema(read('gateway/api.graphql'))
const MAP = accessMapOf(read('gateway/supergraph.graphql'))

let twins: Twins
beforeAll(async () => {
  twins = await twinRegistries()
})
afterAll(() => twins.stop())

const mayAsk = ({ type, field }: Step) =>
  (MAP.field(type, field.name) ?? [['none']]).flat(2).every((scope) => INM.scopes.some((held) => held === scope))

const LISTS = {
  detectionReceipts:
    'number detectedAt state municipality municipalityKey authority detectionType ageGroup accompaniment',
  stayRecords: 'enteredAt leftAt exitType fileName line takenAt',
  returnReceipts: 'number departedAt state returnType destination mode exitPoint receivingAuthority',
  returnPlanReceipts: 'number plannedOn state returnType destination fileName line takenAt',
}
const PAGES = ['first: 1', 'first: 2', 'last: 1', 'first: 100', 'first: 0', 'first: 101', 'last: -1', 'after: "x"']
const BAD = [
  '{ returnGate { answer } }',
  '{ returnGate(number: 7) { answer } }',
  '{ consularContactGate(number: null) }',
]

/** What INM writes is kept alike, whatever there is to answer to. */
const answering = (number: string) =>
  `mutation { answerByNumber(input: { number: "${number}", text: "Se entregó al DIF el mismo día" }) { number } }`
const OF_NO_ALERT =
  'mutation { answerAlert(input: { id: "01a215ea-b276-7ec7-b4a2-4d0496beb326", text: "Se entregó al DIF el mismo día" }) { id } }'

function questions(): string[] {
  const { recorded, other, ofVeracruz, returned, toldByOthers } = twins.actas
  const ways = [...waysOf(API).values()].filter((way) => way.every(mayAsk)).map(questionOf)
  const pages = Object.entries(LISTS).flatMap(([list, fields]) =>
    PAGES.map(
      (page) => `{ ${list}(${page}) { pageInfo { hasNextPage endCursor } edges { cursor node { ${fields} } } } }`,
    ),
  )
  const mine = [recorded, other, ofVeracruz, returned, toldByOthers]
  const gates = [...mine, 'INM/07/2026/9999999', 'nothing', '\\u0007'].flatMap((number) => [
    `{ returnGate(number: "${number}") { answer documentNumber documentDate } }`,
    `{ consularContactGate(number: "${number}") { answer } }`,
  ])
  const answers = [...mine, 'INM/07/2026/9999999'].map(answering)
  return [...ways, ...pages, ...gates, ...answers, OF_NO_ALERT, ...BAD]
}

interface Heard {
  answer: string
  statements: string[]
}

/** What is answered, and what the database was asked for it. Services of one registry answer beside one another, in any order. */
async function hear(graph: Graph, query: string): Promise<Heard> {
  const sent = vi.spyOn(pg.Client.prototype, 'query')
  const answer = JSON.stringify(await graph.ask(INM, query))
  const statements = sent.mock.calls.map(([first]) => textOf(first)).sort()
  sent.mockRestore()
  return { answer, statements }
}

const textOf = (first: unknown): string =>
  typeof first === 'string' ? first : String((first as { text?: unknown }).text ?? '')

test('INM is answered alike, and the database is asked alike, whatever it asks', async () => {
  const all = questions()
  const { plain, protecting } = twins
  expect(all.length).toBeGreaterThan(100)
  let answered = 0
  for (const query of all) {
    const [there, here] = [await hear(plain.graph, query), await hear(protecting.graph, query)]
    expect({ query, ...here }).toEqual({ query, ...there })
    if (there.statements.length > 0) answered += 1
  }
  expect(answered).toBeGreaterThan(50)
})

test('a gate that is open stays so whatever others tell, and one that a return of INM has shut stays shut', async () => {
  const { returned, toldByOthers } = twins.actas
  for (const { graph } of [twins.plain, twins.protecting]) {
    const answers = [returned, toldByOthers].map(async (number) => {
      const { data } = await graph.ask(INM, `{ returnGate(number: "${number}") { answer } }`)
      return (data as { returnGate: { answer: string } }).returnGate.answer
    })
    expect(await Promise.all(answers)).toEqual(['NOT_PERMITTED', 'PERMITTED'])
  }
})

test('a number that is refused costs the database as much as one of nobody', async () => {
  const { recorded, ofVeracruz } = twins.actas
  const ofChiapas = { ...INM, states: ['07'] }
  const statements: string[][] = []
  for (const number of [recorded, ofVeracruz, 'INM/07/2026/9999999']) {
    const sent = vi.spyOn(pg.Client.prototype, 'query')
    await twins.protecting.graph.ask(ofChiapas, `{ returnGate(number: "${number}") { answer } }`)
    statements.push(sent.mock.calls.map(([first]) => textOf(first)))
    sent.mockRestore()
  }

  expect(statements[1]).toEqual(statements[0])
  expect(statements[2]).toEqual(statements[0])
  expect(statements[0]?.length).toBeGreaterThan(1)
})

const ROUNDS = 40

test('the middle of the times is told, and judged by nobody', async () => {
  const medians: number[] = []
  for (const { graph } of [twins.plain, twins.protecting]) {
    const times: number[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      const began = performance.now()
      await graph.ask(INM, `{ returnGate(number: "${twins.actas.recorded}") { answer } }`)
      times.push(performance.now() - began)
    }
    medians.push(times.toSorted((one, other) => one - other)[ROUNDS / 2] ?? 0)
  }
  console.info(`returnGate, the middle of ${ROUNDS}: ${medians.map((ms) => ms.toFixed(2)).join(' ms and ')} ms`)

  expect(medians).toHaveLength(2)
})
