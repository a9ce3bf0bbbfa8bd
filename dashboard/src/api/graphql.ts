/** Documents typed against the graph that clients see (`gateway/api.graphql`). */
import { initGraphQLTada } from 'gql.tada'
import type { introspection } from './schema.d.ts'

export const graphql = initGraphQLTada<{
  introspection: introspection
  scalars: {
    /** An instant in UTC, RFC 3339. */
    DateTime: string
    /** A day in Mexico, YYYY-MM-DD. */
    Date: string
  }
  disableMasking: true
}>()

export type { ResultOf } from 'gql.tada'
