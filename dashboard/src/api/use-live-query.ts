/** A query that asks again when the registry says that something changed. */
import { useCallback, useEffect, useRef } from 'react'
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

/** Slow figures need not be asked for at every change: `everySeconds` is the least pause between two asks. */
export function useLiveQuery<Data, Variables extends AnyVariables>(
  args: UseQueryArgs<Variables, Data>,
  everySeconds = 1,
): Asked<Data> {
  const [{ data, error, fetching }, execute] = useQuery<Data, Variables>(args)
  const retry = useCallback(() => execute({ requestPolicy: 'network-only' }), [execute])
  useEffect(() => followChanges(retry, everySeconds), [retry, everySeconds])
  const since = useRef<Date | null>(null)
  if (!error) since.current = null
  else since.current ??= new Date()
  return { data, isLoading: fetching && !data && !error, failure: failureOf(error, since.current), retry }
}
