/**
 * The firewall (security.md 3.8): from what INM may ask no way leads to a child, and nothing that it is answered changes with
 * what protection recorded. Two registries, the same in all that INM sent, are asked the same questions.
 */
import { buildSchema } from 'graphql'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accessMapOf } from '../../gateway/src/graph/access-map.ts'
import { anActor, type Graph } from '../support/asking.ts'
import { aDetection } from '../support/builders/inm.ts'
import { hoursAgo, written } from '../support/clock.ts'
import { feedsOf } from '../support/feeds.ts'
import { questionOf, type Step, waysOf } from '../support/questions.ts'
import { read } from '../support/source-files.ts'
import { type Twins, twinRegistries } from './twin-registries.ts'

const INM = anActor('inm-officer', { org: 'INM' })
const API = buildSchema(read('gateway/api.graphql'))
const MAP = accessMapOf(read('gateway/supergraph.graphql'))

const RECEIPTS = [
  '{ detectionReceipts(first: 100) { pageInfo { endCursor } edges { cursor node { number detectedAt state municipality municipalityKey authority detectionType ageGroup accompaniment ppnnaNotifiedAt difNotifiedAt fileName line takenAt } } } }',
  '{ stayRecords(first: 100) { pageInfo { endCursor hasNextPage } edges { cursor node { enteredAt leftAt exitType fileName line takenAt } } } }',
  '{ returnReceipts(first: 100) { edges { cursor node { number departedAt state returnType destination mode exitPoint receivingAuthority fileName line takenAt } } } }',
  '{ returnPlanReceipts(first: 100) { edges { cursor node { number plannedOn state returnType destination fileName line takenAt } } } }',
  '{ detectionReceipts(filter: { state: "07", period: { from: "2020-01-01", to: "2030-12-31" } }) { pageInfo { hasNextPage } edges { cursor node { number detectedAt ageGroup accompaniment fileName takenAt } } } }',
  '{ stayRecords(filter: { state: "07", period: { from: "2020-01-01", to: "2030-12-31" } }) { pageInfo { hasNextPage } edges { cursor node { enteredAt leftAt exitType fileName takenAt } } } }',
]

let twins: Twins
let graphs: Graph[]
beforeAll(async () => {
  twins = await twinRegistries()
  graphs = [twins.plain.graph, twins.protecting.graph]
})
afterAll(() => twins.stop())

const mayAsk = ({ type, field }: Step) => {
  const scopes = (MAP.field(type, field.name) ?? [['none']]).flat(2)
  return scopes.every((scope) => INM.scopes.some((held) => held === scope))
}

test('from no root field that INM may ask does a way lead to a child, or to anything protected', () => {
  const open = [...waysOf(API).values()].filter((way) => way.every(mayAsk))
  const types = new Set(open.flat().map(({ type }) => type))
  const groups = new Set(open.flat().flatMap(({ type, field }) => (MAP.field(type, field.name) ?? []).flat(2)))

  expect([...groups].sort()).toEqual(['gate:read', 'public:read', 'receipt:read'])
  for (const closed of ['Child', 'Placement', 'ProtectionCase', 'Facility', 'Determination', 'AsylumClaim']) {
    expect(types).not.toContain(closed)
  }
  expect([...types]).toEqual(expect.arrayContaining(['DetectionReceipt', 'ReturnGate', 'ConsularContactGate']))
})

test('no field of a receipt or of a gate leads to a record', () => {
  for (const [name, way] of waysOf(API)) {
    if (!/^(\w+Receipt|StayRecord|\w+Gate)\./.test(name)) continue
    const type = String(way.at(-1)?.field.type).replace(/[[\]!]/g, '')
    expect(API.getType(type)?.constructor.name).toMatch(/Scalar|Enum/)
  }
})

test('in the second registry the DIF has changed the very stay that INM sent', async () => {
  const ended = 'select from placements.stay where left_at is not null'

  const databases = [twins.plain.database, twins.protecting.database]
  expect(await Promise.all(databases.map(async (one) => (await one.query(ended)).length))).toEqual([0, 1])
})

test.each(RECEIPTS)('twin registries answer INM alike, byte by byte: %s', async (query) => {
  const [there, here] = await Promise.all(graphs.map((graph) => graph.ask(INM, query)))

  expect(there?.errors).toBeUndefined()
  expect(JSON.stringify(there).length).toBeGreaterThan(150)
  expect(JSON.stringify(here)).toBe(JSON.stringify(there))
})

test('row 53: twin registries refuse INM alike, byte by byte, whatever it asks', async () => {
  for (const way of waysOf(API).values()) {
    if (way.every(mayAsk)) continue
    const [there, here] = await Promise.all(graphs.map((graph) => graph.ask(INM, questionOf(way))))
    expect(JSON.stringify(here)).toBe(JSON.stringify(there))
  }
})

test('asked directly, without the gateway, every service shows INM none of both children', async () => {
  const { graph, database } = twins.protecting
  const [{ id } = { id: '' }] = await database.query<{ id: string }>('select id from children.child limit 1')
  const doors = [
    ['children', 'folio'],
    ['placements', 'placements { totalCount }'],
    ['representation', 'ppnnaCase { openedAt }'],
    ['returns', 'returns { departedAt }'],
  ] as const
  for (const [service, selection] of doors) {
    const every = { ...INM, scopes: anActor('state-secretary').scopes }
    const answer = await graph.askService(
      service,
      every,
      `query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on Child { ${selection} } } }`,
      { keys: [{ __typename: 'Child', id }] },
    )
    expect(JSON.stringify(answer?.data)).not.toMatch(/NNA-|20\d\d-|[1-9]\d*}/)
  }
})

test('row 54: a detection of a child who is known answers like one of a child who is not', async () => {
  const acta = '{ detectionReceipts(first: 1) { edges { node { detectedAt state ageGroup line } } } }'
  const found = { 'FECHA Y HORA': written(hoursAgo(1)), 'AVISO A PPNNA': '', NUE: 'N123456789' }
  const answers: string[] = []
  for (const { graph, database } of [twins.plain, twins.protecting]) {
    const feeds = feedsOf(database.url)
    await feeds.takeIn('children/detections', [aDetection(found)])
    await feeds.stop()
    answers.push(JSON.stringify(await graph.ask(INM, acta)))
  }

  expect(answers[1]).toBe(answers[0])
})
