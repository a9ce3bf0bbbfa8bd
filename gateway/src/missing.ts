/** Tells a null that a service could not fill from one that it meant: an error for each place, with its path. */
import type { GraphQLFormattedError } from 'graphql'
import type { Place } from './sources/asked-for.ts'

/** Whoever asks for more than that of a service that is down is told of the first. */
const MOST_PLACES = 500

/** The errors with those of a service that is down at their places in the answer; without a place where none is left. */
export function located(errors: readonly GraphQLFormattedError[], data: unknown): GraphQLFormattedError[] {
  const placed = errors.map((error) => ({ error, at: placesOf(error, data) }))
  const services = new Set(placed.filter(({ at }) => at.length > 0).map(({ error }) => error.extensions?.['service']))
  return placed.flatMap(({ error, at }) => {
    if (at.length > 0) return at.map((path) => ({ ...error, path }))
    // Where the same service is missing at a place, that says it all.
    return 'missing' in (error.extensions ?? {}) && services.has(error.extensions?.['service']) ? [] : [error]
  })
}

function placesOf({ extensions }: GraphQLFormattedError, data: unknown): Place[] {
  const missing = extensions?.['missing']
  if (!Array.isArray(missing)) return []
  return missing.flatMap((pattern: Place) => placesLike(pattern, data)).slice(0, MOST_PLACES)
}

/** Where the answer holds null and the pattern says what was to be there. */
function placesLike(pattern: Place, data: unknown, above: Place = []): Place[] {
  const [head, ...rest] = pattern
  if (head === undefined) return data === null ? [above] : []
  if (head === '@') {
    return Array.isArray(data) ? data.flatMap((item, index) => placesLike(rest, item, [...above, index])) : []
  }
  // At the top the whole answer may be null because of this one.
  if (data === null || data === undefined) return above.length === 0 && rest.length === 0 ? [[head]] : []
  return placesLike(rest, (data as Record<string, unknown>)[head], [...above, head])
}
