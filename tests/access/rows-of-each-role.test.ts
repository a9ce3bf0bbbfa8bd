/**
 * Which children each role reaches: by the rule of its row in the matrix, in every service, through the gateway and without it.
 * A child that is not there and one that is not the asker's answer alike (security.md 10, rows 25 and 26).
 */
import { ceilingOf, MATRIX } from '@vigia/law/access-matrix'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anActor, type Graph } from '../support/asking.ts'
import {
  actorOf,
  CHILDREN,
  type ChildrenOfEachKind,
  COUNSEL,
  FILED,
  inOrder,
  LODGED_ONCE,
  type Name,
  openChildrenOfEachKind,
  SEEN,
  STUBS,
} from '../support/children-of-each-kind.ts'
import { daysAgo, localDay } from '../support/clock.ts'
import { POLICED, police } from '../support/policies.ts'
import type { ScratchDatabase } from '../support/scratch-database.ts'
import { settle } from '../support/settled.ts'

let database: ScratchDatabase
let graph: Graph
let world: ChildrenOfEachKind
let ids: ReadonlyMap<string, Name>
let places: string[]
/** The child of each alert, whoever may be told of it. */
let aboutWhom: ReadonlyMap<string, string>

beforeAll(async () => {
  world = await openChildrenOfEachKind()
  ;({ database, graph, ids } = world)
  places = (await database.query<{ id: string }>('select id from placements.facility')).map(({ id }) => id)
  const alerts = await database.query<{ id: string; child: string }>(
    'select id, child_id as child from oversight.alert where child_id is not null',
  )
  aboutWhom = new Map(alerts.map(({ id, child }) => [id, child]))
})
afterAll(() => world.stop())

/** What each service tells of a child, the scope of it, and of whom it has anything to tell. */
const TOLD = {
  placements: ['child:read', 'placements { edges { node { enteredAt } } }', LODGED_ONCE],
  representation: ['representation:read', 'ppnnaCase { openedAt }', FILED],
  returns: ['return:read', 'returns { departedAt }', CHILDREN],
} as const
const telling = Object.keys(TOLD).flatMap((service) =>
  Object.entries(SEEN).map(([role, seen]) => [role, service as keyof typeof TOLD, seen] as const),
)

describe.each(POLICED)('%s', (policed) => {
  beforeAll(() => police(database, policed))
  afterAll(() => police(database, 'with the policies of the database'))

  test.each(Object.entries(SEEN))('%s lists, counts and opens these children alone: %j', async (role, seen) => {
    const actor = actorOf(role)
    const { data } = await graph.ask(actor, '{ children(first: 100) { totalCount edges { node { id folio } } } }')
    const { children } = data as { children: { totalCount: number; edges: { node: { id: string } }[] } }
    const opened: Name[] = []
    for (const [id, name] of ids) {
      const one = await graph.ask(actor, `{ child(id: "${id}") { folio } }`)
      expect(one.errors).toBeUndefined()
      if ((one.data as { child: unknown }).child !== null) opened.push(name)
    }

    expect(inOrder(children.edges.map(({ node }) => ids.get(node.id)))).toEqual(inOrder(seen))
    expect(children.totalCount).toBe(seen.length)
    expect(inOrder(opened)).toEqual(inOrder(role === 'state-secretary' ? [...seen, ...STUBS] : seen))
  })

  test.each(telling)('%s is told by %s of these children alone: %j', async (role, service, seen) => {
    const [scope, selection, known] = TOLD[service]
    const actor = actorOf(role)
    const { data } = await graph.askService(
      service,
      { ...actor, scopes: [...actor.scopes, scope] },
      `query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on Child { id ${selection} } } }`,
      { keys: [...ids.keys()].map((id) => ({ __typename: 'Child', id })) },
    )
    const rows = (data as { _entities: { id: string }[] })._entities
    const told = rows.filter(({ id: _id, ...rest }) => /\d{4}-\d\d/.test(JSON.stringify(rest)))

    const expected = ceilingOf(actor.role).has(scope) ? known.filter((name) => seen.includes(name)) : []
    expect(inOrder(told.map(({ id }) => ids.get(id)))).toEqual(inOrder(expected))
  })

  test.each(Object.entries(SEEN))('%s is given lists of the stays of these children alone: %j', async (role, seen) => {
    const actor = actorOf(role)
    const asked = { ...actor, scopes: [...actor.scopes, 'location:read' as const] }
    const page = '(first: 100) { edges { node { child { id } } } }'
    const all = await graph.askService('placements', asked, `{ placements${page} }`)
    const inPlaces = await graph.askService(
      'placements',
      asked,
      `query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on Facility { placements${page} } } }`,
      { keys: places.map((id) => ({ __typename: 'Facility', id })) },
    )
    const told = (answer: unknown) =>
      inOrder([...JSON.stringify(answer).matchAll(/"child":{"id":"([^"]+)"/g)].map(([, id = '']) => ids.get(id)))

    // Each was in a centre of INM: who oversees bodies of the state is told of that by the child alone.
    const ofInm = MATRIX[actor.role].oversees === 'STATE' ? [] : LODGED_ONCE
    const expected = inOrder(ofInm.filter((name) => seen.includes(name)))
    expect(told(all.data)).toEqual(expected)
    const mayAskOfPlaces = ceilingOf(actor.role).has('location:read') && ceilingOf(actor.role).has('stats:read')
    if (mayAskOfPlaces) for (const name of told(inPlaces.data)) expect(expected).toContain(name)
  })

  test.each(['ombudsperson-state', 'ppnna-officer'] as const)(
    '%s is told of alerts about these children, about places and of the state alone',
    async (role) => {
      const all = await graph.askService('oversight', actorOf('federal-secretary'), ALERTS)
      const told = await graph.askService('oversight', actorOf(role), ALERTS)
      const [every, own] = [alertsIn(all.data), alertsIn(told.data)]
      const expected = every.filter(({ state, child }) => state.code === '07' && (!child || SEEN[role].includes(child)))

      expect(own).toEqual(expected)
      expect(own.length).toBeGreaterThan(3)
      expect(every.length).toBeGreaterThan(own.length)
      const { id } = every.find(({ child }) => child === 'not notified') ?? { id: '' }
      const one = await graph.askService('oversight', actorOf(role), `{ alert(id: "${id}") { kind } }`)
      expect([id === '', one.data]).toEqual([false, { alert: null }])
    },
  )
})

const ALERTS = '{ alerts(first: 100) { edges { node { id kind state { code } child { id } } } } }'
interface Told {
  id: string
  kind: string
  state: { code: string }
  child: Name | undefined
}
function alertsIn(data: unknown): Told[] {
  const { edges } = (data as { alerts: { edges: { node: Told & { child: { id: string } | null } }[] } }).alerts
  return edges.map(({ node }) => ({ ...node, child: ids.get(aboutWhom.get(node.id) ?? '') }))
}

test('counsel without a key, and a partner, see no child in any service', async () => {
  for (const actor of [
    anActor('independent-counsel', { org: 'Casa Alianza' }),
    anActor('partner', { scopes: COUNSEL.scopes }),
  ]) {
    const keys = [...ids.keys()].map((id) => ({ __typename: 'Child', id }))
    const { data } = await graph.askService(
      'children',
      actor,
      'query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on Child { folio } } }',
      { keys },
    )
    expect(JSON.stringify(data)).not.toContain('NNA-')
  }
})

test('counsel is told where its child is, and of a home neither name nor town nor door', async () => {
  const where =
    '{ children { edges { node { placements { edges { node { place { name type municipality address } } } } } } } }'
  const { data, errors } = await graph.ask(COUNSEL, where)
  const closed = await graph.ask(COUNSEL, where.replace(/place {[^}]*}/, 'facility { occupancy { childrenNow } }'))

  expect(errors).toBeUndefined()
  const told = JSON.stringify(data)
  expect(told).toContain('"name":"Albergue Xalapa"')
  expect(told).toMatch(/"municipality":null,"address":null/)
  expect(told).not.toContain('Prueba')
  expect(closed.status).toBe(403)
})

test('once the mandate ends, counsel sees the child no more; its word is told to every service', async () => {
  await world.mandate('with counsel', localDay(daysAgo(1)))
  await settle(graph.services.values(), database)

  expect((await graph.ask(COUNSEL, '{ children { totalCount } }')).data).toEqual({ children: { totalCount: 0 } })
  for (const service of ['placements', 'representation', 'returns']) {
    expect(await database.query(`select from ${service}.child_sight where parties && '{12345678}'`)).toEqual([])
  }
})

test('row 28: a cursor is good for its list and its actor alone, and unaltered', async () => {
  const secretary = anActor('state-secretary')
  const page = '{ children(first: 1) { pageInfo { endCursor } } }'
  const { data } = await graph.ask(secretary, page)
  const cursor = (data as { children: { pageInfo: { endCursor: string } } }).children.pageInfo.endCursor
  const after = (text: string, list = 'children') => `{ ${list}(first: 1, after: "${text}") { edges { cursor } } }`
  const altered = `${cursor.slice(0, -2)}${cursor.endsWith('AA') ? 'BB' : 'AA'}`

  expect((await graph.ask(secretary, after(cursor))).status).toBe(200)
  for (const [actor, question] of [
    [{ ...secretary, sub: 'somebody else' }, after(cursor)],
    [secretary, after(cursor, 'placements')],
    [secretary, after(altered)],
    [secretary, after('x')],
  ] as const) {
    const { status, errors } = await graph.ask(actor, question)
    expect([status, errors?.[0]?.extensions?.['code']]).toEqual([400, 'CURSOR_INVALID'])
  }
})

test('nor is it good for a list of the same rows at another place', async () => {
  const secretary = anActor('state-secretary')
  const { data } = await graph.ask(secretary, '{ placements(first: 1) { edges { cursor } } }')
  const [edge] = (data as { placements: { edges: { cursor: string }[] } }).placements.edges
  const { status, errors } = await graph.ask(
    secretary,
    `{ facilities(first: 1) { edges { node { placements(first: 1, after: "${edge?.cursor}") { edges { cursor } } } } } }`,
  )

  expect(edge?.cursor).toMatch(/./)
  expect([status, errors?.[0]?.extensions?.['code']]).toEqual([400, 'CURSOR_INVALID'])
})

test('row 27: a filter by what the asker may not read is refused, in the query and in a variable; without it the list is given', async () => {
  const federal = anActor('federal-secretary')
  const filtered = 'query ($filter: PlacementFilter) { placements(filter: $filter) { edges { node { enteredAt } } } }'
  const before = graph.asked()
  const written = await graph.ask(federal, '{ placements(filter: { state: "07" }) { edges { node { enteredAt } } } }')
  // What kind of place it is, or what the law makes of it, tells of a child where it is: an airport, a station.
  const closed = [{ state: '07' }, { facilityType: ['EPA'] }, { legalClass: ['PROHIBITED'] }]
  const inVariables = await Promise.all(closed.map((filter) => graph.ask(federal, filtered, { filter })))

  for (const { status, errors } of [written, ...inVariables]) {
    expect([status, errors?.[0]?.extensions?.['code'], errors?.[0]?.path]).toEqual([403, 'FORBIDDEN', ['placements']])
  }
  expect(graph.asked()).toBe(before)
  expect((await graph.ask(federal, filtered, { filter: { isOpen: true } })).status).toBe(200)
  for (const filter of closed) {
    const direct = await graph.askService('placements', federal, filtered, { filter })
    expect(direct.errors?.[0]?.extensions['code']).toBe('FORBIDDEN')
    expect(direct.data).toEqual({ placements: null })
  }
})

test('row 24: one closed field deep in a question is named, and nothing is run', async () => {
  const before = graph.asked()
  const { status, data, errors } = await graph.ask(
    anActor('federal-secretary'),
    '{ list: children { edges { node { folio where: placements { edges { node { at: facility { name } } } } } } } }',
  )

  expect([status, data, errors?.[0]?.extensions?.['code']]).toEqual([403, undefined, 'FORBIDDEN'])
  expect(errors?.[0]?.path).toEqual(['list', 'edges', 'node', 'where', 'edges', 'node', 'at'])
  expect(graph.asked()).toBe(before)
})
