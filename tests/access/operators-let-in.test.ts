/**
 * An operator of the database in the place of a value, as `{ "not": "" }` for an id: at the gateway no question, and in a service, whose
 * doors of federation take keys of any form, a key of nobody. No row comes by it, and the answer tells of nothing inside.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Desk, openDesk } from '../intake/desk.ts'
import { anActor, type Graph, openGraph } from '../support/asking.ts'
import { aDetection, aStay } from '../support/builders/inm.ts'
import { settle } from '../support/settled.ts'
import { SERVICES } from '../support/source-files.ts'

let desk: Desk
let graph: Graph
beforeAll(async () => {
  desk = await openDesk()
  const [own, foreign] = [aDetection(), aDetection({ ENTIDAD: 'Veracruz' })]
  await desk.send('children/detections', [own, foreign])
  await desk.tell()
  const there = { ENTIDAD: 'Veracruz', 'NOMBRE DEL LUGAR': 'Centro Acayucan' }
  await desk.send('placements/stays', [aStay(own.ACTA), aStay(foreign.ACTA, there)])
  graph = await openGraph(desk.database)
  await settle(graph.services.values(), desk.database)
})
afterAll(async () => {
  await graph.stop()
  await desk.close()
})

const OPERATORS: readonly [string, unknown][] = [
  ['not', { not: '' }],
  ['contains', { contains: '' }],
  ['gt', { gt: '00000000-0000-0000-0000-000000000000' }],
  ['in', { in: [] }],
  ['OR', { OR: [{}] }],
  ['a list', [['x']]],
  ['null', null],
  ['a truth', true],
]
const SECRETARY = anActor('state-secretary')

describe('at the gateway', () => {
  const ASKED: readonly [string, string, (value: unknown) => object][] = [
    ['an id', 'query ($v: ID!) { child(id: $v) { id } }', (v) => ({ v })],
    ['a code', 'query ($v: ID!) { state(code: $v) { code } }', (v) => ({ v })],
    ['a place', 'query ($v: ID!) { facility(id: $v) { id } }', (v) => ({ v })],
    ['a page', 'query ($v: String!) { children(after: $v) { totalCount } }', (v) => ({ v })],
    [
      'a nationality',
      'query ($v: ChildFilter!) { children(filter: $v) { totalCount } }',
      (nationality) => ({ v: { nationality: [nationality] } }),
    ],
    [
      'a day',
      'query ($v: ChildFilter!) { children(filter: $v) { totalCount } }',
      (from) => ({ v: { period: { from, to: '2026-01-01' } } }),
    ],
    ['a filter', 'query ($v: ChildFilter!) { children(filter: $v) { totalCount } }', (v) => ({ v })],
  ]

  test.each(
    ASKED.flatMap(([what, query, at]) => OPERATORS.map(([operator, v]) => [operator, what, query, at(v)] as const)),
  )('%s for %s is no question, and no service is asked', async (_operator, _what, query, variables) => {
    const before = graph.asked()

    const answer = await graph.ask(SECRETARY, query, variables as Record<string, unknown>)

    expect([answer.status, answer.errors?.[0]?.extensions?.['code']]).toEqual([400, 'BAD_USER_INPUT'])
    expect(graph.asked()).toBe(before)
  })

  test.each([
    '{ child(id: { not: "" }) { id } }',
    '{ children(filter: { state: { not: "30" } }) { totalCount } }',
    '{ children(filter: { OR: [{ state: "30" }] }) { totalCount } }',
    '{ children(filter: { nationality: { not: "HND" } }) { totalCount } }',
  ])('nor is it in words: %s', async (query) => {
    const answer = await graph.ask(SECRETARY, query)

    expect([answer.status, answer.errors?.[0]?.extensions?.['code']]).toEqual([400, 'GRAPHQL_VALIDATION_FAILED'])
  })
})

const OF_STATES: Readonly<Record<(typeof SERVICES)[number], string>> = {
  children: 'population',
  placements: 'detention { heldNow }',
  representation: 'casework { unprocessed }',
  returns: 'returns(period: { from: "2026-01-01", to: "2026-01-31" }) { total }',
  oversight: 'openAlerts { count }',
}

describe.each(SERVICES)('asked directly, %s', (service) => {
  test.each(OPERATORS)('takes %s in the place of a key for nobody’s', async (_operator, value) => {
    const schema = graph.services.get(service)?.schema
    const entities = [
      ['Child', 'id', 'id'],
      ['Facility', 'id', 'id'],
      ['State', 'code', OF_STATES[service]],
    ].filter(([type = '']) => schema?.getType(type))
    for (const [type = '', key = '', fields] of entities) {
      const query = `query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on ${type} { ${fields} } } }`
      const { data } = await graph.askService(service, SECRETARY, query, { keys: [{ __typename: type, [key]: value }] })

      const [told] = (data as { _entities: (object | null)[] })._entities
      expect({ type, told: Object.values(told ?? {}).filter((one) => one !== null) }).toEqual({ type, told: [] })
    }
  })
})
