/** States that another service told of by their codes, with what the catalogue says of each. */
import { stateByCode } from '@vigia/law/states'
import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  type GraphQLFieldResolver,
  type GraphQLFormattedError,
  type GraphQLObjectType,
  GraphQLSchema,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
} from 'graphql'
import { ENTITIES } from './asked-for.ts'

interface Asked {
  /** The graph as clients see it. */
  schema: GraphQLSchema
  document: DocumentNode
  variables: Record<string, unknown>
  /** Of each field, the catalogue's or the fault. */
  fieldResolver: GraphQLFieldResolver<unknown, unknown>
}

interface Named {
  data: { [ENTITIES]: unknown[] }
  errors: readonly GraphQLFormattedError[]
}

/** Null where these are no states, or nothing of them is the catalogue's. */
export async function statesNamed(objects: readonly object[], asked: Asked): Promise<Named | null> {
  const codes = objects.map((object) => ('code' in object ? String(object.code) : ''))
  const isOfStates = objects.every((object) => '__typename' in object && object.__typename === 'State')
  const question = isOfStates ? questionOfState(asked) : null
  if (!question) return null
  const results = new Map<string, ExecutionResult>()
  for (const code of new Set(codes)) results.set(code, await execute({ ...question, rootValue: stateByCode(code) }))
  const each = codes.map((code) => results.get(code))
  if (!each.some((result) => Object.values(result?.data ?? {}).some((value) => value !== null))) return null
  return { data: { [ENTITIES]: each.map((result) => result?.data ?? null) }, errors: each.flatMap(faultsOf) }
}

const faultsOf = (result: ExecutionResult | undefined, index: number): GraphQLFormattedError[] =>
  (result?.errors ?? []).map((fault) => ({ ...fault.toJSON(), path: [ENTITIES, index, ...(fault.path ?? [])] }))

/** What is asked of each, as a question whose root is the state. */
function questionOfState({ schema, document, variables, fieldResolver }: Asked) {
  const query = schema.getType('State')
  const operation = document.definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION)
  const field = operation?.selectionSet.selections[0]
  if (!isObjectType(query) || !operation || field?.kind !== Kind.FIELD || !field.selectionSet) return null
  const own: OperationDefinitionNode = {
    ...operation,
    selectionSet: field.selectionSet,
    variableDefinitions: (operation.variableDefinitions ?? []).filter(
      (one) => one.variable.name.value !== 'representations',
    ),
  }
  const definitions = document.definitions.map((one) => (one === operation ? own : one))
  return {
    schema: rootedIn(query),
    document: { ...document, definitions },
    variableValues: variables,
    fieldResolver,
  }
}

const rooted = new WeakMap<GraphQLObjectType, GraphQLSchema>()

function rootedIn(query: GraphQLObjectType): GraphQLSchema {
  const schema = rooted.get(query) ?? new GraphQLSchema({ query, assumeValid: true })
  rooted.set(query, schema)
  return schema
}
