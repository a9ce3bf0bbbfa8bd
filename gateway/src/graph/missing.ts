/** Tells a null that a service could not fill from one that it meant: an error stands where the answer ends because of it. */
import type { GraphQLFormattedError } from 'graphql'
import type { Place } from '../sources/asked-for.ts'

/** The errors, with those of a service that is down at their places in the answer. */
export function located(errors: readonly GraphQLFormattedError[], data: unknown): GraphQLFormattedError[] {
  return errors.map((error) => {
    const isAway = error.extensions?.['code'] === 'SUBGRAPH_UNAVAILABLE'
    return isAway && error.path ? { ...error, path: whereItEnds(error.path, data) } : error
  })
}

/** What is never null takes what it is of with it: there the answer ends. */
function whereItEnds(path: Place, data: unknown): Place {
  let here = data
  for (const [depth, key] of path.entries()) {
    here = (here as Record<string | number, unknown> | null)?.[key] ?? null
    if (here === null) return path.slice(0, depth + 1)
  }
  return path
}
