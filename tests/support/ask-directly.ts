/** Asks one service as the gateway does, without the gateway: its answer, and what its audit keeps of it. */
import type { Actor } from '@vigia/kit/actor'
import type { Asker, Service } from '@vigia/kit/service'
import { type DocumentNode, type ExecutionResult, GraphQLError, parse, validate } from 'graphql'

export async function askDirectly(
  { schema, answer }: Pick<Service, 'schema' | 'answer'>,
  actor: Actor,
  query: string,
  variables: Record<string, unknown> = {},
  asking: Partial<Asker> = {},
): Promise<ExecutionResult> {
  const document = parsed(query)
  const errors = document instanceof GraphQLError ? [document] : validate(schema, document)
  if (document instanceof GraphQLError || errors.length > 0) return { errors }
  return answer({ document, variables }, { actor, requestId: 'a test', reason: null, ...asking })
}

function parsed(query: string): DocumentNode | GraphQLError {
  try {
    return parse(query)
  } catch (error) {
    if (error instanceof GraphQLError) return error
    throw error
  }
}
