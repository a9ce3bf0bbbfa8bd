/** What a service is to those who run it: the gateway in the same process, or its own main.ts. */
import type { GraphQLSchema } from 'graphql'
import type { Actor } from './actor.ts'

export const SERVICE_NAMES = ['children', 'placements', 'representation', 'returns', 'oversight'] as const
export type ServiceName = (typeof SERVICE_NAMES)[number]

export type Stop = () => Promise<void>

export interface Service {
  name: ServiceName
  schema: GraphQLSchema
  /** The context of one request. Never shared between two: loaders and scopes are kept in it. */
  contextOf: (actor: Actor) => object
  /** Starts what runs by itself: numbering events, following the other services, folding counts. */
  start: () => Promise<Stop>
  /** Resolves when the service can answer; rejects with a sentence when it cannot. */
  health: () => Promise<void>
  /** Lets go of the database. */
  close: () => Promise<void>
}
