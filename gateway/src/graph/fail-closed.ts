/**
 * Gates fail closed (security.md 3.8, 7): where the service cannot answer, the answer is that nothing is permitted, as for a child of
 * whom nothing is. No error says that it was not looked up: that would tell a refusal from a fault.
 */
import { executeSync, type GraphQLSchema } from 'graphql'
import type { Answer } from '../request/answer.ts'
import type { Admitted } from './admission.ts'

const NOT_PERMITTED = 'NOT_PERMITTED'

/** What each gate says while nobody has opened it. */
const CLOSED: Readonly<Record<string, object>> = {
  returnGate: { answer: NOT_PERMITTED, documentNumber: null, documentDate: null },
  consularContactGate: { answer: NOT_PERMITTED },
}

/** The answer with every gate that was not answered closed, and without the errors that tell of it. */
export function gatesClosed(schema: GraphQLSchema, admitted: Admitted, answer: Answer): Answer {
  const { document, operation, operationName, variables } = admitted
  if (!answer.errors || operation.operation !== 'query') return answer
  const rootValue = CLOSED
  const { data: closed } = executeSync({ schema, document, operationName, variableValues: variables, rootValue })
  const data = (answer.data ?? {}) as Record<string, unknown>
  const missing = Object.entries(closed ?? {}).filter(([key, gate]) => gate !== null && (data[key] ?? null) === null)
  if (missing.length === 0) return answer
  const shut = new Map(missing)
  const keys = Object.keys(closed ?? {})
  // Where nothing else is missing, an error without a place is of a gate too.
  const isMore = keys.some((key) => !shut.has(key) && (data[key] ?? null) === null)
  const errors = answer.errors.filter(({ path }) => (path ? !shut.has(String(path[0])) : isMore))
  return {
    ...(errors.length > 0 ? { errors } : {}),
    data: Object.fromEntries(keys.map((key) => [key, shut.get(key) ?? data[key] ?? null])),
  }
}
