/** What is answered where a database is there and would not write: of what was to be kept nothing is, and that is known. */
import { type ExecutionResult, GraphQLError, Kind, type OperationDefinitionNode } from 'graphql'
import { isUnwritten } from '../database-faults.ts'

const RETRY_AFTER_IN_S = 5

/** The answer to a change with, at each field that was not kept, a code that says so; the very answer where there is none. */
export function withNotKept(service: string, answer: ExecutionResult): ExecutionResult {
  return withEachUnwritten(answer, ({ path }) => notKept(service, path))
}

/** The answer to a question of which a part needed what could not be written, as the audit is: that part is not to be had now. */
export function withNotToBeHad(service: string, answer: ExecutionResult): ExecutionResult {
  const extensions = { code: 'SUBGRAPH_UNAVAILABLE', service, retryAfter: RETRY_AFTER_IN_S }
  return withEachUnwritten(answer, ({ path }) => new GraphQLError(`${service} is not available.`, { path, extensions }))
}

function withEachUnwritten(answer: ExecutionResult, told: (error: GraphQLError) => GraphQLError): ExecutionResult {
  if (!answer.errors?.some(({ originalError }) => isUnwritten(originalError))) return answer
  return { ...answer, errors: answer.errors.map((error) => (isUnwritten(error.originalError) ? told(error) : error)) }
}

const notKept = (service: string, path: GraphQLError['path']) =>
  new GraphQLError('Nothing of it was kept.', {
    path,
    extensions: { code: 'NOT_KEPT', service, retryAfter: RETRY_AFTER_IN_S },
  })

/** The answer to a change that was not begun, since nothing can be written. */
export function nothingBegun(service: string, { selectionSet }: OperationDefinitionNode): ExecutionResult {
  const names = selectionSet.selections.flatMap((one) =>
    one.kind === Kind.FIELD ? [one.alias?.value ?? one.name.value] : [],
  )
  return {
    data: Object.fromEntries(names.map((name) => [name, null])),
    errors: names.map((name) => notKept(service, [name])),
  }
}

/** Whether an answer says that nothing was kept, and tells of nothing else: of it no entry in the audit is needed, nor could be written. */
export function tellsOnlyNotKept({ data, errors }: ExecutionResult): boolean {
  const isOnly = errors?.length && errors.every(({ extensions }) => extensions['code'] === 'NOT_KEPT')
  return Boolean(isOnly) && Object.values(data ?? {}).every((value) => value === null)
}
