/** Documents typed against the graph that clients see (`gateway/api.graphql`). */
import { initGraphQLTada } from 'gql.tada'
import type { Day, Instant } from '../format/times.ts'
import type { introspection } from './schema.d.ts'

export const graphql = initGraphQLTada<{
  introspection: introspection
  scalars: {
    DateTime: Instant
    Date: Day
  }
  disableMasking: true
}>()

export type { ResultOf } from 'gql.tada'
