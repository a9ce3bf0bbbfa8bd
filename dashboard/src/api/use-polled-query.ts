/** A question about what no change of the board tells of: asked again every so often while somebody looks at the page. */
import { useEffect } from 'react'
import type { AnyVariables, UseQueryArgs } from 'urql'
import { type Asked, useLiveQuery } from './use-live-query.ts'

const SECOND_IN_MS = 1_000

export function usePolledQuery<Data, Variables extends AnyVariables>(
  args: UseQueryArgs<Variables, Data>,
  everySeconds: number,
): Asked<Data> {
  const asked = useLiveQuery(args, everySeconds)
  const { retry } = asked
  useEffect(() => {
    const timer = setInterval(() => {
      if (!document.hidden) retry()
    }, everySeconds * SECOND_IN_MS)
    return () => clearInterval(timer)
  }, [retry, everySeconds])
  return asked
}
