/** Questions by chance from the schema: any field, any filter, any id; most of what the asker may read, and some that it may not. */
import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql'
import { daysAgo, localDay } from '../support/clock.ts'
import type { Chance } from './chance.ts'

export interface Question {
  query: string
  /** Names of the variables; what they hold is chosen each time that it is asked. */
  variables: readonly string[]
}

export interface Asking {
  chance: Chance
  /** Whether the asker may read a field; others are asked for now and then. */
  mayRead: (type: string, field: string) => boolean
  deepest: number
}

const CLOSED_SHARE = 0.02
const OPTIONAL_SHARE = 0.4
const ROWS = 3

/** A question at the gateway: one to three root fields. */
export function rootQuestion(schema: GraphQLSchema, asking: Asking): Question {
  const root = schema.getQueryType()
  if (!root) throw new Error('The schema has no query.')
  const fields = Object.values(root.getFields()).filter(({ name }) => !name.startsWith('_'))
  const selected = chosen(root, fields, asking, 1)
  return question(selected.map((field, i) => `f${i}: ${selectionOf(root, field, asking, asking.deepest)}`).join(' '))
}

/** A question to one service, by the door of federation. */
export function entityQuestion(schema: GraphQLSchema, asking: Asking): Question {
  const types = ['Child', 'Child', 'Child', 'State', 'Facility']
    .map((name) => schema.getType(name))
    .filter(isObjectType)
  const type = asking.chance.pick(types)
  return question(
    `_entities(representations: $keysOf${type.name}) { ... on ${type.name} ${setOf(type, asking, asking.deepest)} }`,
  )
}

/** A mutation, its input by chance: what is required always, the rest now and then. */
export function actQuestion(field: GraphQLField<unknown, unknown>, asking: Asking): Question {
  const given = field.args.flatMap((argument) => {
    if (!isNonNullType(argument.type) && asking.chance.of(0.5)) return []
    return [`${argument.name}: ${actInputOf(argument, field.name, asking)}`]
  })
  const payload = getNamedType(field.type)
  const told = isObjectType(payload) ? setOf(payload, asking, asking.deepest) : ''
  return question(`${field.name}(${given.join(', ')}) ${told}`, 'mutation')
}

/** `alertRaised`, from a place of the past on; and now and then `boardChanged`. */
export function streamQuestion(schema: GraphQLSchema, asking: Asking): Question {
  const fields = schema.getSubscriptionType()?.getFields() ?? {}
  const field = asking.chance.of(0.1) ? fields['boardChanged'] : fields['alertRaised']
  const type = field && getNamedType(field.type)
  if (!isObjectType(type)) throw new Error('The schema has no such stream.')
  const filter = field?.args.find(({ name }) => name === 'filter')
  const narrowed = filter && asking.chance.of(0.3) ? `, filter: ${inputOf(filter.type, asking)}` : ''
  const args = filter ? `(after: $after${narrowed})` : ''
  return question(`${field?.name}${args} ${setOf(type, asking, asking.deepest)}`, 'subscription')
}

const TYPES: Readonly<Record<string, string>> = {
  alert: 'ID!',
  use: 'ID!',
  breach: 'ID!',
  silence: 'ID!',
  endpoint: 'ID!',
  words: 'String!',
  version: 'Int!',
  soon: 'DateTime!',
  before: 'DateTime!',
  today: 'Date!',
  key: 'String!',
  after: 'String!',
  child: 'ID!',
  facility: 'ID!',
  state: 'ID!',
  first: 'Int',
  acta: 'String!',
  keysOfChild: '[_Any!]!',
  keysOfState: '[_Any!]!',
  keysOfFacility: '[_Any!]!',
}

function question(body: string, operation = 'query'): Question {
  const variables = Object.keys(TYPES).filter((name) => new RegExp(`\\$${name}\\b`).test(body))
  const declared = variables.map((name) => `$${name}: ${TYPES[name]}`).join(', ')
  return { query: `${operation}${declared ? `(${declared})` : ''} { ${body} }`, variables }
}

function selectionOf(
  parent: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
  asking: Asking,
  deep: number,
): string {
  const type = getNamedType(field.type)
  const args = argumentsOf(parent, field, asking)
  return `${field.name}${args}${isObjectType(type) ? ` ${setOf(type, asking, deep - 1)}` : ''}`
}

function setOf(type: GraphQLObjectType, asking: Asking, deep: number): string {
  // What Relay puts between a list and its rows is no depth.
  const isPage = /(Connection|Edge)$/.test(type.name)
  const all = Object.values(type.getFields()).filter(({ name }) => !name.startsWith('_'))
  const fields = deep > 0 || isPage ? all : all.filter((field) => isLeafType(getNamedType(field.type)))
  const wanted = isPage ? fields.length : 1 + asking.chance.below(3)
  const selected = chosen(type, fields, asking, wanted)
  const texts = selected.map((field, i) => {
    const text = selectionOf(type, field, asking, isPage ? deep : deep - 1)
    return asking.chance.of(0.02) ? `a${i}: ${text}` : text
  })
  return `{ ${texts.length > 0 ? texts.join(' ') : '__typename'} }`
}

function chosen<Field extends { name: string }>(
  type: GraphQLObjectType,
  fields: readonly Field[],
  { chance, mayRead }: Asking,
  most: number,
): Field[] {
  const open = fields.filter(({ name }) => mayRead(type.name, name))
  const found = new Set<Field>()
  for (let i = 0; i < most; i += 1) {
    const from = chance.of(CLOSED_SHARE) ? fields : open
    if (from.length > 0) found.add(chance.pick(from))
  }
  return [...found]
}

function argumentsOf(parent: GraphQLObjectType, field: GraphQLField<unknown, unknown>, asking: Asking): string {
  const texts = field.args.flatMap((argument) => {
    const isRequired = isNonNullType(argument.type)
    if (!isRequired && argument.name !== 'first' && !asking.chance.of(0.3)) return []
    const value = givenFor(parent, field, argument, asking)
    return value === null ? [] : [`${argument.name}: ${value}`]
  })
  return texts.length > 0 ? `(${texts.join(', ')})` : ''
}

/** Days within those of the world of canaries, which has some before and some after them. */
const [FROM, TO] = [localDay(daysAgo(57)), localDay(daysAgo(7))]

function givenFor(parent: GraphQLObjectType, field: { name: string }, { name, type }: GraphQLArgument, asking: Asking) {
  if (name === 'first') return asking.chance.of(0.5) ? '$first' : String(ROWS)
  if (name === 'id') return `$${field.name === 'facility' ? 'facility' : 'child'}`
  if (name === 'number') return '$acta'
  if (name === 'code' || name === 'territory') return '$state'
  if (['last', 'before', 'after'].includes(name)) return null
  if (name === 'from') return `"${FROM}"`
  if (name === 'to') return `"${TO}"`
  return parent.name ? inputOf(type, asking) : null
}

function inputOf(type: GraphQLInputType, asking: Asking): string | null {
  const named = getNamedType(type)
  if (isEnumType(named)) return listed(type, asking.chance.pick(named.getValues()).name)
  if (isInputObjectType(named)) {
    if (named.name === 'PeriodInput') return `{ from: "${FROM}", to: "${TO}" }`
    const fields = Object.values(named.getFields()).filter(() => asking.chance.of(0.3))
    return `{ ${fields.flatMap(({ name, type: of }) => (name === 'state' ? 'state: $state' : `${name}: ${inputOf(of, asking)}`)).join(', ')} }`
  }
  const samples: Readonly<Record<string, string>> = { Boolean: 'true', String: '"HND"', ID: '"07"', Int: '3' }
  return listed(type, samples[named.name] ?? `"${FROM}"`)
}

const WHICH: readonly (readonly [RegExp, string])[] = [
  [/^(openRecord|emergencyAccess)$/, '$child'],
  [/^signEmergencyAccess$/, '$use'],
  [/Breach/, '$breach'],
  [/Silence/, '$silence'],
  [/Webhook|sendTestEvent/, '$endpoint'],
  [/./, '$alert'],
]
const BY_NAME: Readonly<Record<string, string>> = {
  ...{ reason: '$words', text: '$words', words: '$words', description: '$words', version: '$version', key: '$key' },
  ...{ state: '$state', states: '[$state]', facility: '$facility', number: '$acta', effectiveOn: '$today' },
  ...{ until: '$soon', foundAt: '$before', toldAt: '$before', from: '$before', to: '$soon' },
  ...{ url: '"https://avisos.example.mx/vigia"', contact: '"avisos@example.mx"', receiptKey: '""' },
}

function actInputOf({ name, type }: Pick<GraphQLArgument, 'name' | 'type'>, act: string, asking: Asking): string {
  const named = getNamedType(type)
  if (name === 'id' || name === 'childId') return WHICH.find(([of]) => of.test(act))?.[1] ?? '$alert'
  const known = named.name === 'Date' ? '$today' : BY_NAME[name]
  if (known) return known
  if (!isInputObjectType(named)) return inputOf(type, asking) ?? 'null'
  const fields = Object.values(named.getFields()).filter(
    ({ type: of }) => isNonNullType(of) || asking.chance.of(OPTIONAL_SHARE),
  )
  return listed(type, `{ ${fields.map((field) => `${field.name}: ${actInputOf(field, act, asking)}`).join(', ')} }`)
}

const listed = (type: GraphQLInputType, text: string): string =>
  isListType(isNonNullType(type) ? type.ofType : type) ? `[${text}]` : text
