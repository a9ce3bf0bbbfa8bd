/** Tells a database that would not write from one that is gone: of what was to be kept nothing is, and that is known. */
import { type ExecutionResult, GraphQLError, Kind, type OperationDefinitionNode } from 'graphql'

/**
 * The disk or the memory of the server is full, a limit of it is met, it takes no writes (a standby, a registry made read only), it ended
 * one of two who waited for each other: each takes back all of its transaction.
 */
const UNWRITTEN = new Set(['53100', '53200', '53400', '25006', '40001', '40P01', '55P03'])

const RETRY_AFTER_IN_S = 5

/** A database that is there and has written nothing. */
export function isUnwritten(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const { code } = cause as { code?: unknown }
    if (typeof code === 'string' && UNWRITTEN.has(code)) return true
  }
  return false
}

/** The answer to a change with, at each field that was not kept, a code that says so; the very answer where there is none. */
export function withNotKept(service: string, answer: ExecutionResult): ExecutionResult {
  if (!answer.errors?.some(({ originalError }) => isUnwritten(originalError))) return answer
  const errors = answer.errors.map((error) => (isUnwritten(error.originalError) ? notKept(service, error.path) : error))
  return { ...answer, errors }
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
