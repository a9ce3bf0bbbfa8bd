/** A query that asks again when the registry says that something changed. */
import { createContext, use, useCallback, useEffect, useRef } from 'react'
import { type AnyVariables, type CombinedError, type UseQueryArgs, useQuery } from 'urql'
import { type Failure, failureOf, isRefusalOfOthers } from './failure.ts'
import { followChanges } from './live.ts'

export type Asked<Data> = {
  /** What came. Null parts of it are parts that a service did not answer. */
  data: Data | undefined
  /** Which question `data` answers. While another one is on its way, it is still the one before. */
  question: number | undefined
  isLoading: boolean
  /** Who did not answer; null when all did. */
  failure: Failure | null
  retry: () => void
}

const BETWEEN_TRIES_IN_MS = 10_000

/** True while it is not known yet of which day the figures are: all who would ask wait, and look as when they load. */
export const WaitingContext = createContext(false)

/** Slow figures need not be asked for at every change: `everySeconds` is the least pause between two asks. */
export function useLiveQuery<Data, Variables extends AnyVariables>(
  args: UseQueryArgs<Variables, Data>,
  everySeconds = 1,
): Asked<Data> {
  const isWaiting = use(WaitingContext)
  const [{ data, error, operation }, execute] = useQuery<Data, Variables>({ ...args, pause: isWaiting })
  const retry = useCallback(() => execute({ requestPolicy: 'network-only' }), [execute])
  useEffect(() => {
    if (!isWaiting) return followChanges(retry, everySeconds)
  }, [retry, everySeconds, isWaiting])
  const failed = useFailed(data, error)
  const isFailed = failed !== null
  // A service that is back changes no figure, so that no change would tell of it: a wall nobody touches would never recover.
  useEffect(() => {
    if (!isFailed) return
    const timer = setInterval(retry, BETWEEN_TRIES_IN_MS)
    return () => clearInterval(timer)
  }, [isFailed, retry])
  const failure = failed && failureOf(failed.error, failed.since)
  return { data, question: operation?.key, isLoading: !data && !failed, failure, retry }
}

type Failed = { data: unknown; error: CombinedError; since: Date }

/**
 * What went wrong with the answer that is shown, and since when. When the asking ends urql forgets the error and keeps the
 * answer, and its nulls would look as if everybody had answered and nobody knew anything.
 */
function useFailed(data: unknown, error: CombinedError | undefined): Failed | null {
  const failed = useRef<Failed | null>(null)
  if (error && !isRefusalOfOthers(error, data))
    failed.current = { data, error, since: failed.current?.since ?? new Date() }
  else if (failed.current?.data !== data) failed.current = null
  return failed.current
}
