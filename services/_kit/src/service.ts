/** What a service is to those who run it: the gateway in the same process, or its own main.ts. */
import type { Opening } from '@vigia/db/opened-once'
import type { DocumentNode, ExecutionResult, GraphQLSchema } from 'graphql'
import type { Actor } from './actor.ts'
import type { Trail } from './audit/trail.ts'

export const SERVICE_NAMES = ['children', 'placements', 'representation', 'returns', 'oversight'] as const
export type ServiceName = (typeof SERVICE_NAMES)[number]

export type Stop = () => Promise<void>

/** Who asks, in which request, and why where that was written down. */
export interface Asker {
  actor: Actor
  requestId: string
  reason: string | null
  /**
   * Where whoever passes the answer on waits until what was written of it has reached the disk, and gives out nothing before: a service
   * in the same process adds to it, and answers meanwhile, whether it could be written or not. Without it the service waits by itself.
   */
  unkept?: Promise<void>[]
}

/** A document that fits the schema. */
export interface Question {
  document: DocumentNode
  variables?: Record<string, unknown> | undefined
  operationName?: string | undefined
}

export interface Service {
  name: ServiceName
  schema: GraphQLSchema
  /** The only way to an answer: none is given before the audit holds what was read for it. */
  answer: (question: Question, asker: Asker) => Promise<ExecutionResult>
  /** Whether somebody has come with an envelope of that number before, to whichever process of this service. */
  openingOf: (number: string) => Promise<Opening>
  /** The context of one request, which notes what is read. Never shared between two: loaders and scopes are kept in it. */
  contextOf: (actor: Actor, trail: Trail) => { now: () => Date }
  /** Starts what runs by itself: numbering events, following the other services, folding counts. */
  start: () => Promise<Stop>
  /** One round of it; gives how much it did, 0 when nothing was left. */
  round: (now: Date, evenIfUnchanged?: boolean) => Promise<number>
  /** How many its rounds have before them besides the log, as those of whom alerts are to be judged. */
  left: (now: Date) => Promise<number>
  /** Goes past all events that have their number: what it keeps of the others is up to date, and nothing is counted yet. */
  hear: () => Promise<void>
  /** Derives its pictures and counters again from the log and its own facts; gives how many events it read. */
  rebuild: (now: Date, onProgress?: (events: number) => void) => Promise<number>
  /** Resolves when the service can answer; rejects with a sentence when it cannot. */
  health: () => Promise<void>
  /** Lets go of the database. */
  close: () => Promise<void>
}
