/** While the service that gives the states is away, the gateway names them to whoever may count in them, and nothing else. */
import type { GraphQLDataSourceProcessOptions } from '@apollo/gateway'
import { type Actor, PSEUDONYMOUS_FEDERAL_SECRETARY } from '@vigia/kit/actor'
import { buildSchema, GraphQLError } from 'graphql'
import { expect, test } from 'vitest'
import type { Errand } from './forward.ts'
import { StatesMeanwhile } from './states-meanwhile.ts'

const SCHEMA = buildSchema(`
  type Query { states: [State!] state(code: ID!): State nation: State children: Int }
  type Mutation { register: State }
  type State { code: ID! name: String! detection: Int }`)
const extensions = { code: 'SUBGRAPH_UNAVAILABLE', service: 'children', retryAfter: 1 }
const away = new GraphQLError('children is not available.', { extensions })

const CHIAPAS: Actor = { ...PSEUDONYMOUS_FEDERAL_SECRETARY, role: 'state-secretary', states: ['07'] }

function ask(query: string, actor: Actor = PSEUDONYMOUS_FEDERAL_SECRETARY, variables = {}) {
  const source = new StatesMeanwhile({ process: () => Promise.reject(away) }, SCHEMA)
  const errand: Errand = { actor, requestId: 'r1', reason: null, deadline: Date.now() + 1_000 }
  const options = {
    kind: 'incoming operation',
    request: { query, variables },
    context: errand,
    incomingRequestContext: {},
  }
  return source.process(options as never as GraphQLDataSourceProcessOptions<Errand>) // What of it is read.
}

test('a state is named, by either code, and what the service knows of it is missing at its place', async () => {
  const { data, errors } = await ask(
    '{ a: state(code: "07") { code name detection } state(code: "MX-OAX") { name } children }',
  )

  expect(data).toEqual({
    a: { code: '07', name: 'Chiapas', detection: null },
    state: { name: 'Oaxaca' },
    children: null,
  })
  expect(errors).toMatchObject([
    { path: ['a', 'detection'], extensions },
    { path: ['children'], extensions },
  ])
})

test('an office of a state is named its own, and neither another nor the nation', async () => {
  const { data, errors } = await ask('{ states { code } nation { code } state(code: "20") { code } }', CHIAPAS)

  expect(data).toEqual({ states: [{ code: '07' }], nation: null, state: null })
  expect(errors).toBeUndefined()
})

const OF_STATES = 'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on State'
const state = (code: string) => ({ __typename: 'State', code })

test('states that another service tells of are named too, to an office of another state as well', async () => {
  const representations = [state('07'), state('20'), state('07')]
  const { data, errors } = await ask(`${OF_STATES} { name detection } } }`, CHIAPAS, { representations })

  const [chiapas, oaxaca] = ['Chiapas', 'Oaxaca'].map((name) => ({ name, detection: null }))
  expect(data).toEqual({ _entities: [chiapas, oaxaca, chiapas] })
  expect(errors).toMatchObject([0, 1, 2].map((index) => ({ path: ['_entities', index, 'detection'], extensions })))
})

test.each([
  ['of which nothing is the catalogue’s', `${OF_STATES} { detection } } }`, state('07')],
  ['of another kind', `${OF_STATES.replace('State', 'Child')} { folio } } }`, { __typename: 'Child', id: 'a' }],
])('objects %s fail as the service does', async (_what, query, object) => {
  await expect(ask(query, CHIAPAS, { representations: [object] })).rejects.toBe(away)
})

test.each(['{ children }', 'mutation { register { code } }'])(
  '%s asks for no state: it fails as the service does',
  async (query) => {
    await expect(ask(query)).rejects.toBe(away)
  },
)
