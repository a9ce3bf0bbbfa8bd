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
  /** One round of it; gives how much it did, 0 when nothing was left. */
  round: (now: Date, evenIfUnchanged?: boolean) => Promise<number>
  /** Derives its pictures and counters again from the log and its own facts; gives how many events it read. */
  rebuild: (now: Date, onProgress?: (events: number) => void) => Promise<number>
  /** Resolves when the service can answer; rejects with a sentence when it cannot. */
  health: () => Promise<void>
  /** Lets go of the database. */
  close: () => Promise<void>
}
