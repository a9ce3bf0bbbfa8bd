/** A question about what no change of the board tells of: asked again every so often while somebody looks, less often where little may be asked. */
import { useEffect } from 'react'
import type { AnyVariables, UseQueryArgs } from 'urql'
import { pauseBetweenAsks } from './allowance.ts'
import { type Asked, useLiveQuery } from './use-live-query.ts'

const SECOND_IN_MS = 1_000

export function usePolledQuery<Data, Variables extends AnyVariables>(
  args: UseQueryArgs<Variables, Data>,
  everySeconds: number,
): Asked<Data> {
  const asked = useLiveQuery(args, everySeconds)
  const { retry } = asked
  useEffect(() => {
    let waited = 0
    const timer = setInterval(() => {
      waited += everySeconds
      if (document.hidden || waited < pauseBetweenAsks(everySeconds)) return
      waited = 0
      retry()
    }, everySeconds * SECOND_IN_MS)
    return () => clearInterval(timer)
  }, [retry, everySeconds])
  return asked
}
