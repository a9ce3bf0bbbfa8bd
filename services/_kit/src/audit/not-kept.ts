/** Tells a database that would not write from one that is gone: of what was to be kept nothing is, and that is known. */
import { type ExecutionResult, GraphQLError } from 'graphql'

/**
 * The disk or the memory of the server is full, a limit of it is met, it takes no writes (a standby, a registry made read only), it ended
 * one of two who waited for each other: each takes back all of its transaction.
 */
const UNWRITTEN = new Set(['53100', '53200', '53400', '25006', '40001', '40P01', '55P03'])

const RETRY_AFTER_IN_S = 5

function isUnwritten(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const { code } = cause as { code?: unknown }
    if (typeof code === 'string' && UNWRITTEN.has(code)) return true
  }
  return false
}

/** The answer to a change with, at each field that was not kept, a code that says so; the very answer where there is none. */
export function withNotKept(service: string, answer: ExecutionResult): ExecutionResult {
  if (!answer.errors?.some(({ originalError }) => isUnwritten(originalError))) return answer
  const extensions = { code: 'NOT_KEPT', service, retryAfter: RETRY_AFTER_IN_S }
  const errors = answer.errors.map((error) =>
    isUnwritten(error.originalError)
      ? new GraphQLError('Nothing of it was kept.', { path: error.path, extensions })
      : error,
  )
  return { ...answer, errors }
}

/** Whether an answer says that nothing was kept, and tells of nothing else: of it no entry in the audit is needed, nor could be written. */
export function tellsOnlyNotKept({ data, errors }: ExecutionResult): boolean {
  const isOnly = errors?.length && errors.every(({ extensions }) => extensions['code'] === 'NOT_KEPT')
  return Boolean(isOnly) && Object.values(data ?? {}).every((value) => value === null)
}
