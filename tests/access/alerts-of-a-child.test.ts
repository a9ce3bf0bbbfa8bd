/** The alerts of a child, as a part of its record: to each role those that the list of alerts gives it of that child, and no other. */
import type { Actor } from '@vigia/kit/actor'
import { ROLES, scopesOf } from '@vigia/law/access-matrix'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { entriesOf } from '../audit/reading-the-audit.ts'
import { anActor } from '../support/asking.ts'
import {
  actorOf,
  type ChildrenOfEachKind,
  type Name,
  openChildrenOfEachKind,
} from '../support/children-of-each-kind.ts'
import { POLICED, police } from '../support/policies.ts'

let world: ChildrenOfEachKind
beforeAll(async () => {
  world = await openChildrenOfEachKind()
})
afterAll(() => world.stop())

const TELLING = ROLES.filter((role) => scopesOf(role).includes('oversight:read'))
const TOLD_NOTHING = ROLES.filter((role) => !TELLING.includes(role))

interface Page {
  totalCount: number
  edges: { cursor: string; node: { id: string; kind: string } }[]
  pageInfo: { hasNextPage: boolean; endCursor: string | null }
}
const PAGE = 'totalCount edges { cursor node { id kind } } pageInfo { hasNextPage endCursor }'
const ENTITIES = (selection: string) =>
  `query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on Child { id ${selection} } } }`

const idOf = (wanted: Name) => [...world.ids].find(([, name]) => name === wanted)?.[0] ?? ''

/** By the door of federation, of all in one question: null where the list is refused. */
async function byDoor(actor: Actor, ids: readonly string[], args = ''): Promise<(Page | null)[]> {
  const keys = ids.map((id) => ({ __typename: 'Child', id }))
  const { data } = await world.graph.askService('oversight', actor, ENTITIES(`alerts${args} { ${PAGE} }`), { keys })
  return (data as { _entities: { alerts: Page | null }[] })._entities.map(({ alerts }) => alerts)
}

async function listed(actor: Actor, child: string, more = ''): Promise<Page> {
  const query = `{ alerts(first: 100, filter: { child: "${child}" ${more} }) { ${PAGE} } }`
  return ((await world.graph.askService('oversight', actor, query)).data as { alerts: Page }).alerts
}

const idsIn = (page: Page | null | undefined) => page?.edges.map(({ node }) => node.id)

describe.each(POLICED)('%s', (policed) => {
  beforeAll(() => police(world.database, policed))
  afterAll(() => police(world.database, 'with the policies of the database'))

  test.each(TELLING)('%s is told of each child what the list of alerts tells, and of a stub nothing', async (role) => {
    const actor = actorOf(role)
    const ids = [...world.ids.keys()]
    const pages = await byDoor(actor, ids, '(first: 100)')
    let told = 0
    for (const [i, id] of ids.entries()) {
      const [name, list] = [world.ids.get(id), await listed(actor, id)]
      const isStub = role === 'state-secretary' && name === 'passed through'
      expect([name, idsIn(pages[i])]).toEqual([name, isStub ? undefined : idsIn(list)])
      expect([name, pages[i]?.totalCount]).toEqual([name, isStub ? undefined : list.totalCount])
      told += list.totalCount
    }
    expect(told).toBeGreaterThan(3)
    expect(await byDoor(anActor(role, { states: ['09'] }), ids)).toMatchObject(ids.map(() => ({ totalCount: 0 })))
  })
})

test.each(TOLD_NOTHING)('to %s the alerts of a child are closed, of whomever it asks', async (role) => {
  const actor = { ...actorOf(role), scopes: [...actorOf(role).scopes, 'oversight:read' as const] }
  const id = idOf('lodged')
  const keys = [{ __typename: 'Child', id }]
  for (const asker of [actor, actorOf(role)]) {
    const direct = await world.graph.askService('oversight', asker, ENTITIES('alerts { totalCount }'), { keys })
    expect(direct.errors?.map(({ extensions }) => extensions['code'])).toContain('FORBIDDEN')
    expect(JSON.stringify(direct.data)).not.toContain('totalCount')
  }
  expect((await world.graph.ask(actorOf(role), `{ child(id: "${id}") { alerts { totalCount } } }`)).status).toBe(403)
})

test('one question tells of a child what all five services know, and the audit whose record it was', async () => {
  const id = idOf('filed')
  const { data, errors } = await world.graph.ask(
    actorOf('state-secretary'),
    `{ child(id: "${id}") { folio placements { totalCount } ppnnaCase { status } returns { standing }
       alerts(isOpen: true) { totalCount edges { node { kind citation since state { name } child { folio } } } } } }`,
    {},
    'all of one child',
  )
  const { child } = data as { child: { folio: string; alerts: { edges: { node: { child: { folio: string } } }[] } } }
  const told = (await entriesOf(world.database)).filter(({ request_id }) => request_id === 'all of one child')

  expect(errors).toBeUndefined()
  expect(child).toMatchObject({ placements: { totalCount: 1 }, ppnnaCase: {}, returns: [{}] })
  expect(child.alerts.edges.length).toBeGreaterThan(1)
  expect(new Set(child.alerts.edges.map(({ node }) => node.child.folio))).toEqual(new Set([child.folio]))
  expect(told.find(({ service }) => service === 'oversight')?.children).toEqual([id])
})

test('they come in pages of a stable order, open or not, of the kinds that are asked for', async () => {
  const [secretary, id] = [actorOf('state-secretary'), idOf('lodged')]
  const all = await listed(secretary, id)
  const walked: string[] = []
  for (let after: string | null = ''; after !== null; ) {
    const [page] = await byDoor(secretary, [id], `(first: 1${after ? `, after: "${after}"` : ''})`)
    walked.push(...(idsIn(page) ?? []))
    expect(page?.totalCount).toBe(all.totalCount)
    after = page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null
  }
  const [kind] = all.edges.map(({ node }) => node.kind)

  expect(walked.length).toBeGreaterThan(2)
  expect(walked).toEqual(idsIn(all))
  for (const [args, filter] of [
    ['(isOpen: true)', 'isOpen: true'],
    ['(isOpen: false)', 'isOpen: false'],
    [`(kind: [${kind}])`, `kind: [${kind}]`],
  ] as const)
    expect((await byDoor(secretary, [id], args)).map(idsIn)).toEqual([idsIn(await listed(secretary, id, filter))])
  const refused = await world.graph.ask(secretary, `{ child(id: "${id}") { alerts(first: 101) { totalCount } } }`)
  expect(refused.errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT')
})

test('of kinds that tell what the asker may not read of a child, none is listed', async () => {
  const kindsFor = async (actor: Actor, args = '') =>
    (await byDoor(actor, [...world.ids.keys()], args)).flatMap((page) => page?.edges.map(({ node }) => node.kind) ?? [])

  expect(await kindsFor(actorOf('state-secretary'))).toContain('NOT_REPRESENTED')
  expect(await kindsFor(actorOf('federal-secretary'))).not.toContain('NOT_REPRESENTED')
  expect(await kindsFor(actorOf('federal-secretary'), '(kind: [NOT_REPRESENTED])')).toEqual([])
})

test('nor does an alert that names a stub lead to the others of the child', async () => {
  const { data, errors } = await world.graph.ask(
    actorOf('state-secretary'),
    `{ alerts(filter: { child: "${idOf('passed through')}" }) { edges { node { kind child { alerts { totalCount } } } } } }`,
  )

  expect((data as { alerts: { edges: unknown[] } }).alerts.edges.length).toBeGreaterThan(0)
  expect(new Set(errors?.map(({ extensions }) => extensions?.['code']))).toEqual(new Set(['FORBIDDEN']))
  expect(JSON.stringify(data)).not.toContain('totalCount')
})
