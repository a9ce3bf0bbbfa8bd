/** The first layer alone: what an operation asks of its reader, by the four rules of security.md 3.4, and what it does without. */
import { type Actor, PSEUDONYMOUS_FEDERAL_SECRETARY } from '@vigia/kit/actor'
import type { Scope } from '@vigia/law/access-groups'
import { buildSchema } from 'graphql'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { compose } from '../contracts/compose.ts'
import { startWorld, type World } from '../testing/two-services.ts'
import { createAccess } from './access.ts'
import { accessMapOf } from './access-map.ts'
import { createAdmission } from './admission.ts'

const holding = (...scopes: Scope[]): Actor => ({
  ...PSEUDONYMOUS_FEDERAL_SECRETARY,
  role: 'independent-counsel',
  scopes,
})

const DIRECTIVE =
  'directive @access(scopes: [[String!]!]!) repeatable on FIELD_DEFINITION | OBJECT | INPUT_FIELD_DEFINITION'
const JOIN = `directive @join__field(requires: String, contextArguments: [Args!]) repeatable on FIELD_DEFINITION
  input Args { context: String! selection: String! }`
const [A, B] = ['child:read', 'risk:read'].map((scope) => `@access(scopes: [["${scope}"]])`)

/** What one field asks, of a graph of these definitions. */
function needs(definitions: string, field: string) {
  const [type = '', name = ''] = field.split('.')
  return accessMapOf(`${DIRECTIVE} ${JOIN} ${definitions}`).field(type, name)
}

test.each([
  ['of one declaration', `type Query { x: Int ${A} }`, [['child:read']]],
  ['of two, both', `type Query { x: Int ${A} ${B} }`, [['child:read'], ['risk:read']]],
  [
    'of what @requires reads, too',
    `type Query { y: Int ${B} x: Int ${A} @join__field(requires: "y") }`,
    [['child:read'], ['risk:read']],
  ],
  [
    'of what @requires reads deeper down, too',
    `type Query { y: Y ${A} x: Int ${A} @join__field(requires: "y { z }") } type Y { z: Int ${B} }`,
    [['child:read'], ['child:read'], ['risk:read']],
  ],
  [
    'of what @fromContext reads, too',
    `type Y { z: Int ${B} } type Query { x: Int ${A} @join__field(contextArguments: [{ context: "s__Y", selection: "{ z }" }]) }`,
    [['child:read'], ['risk:read']],
  ],
  [
    'of the type that it returns, too',
    `type Y ${B} { z: Int ${A} } type Query { x: [Y!]! ${A} }`,
    [['child:read'], ['risk:read']],
  ],
])('a field asks what is declared %s', (_name, definitions, asked) => {
  expect(needs(definitions, 'Query.x')?.map(([scopes]) => scopes)).toEqual(asked)
})

test('through an interface nothing is read that an object behind it asks more for', () => {
  const graph = `interface I { x: Int ${A} } type O implements I { x: Int ${B} } type P implements I ${B} { x: Int ${A} }`

  expect(needs(graph, 'I.x')?.flat(2)).toEqual(['child:read', 'risk:read', 'risk:read', 'child:read'])
})

test('a field that declares nothing is read by nobody, and keeps the graph from being built', () => {
  const open = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.6", import: ["@key"])
    type Query { x: Int }`

  expect(needs('type Query { x: Int }', 'Query.x')).toBeNull()
  expect(() => compose([{ name: 'one', sdl: open }])).toThrow('Query.x')
})

const GRAPH = `${DIRECTIVE}
  input Filter { sex: String risk: String ${B} all: [Filter!] }
  type Query { child(filter: Filter): Child ${A} }
  type Mutation { write: Child ${B} note: Child ${A} }
  type Child { id: ID ${A} risk: Int ${B} }`

function faultOf(query: string, actor: Actor, variables = {}) {
  const schema = buildSchema(GRAPH)
  const asked = { query, variables, operationName: null }
  const admitted = createAdmission(schema, { introspection: false }).admit(asked, 'plain')
  return createAccess(schema, accessMapOf(GRAPH)).faultOf(admitted, actor)
}

test.each([
  ['mutation { write { id } }', 'You may not do this.'],
  ['mutation { note { risk } }', 'You may not read this.'],
  ['{ child { risk } }', 'You may not read this.'],
])('%s is refused in the words of what was asked', (query, message) => {
  expect(faultOf(query, holding('child:read'))?.message).toBe(message)
})

test.each([
  ['{ child { id } }', {}, null],
  ['{ c: child { id r: risk } }', {}, ['c', 'r']],
  ['{ child { ...F } } fragment F on Child { risk }', {}, ['child', 'risk']],
  ['{ child { ... on Child { ... { risk } } } }', {}, ['child', 'risk']],
  ['{ child { risk @skip(if: true) } }', {}, ['child', 'risk']],
  ['{ child(filter: { sex: "F" }) { id } }', {}, null],
  ['{ child(filter: { risk: "x" }) { id } }', {}, ['child']],
  ['{ child(filter: { all: [{ all: [{ risk: null }] }] }) { id } }', {}, ['child']],
  ['query ($f: Filter) { child(filter: $f) { id } }', { f: { sex: 'F' } }, null],
  ['query ($f: Filter) { child(filter: $f) { id } }', { f: { risk: 'x' } }, ['child']],
  ['query ($f: Filter = { risk: "x" }) { child(filter: $f) { id } }', {}, ['child']],
  ['query ($r: String) { child(filter: { all: { risk: $r } }) { id } }', { r: 'x' }, ['child']],
  ['query ($r: String) { child(filter: { all: { risk: $r } }) { id } }', { r: null }, ['child']],
  ['query ($r: String) { child(filter: { all: { risk: $r } }) { id } }', {}, null],
  ['query ($r: String = "x") { child(filter: { risk: $r }) { id } }', {}, ['child']],
  ['query ($r: String) { child(filter: { sex: "F", risk: $r }) { id } }', {}, null],
])('%s with %j', (query, variables, path) => {
  expect(faultOf(query, holding('child:read'), variables)?.path ?? null).toEqual(path)
  expect(faultOf(query, holding('child:read', 'risk:read'), variables)).toBeNull()
  expect(faultOf(query, { ...holding('child:read', 'risk:read'), role: 'partner' }, variables)).not.toBeNull()
})

let actor = PSEUDONYMOUS_FEDERAL_SECRETARY

let world: World
beforeAll(async () => {
  world = await startWorld({ actor: () => actor })
})
afterAll(() => world.stop())

const send = (query: string) =>
  fetch(`${world.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  })

test('a closed field is 403 with its path, in the one code, and no service is asked', async () => {
  actor = holding('child:read')
  const before = world.asked.states
  const response = await send('{ children { totalCount } rows: states { code } }')
  const { data, errors } = (await response.json()) as {
    data?: unknown
    errors: { path: string[]; extensions: object }[]
  }

  expect([response.status, data, errors[0]?.path]).toEqual([403, undefined, ['rows']])
  expect(errors[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' })
  expect(world.asked.states).toBe(before)
})

test('what is kept for one is not given to another who may not ask for it, by any door', async () => {
  const board = '{ states { code detention { heldNow } } }'
  actor = PSEUDONYMOUS_FEDERAL_SECRETARY
  for (let i = 0; i < 3; i += 1) expect((await send(board)).status).toBe(200)

  actor = holding('child:read')
  for (let i = 0; i < 3; i += 1) expect((await send(board)).status).toBe(403)
})

test('whoever may not read the board is not told that it changes', async () => {
  actor = holding('child:read')
  const response = await fetch(`${world.url}/graphql/stream`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
    body: JSON.stringify({ query: 'subscription { boardChanged { version } }' }),
  })

  expect(response.status).toBe(403)
})
