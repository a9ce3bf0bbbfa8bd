/** The list of returns, as each role reads it: those of the children whom it may know of, the same with the policies of the database and without. */
import { ROLES, scopesOf } from '@vigia/law/access-matrix'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { entriesOf } from '../audit/reading-the-audit.ts'
import { anActor } from '../support/asking.ts'
import {
  actorOf,
  type ChildrenOfEachKind,
  inOrder,
  openChildrenOfEachKind,
  SEEN,
} from '../support/children-of-each-kind.ts'
import { POLICED, police } from '../support/policies.ts'

const READING = ROLES.filter((role) => scopesOf(role).includes('return:read')) as (keyof typeof SEEN)[]
const OTHERS = ROLES.filter((role) => !scopesOf(role).includes('return:read'))
/** It oversees bodies of a state, and returns are acts of INM. */
const COMMISSION = 'ombudsperson-state'

let world: ChildrenOfEachKind
beforeAll(async () => {
  world = await openChildrenOfEachKind()
})
afterAll(() => world.stop())

interface Listed {
  edges: { node: { departedAt: string; standing: string; child: { id: string } } }[]
  pageInfo: { hasNextPage: boolean; endCursor: string | null }
}
const NODE = 'departedAt standing child { id }'

async function page(role: string, args = 'first: 100'): Promise<Listed> {
  const query = `{ returns(${args}) { edges { node { ${NODE} } } pageInfo { hasNextPage endCursor } } }`
  const { data, errors } = await world.graph.ask(actorOf(role), query)
  expect(errors).toBeUndefined()
  return (data as { returns: Listed }).returns
}
const namesIn = ({ edges }: Listed) => inOrder(edges.map(({ node }) => world.ids.get(node.child.id)))

describe.each(POLICED)('%s', (policed) => {
  beforeAll(() => police(world.database, policed))
  afterAll(() => police(world.database, 'with the policies of the database'))

  test.each(READING)('%s is listed the returns of the children whom it may know of', async (role) => {
    const listed = await page(role)

    expect(namesIn(listed)).toEqual(role === COMMISSION ? [] : SEEN[role])
    expect(listed.edges.map(({ node }) => node.departedAt)).toEqual(
      listed.edges
        .map(({ node }) => node.departedAt)
        .toSorted()
        .toReversed(),
    )
  })
})

test.each(OTHERS)('%s is refused the list, and asked directly too', async (role) => {
  const query = `{ returns(first: 5) { edges { node { departedAt } } } }`
  const [asked, direct] = [
    await world.graph.ask(anActor(role), query),
    await world.graph.askService('returns', anActor(role), query),
  ]
  expect(asked.status).toBe(403)
  expect(direct.errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN')
})

test('whose returns are listed stands in the audit, each child once', async () => {
  const { edges } = await page('ombudsperson-federal', 'first: 3')

  const read = (await entriesOf(world.database)).findLast(({ service }) => service === 'returns')
  expect(read).toMatchObject({ asked: ['returns'], records: 3, types: ['ExecutedReturn'] })
  expect(read?.children.toSorted()).toEqual(edges.map(({ node }) => node.child.id).toSorted())
})

test('pages follow one another without a gap, and a cursor is of whoever was given it', async () => {
  const whole = await page('ombudsperson-federal')
  const found: unknown[] = []
  for (let after = ''; ; ) {
    const { edges, pageInfo } = await page('ombudsperson-federal', `first: 3${after}`)
    found.push(...edges)
    if (!pageInfo.hasNextPage) break
    after = `, after: "${pageInfo.endCursor}"`
  }
  expect(found).toHaveLength(whole.edges.length)

  const { pageInfo } = await page('ombudsperson-federal', 'first: 3')
  const stolen = await world.graph.ask(
    actorOf('federal-secretary'),
    `{ returns(first: 3, after: "${pageInfo.endCursor}") { edges { node { departedAt } } } }`,
  )
  expect(stolen.errors?.[0]?.extensions?.['code']).toBe('CURSOR_INVALID')
})

test.each([
  ['a country that is none', 'destination: ["ZZY"]', 'filter.destination'],
  ['a state that is none', 'state: "99"', 'No state'],
  ['days that run backwards', 'period: { from: "2026-03-01", to: "2026-02-01" }', 'period'],
])('%s is refused in plain words', async (_what, filter, words) => {
  const { errors } = await world.graph.ask(
    actorOf('ombudsperson-federal'),
    `{ returns(filter: { ${filter} }) { edges { node { departedAt } } } }`,
  )
  expect(errors).toMatchObject([{ message: expect.stringContaining(words), extensions: { code: 'BAD_USER_INPUT' } }])
})
