/** In production partners and INM put no question of their own: what they are given to ask is answered as it stands. */
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { type Actor, PSEUDONYMOUS_FEDERAL_SECRETARY } from '@vigia/kit/actor'
import { type Role, scopesOf } from '@vigia/law/access-matrix'
import {
  buildSchema,
  type FieldNode,
  type GraphQLObjectType,
  Kind,
  parse,
  print,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql'
import { describe, expect, test } from 'vitest'
import { createAccess } from '../graph/access.ts'
import { accessMapOf } from '../graph/access-map.ts'
import { createAdmission } from '../graph/admission.ts'
import { documentsKept, trustIn } from './trust.ts'

const GATEWAY = path.join(import.meta.dirname, '../..')
const read = (file: string) => readFileSync(path.join(GATEWAY, file), 'utf8')

const schema = buildSchema(read('api.graphql'))
const access = createAccess(schema, accessMapOf(read('supergraph.graphql')))
const admission = createAdmission(schema, { introspection: false })
const production = trustIn({ documents: documentsKept(null), isClosed: true })

const anActor = (role: Role): Actor => ({
  ...PSEUDONYMOUS_FEDERAL_SECRETARY,
  role,
  scopes: scopesOf(role),
  states: ['07'],
})
const ID = '01a225f8-0000-7000-8000-000000000000'
const AT = '2026-11-29T00:00:00Z'
const VARIABLES = { id: ID, endpoint: ID, input: {}, signature: 'V1A', from: AT, to: AT }

/** Each as a program sends it: an operation of the file, or what an example holds between its quotation marks. */
const questionsIn = (file: string): string[] =>
  parse(read(file)).definitions.map((definition) => print({ kind: Kind.DOCUMENT, definitions: [definition] }))
const exampleIn = (file: string): string[] => read(file).match(/subscription (?:\([^)]*\) )?\{[^`'"]*\}/g) ?? []

const EXAMPLES = globSync('examples/{subscribe,listen}.{sh,mjs,py}', { cwd: GATEWAY })
const ASKED: readonly (readonly [role: Role, file: string, texts: string[]])[] = [
  ['partner', 'questions/partners.graphql', questionsIn('questions/partners.graphql')],
  ['inm-officer', 'questions/inm.graphql', questionsIn('questions/inm.graphql')],
  ...EXAMPLES.map((file) => ['partner', file, exampleIn(file)] as const),
]

test('there are examples in each language, and questions of what INM wrote and of what an agreement covers', () => {
  expect(EXAMPLES.length).toBe(5)
  expect(ASKED.flatMap(([, , texts]) => texts).join()).toMatch(/overstays.*stayRecords.*alertRaised/s)
})

/** As Type.field: what any of the questions of partners asks for. */
function fieldsOfPartners(): ReadonlySet<string> {
  const asked = new Set<string>()
  const types = new TypeInfo(schema)
  const Field = ({ name }: FieldNode) => void asked.add(`${types.getParentType()?.name}.${name.value}`)
  visit(parse(read('questions/partners.graphql')), visitWithTypeInfo(types, { Field }))
  return asked
}

test.each(['WebhookEndpoint', 'WebhookDelivery', 'WebhookAttempt'])(
  'a partner may ask in production for whatever a %s tells of its messages',
  (type) => {
    const asked = fieldsOfPartners()
    const told = Object.keys((schema.getType(type) as GraphQLObjectType).getFields())

    expect(told.filter((name) => !asked.has(`${type}.${name}`))).toEqual([])
  },
)

test('of an alert that a person has closed, which no fact has resolved, a partner may read in production that it is', () => {
  expect(fieldsOfPartners()).toContain('Alert.step')
})

describe.each(ASKED)('given to a %s, %s', (role, _file, texts) => {
  test.each(texts.map((text) => [text]))('%s is answered in production', (query) => {
    const way = query.startsWith('subscription') ? 'stream' : 'plain'
    const admitted = admission.admit({ query, operationName: null, variables: VARIABLES }, way)

    expect(production.allows(admitted.document, anActor(role))).toBe(true)
    expect(access.faultOf(admitted, anActor(role))).toBeNull()
  })

  test('is no door for what somebody else put together of it', () => {
    const other = (texts[0] ?? '').replace(/\bnumber\b/, 'number again: number')

    expect(production.allows(parse(other), anActor(role))).toBe(false)
  })
})
