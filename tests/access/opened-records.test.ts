/**
 * Decisions made from the ○ of the matrix: what a reason in writing opens of one child, in the gateway and in each service by itself.
 * What is opened of one child opens nothing of another, and what has ended opens nothing.
 */
import type { Actor } from '@vigia/kit/actor'
import { GROUPS, type Group, groupOf } from '@vigia/law/access-groups'
import { MATRIX, ROLES, type Role, scopesOf } from '@vigia/law/access-matrix'
import { buildSchema, type GraphQLSchema, getNamedType } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accessMapOf } from '../../gateway/src/graph/access-map.ts'
import { fillWithOneChild } from '../audit/reading-the-audit.ts'
import { anActor, type Graph, openGraph } from '../support/asking.ts'
import { feedsOf } from '../support/feeds.ts'
import { codeOf, emergency, opening } from '../support/openings.ts'
import { argumentsOf, leafOf, type Step, waysFrom } from '../support/questions.ts'
import { type ScratchDatabase, scratchDatabase } from '../support/scratch-database.ts'
import { settle } from '../support/settled.ts'
import { read, SERVICES } from '../support/source-files.ts'
import { writeDown } from '../support/written-openings.ts'

const MAP = accessMapOf(read('gateway/supergraph.graphql'))
const API = buildSchema(read('gateway/api.graphql'))
const HOUR = 3_600_000

let database: ScratchDatabase
let graph: Graph
let child: string
let other: string
beforeAll(async () => {
  database = await scratchDatabase()
  graph = await openGraph(database)
  const feeds = feedsOf(database.url)
  const world = { ...feeds, database, settle: () => settle(graph.services.values(), database) }
  child = await fillWithOneChild(world)
  await fillWithOneChild(world)
  await feeds.stop()
  const [row] = await database.query<{ id: string }>('select id from children.child where id <> $1', [child])
  other = row?.id ?? ''
  const others = WITHOUT.flatMap((role) => BY.map((by) => having(role, { by, isOutside: by === 'EMERGENCY' })))
  await writeDown(database, ...OPENING.map(havingBoth), ...others)
})
afterAll(async () => {
  await graph.stop()
  await database.drop()
})

type Opened = NonNullable<Actor['opened']>[number]
const having = (role: Role, differences: Partial<Opened> = {}): Actor =>
  anActor(role, {
    opened: [{ child, by: 'REASON', isOutside: false, until: Date.now() + HOUR, ...differences }],
  })

const havingBoth = (role: Role): Actor => {
  const opened = [child, other].flatMap((id) => having(role, { child: id }).opened ?? [])
  return anActor(role, { opened })
}

const groupOfField = ({ type, field }: Step): Group | null =>
  groupOf((MAP.field(type, field.name) ?? []).flat(2)[0] ?? '')

/** Ways from a child to each field that the role reads for a reason, by fields that it reads at all. */
function waysFor(role: Role, schema: GraphQLSchema): Step[][] {
  const { reads, withReason } = MATRIX[role]
  const readable = (step: Step) => [...reads, ...withReason].some((group) => group === groupOfField(step))
  // Beyond a place or a state there are other children: what was opened ends there.
  const ways = [...waysFrom(schema, 'Child', ['Facility', 'State', 'Child']).values()]
  return ways.filter(
    (way) => way.every(readable) && way.some((step) => withReason.some((g) => g === groupOfField(step))),
  )
}

const selection = (way: readonly Step[]): string =>
  way.toReversed().reduce((below, { field }) => {
    const inner = below === '' ? leafOf(getNamedType(field.type)) : ` { ${below} }`
    return `${field.name}${argumentsOf(field)}${inner}`
  }, '')

const codesIn = ({ errors }: { errors?: readonly { extensions?: Record<string, unknown> }[] | undefined }) =>
  (errors ?? []).map(({ extensions }) => extensions?.['code'])

const BY = ['REASON', 'EMERGENCY'] as const
const WITHOUT = [
  ...ROLES.filter((role) => MATRIX[role].withReason.length === 0 && MATRIX[role].writes.length === 0),
  'inm-officer',
  'independent-counsel',
] as const
const OPENING = ROLES.filter((role) => MATRIX[role].withReason.length > 0)

test('two roles read more for a reason', () => {
  expect(OPENING).toEqual(['federal-secretary', 'state-secretary'])
})

describe.each(OPENING)('%s', (role) => {
  test('is let in by the gateway to the child that was opened, and to no other, and for no longer', async () => {
    const ways = waysFor(role, API)
    expect(ways.length).toBeGreaterThan(3)
    for (const way of ways) {
      const asking = (id: string) => `{ child(id: "${id}") { ${selection(way)} } }`
      const before = graph.asked()
      const refused = [
        await graph.ask(anActor(role), asking(child)),
        await graph.ask(having(role), asking(other)),
        await graph.ask(having(role, { until: Date.now() - 1 }), asking(child)),
      ]
      expect([way.at(-1)?.field.name, refused.map(({ status }) => status)]).toEqual([
        way.at(-1)?.field.name,
        [403, 403, 403],
      ])
      expect(refused.map(({ data }) => data)).toEqual([undefined, undefined, undefined])
      expect(graph.asked()).toBe(before)

      const told = await graph.ask(having(role), asking(child))
      expect([selection(way), told.status, codesIn(told)]).toEqual([selection(way), 200, []])
    }
  })

  test.each(SERVICES)('is told by %s itself of the child that was opened, and of no other', async (service) => {
    const schema = graph.services.get(service)?.schema
    if (!schema?.getType('Child')) return
    let refused = 0
    for (const way of waysFor(role, schema)) {
      const query = `query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on Child { ${selection(way)} } } }`
      const keys = [child, other].map((id) => ({ __typename: 'Child', id }))
      const ask = (actor: Actor) => graph.askService(service, actor, query, { keys })
      const both = await ask(havingBoth(role))
      const one = await ask(having(role))
      const claimed = MATRIX[role].withReason.map((group) => GROUPS[group].scope)
      const none = [
        await ask(anActor(role)),
        await ask(having(role, { until: Date.now() - 1 })),
        // Whoever signed the envelope: what it claims outright is not the role's, and what it names must be written down.
        await ask(anActor(role, { scopes: [...scopesOf(role), ...claimed] })),
        await ask({ ...havingBoth(role), sub: 'somebody else' }),
        await ask({ ...having(role), states: ['07', '30'] }),
      ]
      const entities = (answer: typeof one) => (answer.data?.['_entities'] ?? []) as unknown[]

      expect([query, codesIn(both)]).toEqual([query, []])
      expect(entities(one)[0]).toEqual(entities(both)[0])
      expect((one.errors ?? []).map(({ path }) => path?.[1]).filter((at) => at !== 1)).toEqual([])
      const isThere = !/null|\[\]/.test(JSON.stringify(entities(both)[1]))
      if (isThere) {
        refused += 1
        expect([query, codesIn(one)]).toEqual([query, expect.arrayContaining(['FORBIDDEN'])])
        for (const answer of none) expect(answer.errors?.length).toBeGreaterThan(1)
        expect(none.map((answer) => JSON.stringify(answer.data)).join()).not.toMatch(/__typename|":"/)
      }
    }
    if (role === 'federal-secretary' && service !== 'returns' && service !== 'oversight')
      expect(refused).toBeGreaterThan(0)
  })
})

test.each(WITHOUT)('given %s held what somebody else opened, it opens nothing', async (role) => {
  for (const by of BY) {
    const actor = having(role, { by, isOutside: by === 'EMERGENCY' })
    const { status } = await graph.ask(actor, `{ child(id: "${child}") { folio identifiers { totalCount } } }`)
    const direct = await graph.askService('children', actor, `{ child(id: "${child}") { folio } }`)

    expect(status).toBe(role === 'independent-counsel' ? 200 : 403)
    expect(JSON.stringify(direct.data)).toBe('{"child":null}')
  }
})

test('what was opened of one child is not for lists, nor for whom a place leads to', async () => {
  const secretary = having('federal-secretary')
  const before = graph.asked()
  const questions = [
    '{ children { edges { node { identifiers { totalCount } } } } }',
    `{ child(id: "${child}") { placements { edges { node { facility { placements { edges { node { child { ppnnaCase { status } } } } } } } } } } }`,
    `query ($one: ID!) { mine: child(id: "${child}") { ...all } child(id: $one) { ...all } } fragment all on Child { identifiers { totalCount } }`,
  ]
  for (const question of questions) {
    const { status, errors } = await graph.ask(secretary, question, question.includes('$one') ? { one: other } : {})
    expect([question, status, errors?.[0]?.extensions?.['code']]).toEqual([question, 403, 'FORBIDDEN'])
  }
  expect(graph.asked()).toBe(before)

  const { data, errors } = await graph.askService(
    'placements',
    secretary,
    `query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on Child {
      placements { edges { node { facility { placements { edges { node { child { id } } } } } } } } } } }`,
    { keys: [{ __typename: 'Child', id: child }] },
  )
  expect(codesIn({ errors })).toContain('FORBIDDEN')
  expect(JSON.stringify(data)).not.toContain(other)
})

test('the id may stand in a variable, and in its default', async () => {
  const secretary = having('federal-secretary')
  const body = '{ child(id: $id) { identifiers { totalCount } } }'
  const answers = [
    await graph.ask(secretary, `query ($id: ID!) ${body}`, { id: child }),
    await graph.ask(secretary, `query ($id: ID! = "${child}") ${body}`),
  ]
  for (const answer of answers) expect([answer.status, codesIn(answer)]).toEqual([200, []])
  expect((await graph.ask(secretary, `query ($id: ID! = "${child}") ${body}`, { id: other })).status).toBe(403)
})

test('given an account of a state that names none, it opens nothing: nobody would oversee it', async () => {
  const ofNoState = anActor('ombudsperson-state', { states: null, sub: 'of no state' })

  for (const asked of [emergency(child), opening(child)])
    expect(codeOf(await graph.ask(ofNoState, asked))).toBe('FORBIDDEN')
})
