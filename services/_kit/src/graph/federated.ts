/**
 * What a router asks of a subgraph beside its own fields: `_entities` and `_service`, as Apollo's subgraph specification has them. Pothos's
 * plugin gives them too, and for `_service` prints and validates the whole schema each time one is made: most of what making it takes,
 * five times a start, for a question that no gateway of ours asks. Here it is printed for whoever asks.
 */
import { hasResolvableKey } from '@pothos/plugin-federation'
import {
  type GraphQLFieldConfigMap,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  type GraphQLResolveInfo,
  GraphQLScalarType,
  GraphQLSchema,
  GraphQLString,
  GraphQLUnionType,
  isObjectType,
  lexicographicSortSchema,
} from 'graphql'

/** With `_entities` and `_service` at its query. */
export function federated(schema: GraphQLSchema): GraphQLSchema {
  const { query, types, ...rest } = schema.toConfig()
  if (!query) throw new Error('A subgraph has a query.')
  const { fields, ...named } = query.toConfig()
  const federation = { _entities: entitiesOf(schema), _service: SERVICE }
  const whole = new GraphQLObjectType({ ...named, fields: { ...federation, ...fields } })
  return lexicographicSortSchema(
    new GraphQLSchema({ ...rest, query: whole, types: [...types.filter((type) => type !== query), whole] }),
  )
}

type Field = GraphQLFieldConfigMap<unknown, unknown>[string]

const SERVICE: Field = {
  type: new GraphQLNonNull(new GraphQLObjectType({ name: '_Service', fields: { sdl: { type: GraphQLString } } })),
  resolve: async (_source, _args, _context, { schema }) => {
    const { printSubgraphSchema } = await import('@apollo/subgraph')
    return { sdl: printSubgraphSchema(schema) }
  },
}

const Any = new GraphQLScalarType({ name: '_Any' })
const Keys = new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(Any)))

interface Key {
  __typename: string
}

/** Each by its key, in the order of the keys. */
function entitiesOf(schema: GraphQLSchema): Field {
  const types = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type) && hasResolvableKey(type))
  return {
    type: new GraphQLNonNull(
      new GraphQLList(new GraphQLUnionType({ name: '_Entity', types: types.filter(isObjectType) })),
    ),
    args: { representations: { type: Keys } },
    resolve: (_source, { representations }, context, info) =>
      representations.map((key: Key) => ofItsType(key.__typename, entityBy(key, context, info))),
  }
}

interface ByKey {
  subgraph?: { resolveReference?: (key: Key, context: unknown, info: GraphQLResolveInfo) => unknown }
}

/** A type that says nothing of how it is found by its key is what the key says. */
function entityBy(key: Key, context: unknown, info: GraphQLResolveInfo): unknown {
  const type = info.schema.getType(key.__typename)
  if (!isObjectType(type)) throw new Error(`There is no entity ${key.__typename}.`)
  const { resolveReference } = (type.extensions['apollo'] as ByKey | undefined)?.subgraph ?? {}
  return resolveReference ? resolveReference(key, context, info) : key
}

/** Says of what type it is, by which it is told from other entities. */
async function ofItsType(typename: string, entity: unknown): Promise<unknown> {
  const found = await entity
  if (typeof found !== 'object' || found === null) return found
  if ('__typename' in found && found.__typename !== typename) return { ...found, __typename: typename }
  return Object.defineProperty(found, '__typename', { value: typename })
}
