/** The graph that clients see, with scalars that know a date, so that a bad one is refused before any service is asked. */
import { DateScalar, DateTime } from '@vigia/kit/graph/scalars'
import { buildASTSchema, type GraphQLScalarType, type GraphQLSchema, isScalarType, parse } from 'graphql'

const read = new Map<string, GraphQLSchema>()

/**
 * Only reads like the services do. What they answer has been written by them, and goes through as it is. Read once for all gateways of a
 * process.
 */
export function checkedSchema(sdl: string): GraphQLSchema {
  const schema = read.get(sdl) ?? readChecked(sdl)
  read.set(sdl, schema)
  return schema
}

function readChecked(sdl: string): GraphQLSchema {
  const schema = buildASTSchema(parse(sdl), { assumeValidSDL: true })
  readLike(schema, DateScalar)
  readLike(schema, DateTime)
  return schema
}

function readLike(schema: GraphQLSchema, { name, parseValue, parseLiteral }: GraphQLScalarType): void {
  const scalar = schema.getType(name)
  if (!isScalarType(scalar)) return
  scalar.parseValue = parseValue
  scalar.parseLiteral = parseLiteral
}
