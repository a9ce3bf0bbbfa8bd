/** A query that asks again when the registry says that something changed. */
import { createContext, use, useCallback, useEffect, useRef } from 'react'
import { type AnyVariables, type UseQueryArgs, useQuery } from 'urql'
import { type Failure, failureOf } from './failure.ts'
import { followChanges } from './live.ts'

export type Asked<Data> = {
  /** What came. Null parts of it are parts that a service did not answer. */
  data: Data | undefined
  isLoading: boolean
  /** Who did not answer; null when all did. */
  failure: Failure | null
  retry: () => void
}

/** True while it is not known yet of which day the figures are: all who would ask wait, and look as when they load. */
export const WaitingContext = createContext(false)

/** Slow figures need not be asked for at every change: `everySeconds` is the least pause between two asks. */
export function useLiveQuery<Data, Variables extends AnyVariables>(
  args: UseQueryArgs<Variables, Data>,
  everySeconds = 1,
): Asked<Data> {
  const isWaiting = use(WaitingContext)
  const [{ data, error, fetching }, execute] = useQuery<Data, Variables>({ ...args, pause: isWaiting })
  const retry = useCallback(() => execute({ requestPolicy: 'network-only' }), [execute])
  useEffect(() => {
    if (!isWaiting) return followChanges(retry, everySeconds)
  }, [retry, everySeconds, isWaiting])
  const since = useRef<Date | null>(null)
  if (!error) since.current = null
  else since.current ??= new Date()
  return {
    data,
    isLoading: (isWaiting || fetching) && !data && !error,
    failure: failureOf(error, since.current),
    retry,
  }
}
