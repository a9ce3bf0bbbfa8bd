/**
 * A decision for every field and every role, made from the matrix: what the gateway refuses before it asks any service, and
 * what each service refuses by itself, in this process and over HTTP in a sealed envelope. Nothing is left to a default.
 */

import { Trail } from '@vigia/kit/audit/trail'
import { sealEnvelope } from '@vigia/kit/envelope'
import { serve } from '@vigia/kit/serve'
import { groupOf } from '@vigia/law/access-groups'
import { MATRIX, ROLES, type Role } from '@vigia/law/access-matrix'
import { buildSchema, type GraphQLSchema, getNamedType, isObjectType } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accessMapOf } from '../../gateway/src/graph/access-map.ts'
import { anActor, type Graph, openGraph } from '../support/asking.ts'
import { aDetection } from '../support/builders/inm.ts'
import { feedsOf } from '../support/feeds.ts'
import { argumentsOf, leafOf, questionOf, waysOf } from '../support/questions.ts'
import { type ScratchDatabase, scratchDatabase } from '../support/scratch-database.ts'
import { loadServices } from '../support/services.ts'
import { settle } from '../support/settled.ts'
import { read, SERVICES } from '../support/source-files.ts'

const KEYS = new Map([['k1', Buffer.from('the envelope key of a test of access')]])
const API = buildSchema(read('gateway/api.graphql'))
const MAP = accessMapOf(read('gateway/supergraph.graphql'))

let database: ScratchDatabase
let graph: Graph
let child: string
beforeAll(async () => {
  database = await scratchDatabase()
  graph = await openGraph(database)
  const feeds = feedsOf(database.url)
  await feeds.takeIn('children/detections', [aDetection()])
  await feeds.stop()
  await settle(graph.services.values(), database)
  const [row] = await database.query<{ id: string }>('select id from children.child')
  child = row?.id ?? ''
})
afterAll(async () => {
  await graph.stop()
  await database.drop()
})

/** By the matrix alone. Each field names one scope, and the scope one group, or the act that it is. */
function mayRead(role: Role, field: string): boolean {
  const [type = '', name = ''] = field.split('.')
  const scopes = (MAP.field(type, name) ?? []).flat(2)
  expect(scopes, field).toHaveLength(1)
  const [scope = ''] = scopes
  const group = groupOf(scope)
  const { reads, writes } = MATRIX[role]
  return group === null ? writes.some((write) => write === scope) : reads.includes(group)
}

test('every field of the graph is of one group, and only counsel’s notes have no field yet', () => {
  const groups = [...waysOf(API).keys()].map((field) => {
    const [type = '', name = ''] = field.split('.')
    return groupOf((MAP.field(type, name) ?? []).flat(2)[0] ?? '')
  })

  expect(MAP.undeclared).toEqual([])
  expect(groups).not.toContain(null)
  const read = new Set(Object.values(MATRIX).flatMap(({ reads }) => reads))
  expect([...read].filter((group) => !groups.includes(group)).sort()).toEqual(['privileged'])
})

describe.each(ROLES)('%s', (role) => {
  const actor = anActor(role)

  test('is refused at the gateway every field that no line of the matrix allows, before any service is asked', async () => {
    const before = graph.asked()
    let refused = 0
    for (const [field, way] of waysOf(API)) {
      const closed = way.findIndex((step) => !mayRead(role, `${step.type}.${step.field.name}`))
      if (closed < 0) continue
      const { status, errors, data } = await graph.ask(actor, questionOf(way))
      if (status === 400) continue // deeper than any question may be
      const path = way.slice(0, closed + 1).map((step) => step.field.name)
      expect({ field, status, data, code: errors?.[0]?.extensions?.['code'], path: errors?.[0]?.path }).toEqual({
        field,
        status: 403,
        data: undefined,
        code: 'FORBIDDEN',
        path,
      })
      refused += 1
    }
    expect(graph.asked()).toBe(before)
    expect(refused).toBeGreaterThan(role === 'federal-secretary' ? 20 : 10)
  })

  test('is let in by the gateway to every field that the matrix allows', async () => {
    for (const [field, way] of waysOf(API)) {
      if (!way.every((step) => mayRead(role, `${step.type}.${step.field.name}`))) continue
      const { errors } = await graph.ask(actor, questionOf(way))
      expect({
        field,
        codes: errors?.map(({ extensions }) => extensions?.['code']).filter((code) => code === 'FORBIDDEN') ?? [],
      }).toEqual({ field, codes: [] })
    }
  })

  test.each(SERVICES)('is refused by %s itself what the matrix does not allow, and nothing else', async (service) => {
    const { schema, contextOf } = graph.services.get(service) ?? {}
    if (!schema || !contextOf) throw new Error(`No service ${service}`)
    const resolvers = resolversOf(schema)
    expect(resolvers.size).toBeGreaterThan(40)
    for (const [field, resolve] of resolvers) {
      const told = await resolve(contextOf(actor, new Trail()))
      expect({ field, refused: told === 'FORBIDDEN' }).toEqual({ field, refused: !mayRead(role, field) })
    }
  })
})

/** Each field of a subgraph alone, asked of an object of which nothing is known: whoever may not read it is told so first. */
function resolversOf(schema: GraphQLSchema): Map<string, (context: object) => Promise<unknown>> {
  const resolvers = new Map<string, (context: object) => Promise<unknown>>()
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('_') || type.name === 'Subscription') continue
    for (const field of Object.values(type.getFields())) {
      const name = `${type.name}.${field.name}`
      if (field.name.startsWith('_') || MAP.field(type.name, field.name) === null || !field.resolve) continue
      if (isKeyOfAnother(type.name, field.name)) continue
      const info = {
        schema,
        parentType: type,
        fieldName: field.name,
        returnType: field.type,
        path: { key: field.name, prev: undefined, typename: type.name },
        fieldNodes: [],
        fragments: {},
        variableValues: {},
        operation: {
          kind: 'OperationDefinition',
          operation: 'query',
          selectionSet: { kind: 'SelectionSet', selections: [] },
        },
        rootValue: {},
      }
      resolvers.set(name, async (context) => {
        try {
          await (field.resolve as (...given: unknown[]) => unknown)({ code: 'none', id: 'none' }, {}, context, info)
          return null
        } catch (error) {
          return (error as { extensions?: { code?: unknown } }).extensions?.code ?? 'another'
        }
      })
    }
  }
  return resolvers
}

/** The key of an entity that another service owns: its owner says who reads it. */
function isKeyOfAnother(type: string, field: string): boolean {
  return (type === 'Child' && field === 'id') || (type === 'State' && field === 'code')
}

const ENTITIES = { Child: 'id', State: 'code', Facility: 'id' } as const

test('over HTTP, in an envelope, each service answers every role as it does in this process', async () => {
  const loaded = await loadServices(database.url)
  for (const service of loaded.values()) {
    const { port, stop } = await serve({ service, keys: KEYS, host: '127.0.0.1', port: 0 })
    for (const role of ROLES) {
      const actor = anActor(role)
      for (const { query, variables } of doorsOf(service.schema, child)) {
        const body = JSON.stringify({ query, variables })
        const seal = sealEnvelope(
          KEYS,
          { service: service.name, method: 'POST', path: '/graphql', body },
          { actor, requestId: 'a test', reason: null },
          Date.now(),
        )
        const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
          method: 'POST',
          headers: { ...seal, 'content-type': 'application/json' },
          body,
        })
        const there = (await response.json()) as { errors?: { extensions?: { code?: string } }[] }
        const here = await graph.askService(service.name, actor, query, variables)
        const codes = (errors: readonly { extensions?: { code?: unknown } }[] | undefined) =>
          (errors ?? []).map(({ extensions }) => extensions?.code)
        expect({ role, query, codes: codes(there.errors) }).toEqual({ role, query, codes: codes(here.errors) })
      }
    }
    await stop()
  }
})

/** Root fields, and each field of each entity through `_entities`, each door by itself. */
function doorsOf(schema: GraphQLSchema, id: string) {
  const roots = Object.values(schema.getQueryType()?.getFields() ?? {})
    .filter(({ name }) => !name.startsWith('_'))
    .map((field) => ({
      query: `{ ${field.name}${argumentsOf(field)}${leafOf(getNamedType(field.type))} }`,
      variables: {},
    }))
  const entities = Object.entries(ENTITIES).flatMap(([name, key]) => {
    const type = schema.getType(name)
    if (!isObjectType(type)) return []
    const keys = [{ __typename: name, [key]: name === 'State' ? '07' : id }]
    return Object.values(type.getFields()).map((field) => ({
      query: `query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on ${name} {
        ${field.name}${argumentsOf(field)}${leafOf(getNamedType(field.type))} } } }`,
      variables: { keys },
    }))
  })
  return schema.getType('_Entity') ? [...roots, ...entities] : roots
}
