/** Asks one service as the gateway does, without the gateway: its answer, and what its audit keeps of it. */
import type { Actor } from '@vigia/kit/actor'
import type { Asker, Service } from '@vigia/kit/service'
import { type DocumentNode, type ExecutionResult, GraphQLError, type GraphQLSchema, parse, validate } from 'graphql'

type Read = DocumentNode | readonly GraphQLError[]
/** What became of each text in each schema: a service in use reads and validates a document once too, however often it is asked. */
const known = new WeakMap<GraphQLSchema, Map<string, Read>>()

export async function askDirectly(
  { schema, answer }: Pick<Service, 'schema' | 'answer'>,
  actor: Actor,
  query: string,
  variables: Record<string, unknown> = {},
  asking: Partial<Asker> = {},
): Promise<ExecutionResult> {
  const document = readOnce(schema, query)
  if (!('kind' in document)) return { errors: document }
  return answer({ document, variables }, { actor, requestId: 'a test', reason: null, ...asking })
}

function readOnce(schema: GraphQLSchema, query: string): Read {
  const texts = known.get(schema) ?? new Map<string, Read>()
  known.set(schema, texts)
  const found = texts.get(query) ?? read(schema, query)
  texts.set(query, found)
  return found
}

function read(schema: GraphQLSchema, query: string): Read {
  try {
    const document = parse(query)
    const errors = validate(schema, document)
    return errors.length > 0 ? errors : document
  } catch (error) {
    if (error instanceof GraphQLError) return [error]
    throw error
  }
}
