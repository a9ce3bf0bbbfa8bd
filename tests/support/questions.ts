/** Questions made from a schema: for each field the shortest way from a root to it, with an argument wherever one is required. */
import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isLeafType,
  isNonNullType,
  isObjectType,
} from 'graphql'
import { lastYear } from './clock.ts'

export interface Step {
  type: string
  field: GraphQLField<unknown, unknown>
}

/** By "Type.field": the fields that lead there, itself the last. */
export function waysOf(schema: GraphQLSchema): Map<string, Step[]> {
  return waysFrom(schema, schema.getQueryType()?.name ?? '')
}

/** The same from any type on; through the types of `until` no way leads. */
export function waysFrom(schema: GraphQLSchema, from: string, until: readonly string[] = []): Map<string, Step[]> {
  const root = schema.getType(from)
  const ways = new Map<string, Step[]>()
  const open: { type: GraphQLObjectType; way: Step[] }[] = isObjectType(root) ? [{ type: root, way: [] }] : []
  const seen = new Set<string>()
  for (const { type, way } of open) {
    if (seen.has(type.name)) continue
    seen.add(type.name)
    for (const field of Object.values(type.getFields())) {
      const here = [...way, { type: type.name, field }]
      ways.set(`${type.name}.${field.name}`, here)
      const next = getNamedType(field.type)
      if (isObjectType(next) && !until.includes(next.name)) open.push({ type: next, way: here })
    }
  }
  return ways
}

const SAMPLES: Readonly<Record<string, string>> = {
  ID: '"07"',
  String: '"07"',
  Date: '"2026-01-01"',
  DateTime: '"2026-01-01T00:00:00Z"',
  Int: '1',
  Boolean: 'true',
  PeriodInput: lastYear().replace('period: ', ''),
}

/** What is required, and nothing else; a range is one of days. */
export function argumentsOf(
  { args }: { args: readonly GraphQLArgument[] },
  given: Record<string, string> = {},
): string {
  const texts = args
    .filter(({ name, type, defaultValue }) => name in given || (isNonNullType(type) && defaultValue === undefined))
    .map(
      ({ name, type }) => `${name}: ${given[name] ?? (name === 'to' ? '"2026-11-01"' : sampleOf(getNamedType(type)))}`,
    )
  return texts.length > 0 ? `(${texts.join(', ')})` : ''
}

function sampleOf(type: GraphQLNamedType): string {
  if (isEnumType(type)) return type.getValues()[0]?.name ?? ''
  return SAMPLES[type.name] ?? '{}'
}

/** Something to select of a type: the lightest. */
export function leafOf(type: GraphQLNamedType): string {
  return isLeafType(type) ? '' : ' { __typename }'
}

export function questionOf(way: readonly Step[]): string {
  const last = way.at(-1)
  const inner = last ? leafOf(getNamedType(last.field.type)) : ''
  const text = way.toReversed().reduce((below, { field }) => {
    const selected = below === '' ? inner : ` { ${below} }`
    return `${field.name}${argumentsOf(field)}${selected}`
  }, '')
  return `{ ${text} }`
}
