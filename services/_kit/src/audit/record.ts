/** Adds one entry to the audit, in the caller's transaction where it has one: no entry, no answer and no write. */
import type { ServiceName } from '../service.ts'

/** A pool, or the client of a transaction. */
export interface Asked {
  query: (query: { name: string; text: string; values: unknown[] }) => Promise<unknown>
}

type OfSignIn = 'SIGN_IN' | 'SIGN_OUT' | 'KEY'
type OfOpening = 'OPEN' | 'EMERGENCY' | 'SIGN' | 'FLAG'
type OfFile = 'WRITE' | 'WITHDRAW' | 'REPORTED'
type Act = 'READ' | OfFile | 'REFUSED' | 'EXPORT' | OfOpening | OfSignIn

export interface Entry {
  service: ServiceName | 'gateway'
  act: Act
  requestId: string
  /** Who, of which role, for which office, bound to which states. */
  subject: string
  role: string
  office: string | null
  states: readonly string[] | null
  /** The fields at the top of the request, or the feed of the file. */
  asked: readonly string[]
  types: readonly string[]
  scopes: readonly string[]
  reason: string | null
  /** How many children; of a file, how many rows. */
  records: number
  children: Buffer
  missed: Buffer
  batchId: string | null
}

export const NO_IDS = Buffer.alloc(0)

const RECORD = 'select audit.record($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)'

/** Rejects where the entry could not be added: then nothing of what it tells may happen. */
export async function record(database: Asked, entry: Entry): Promise<void> {
  const { service, act, requestId, subject, role, office, states, asked, types, scopes, reason } = entry
  const { records, children, missed, batchId } = entry
  await database.query({
    name: 'audit-record',
    text: RECORD,
    values: [
      ...[service, act, requestId, subject, role, office, states, asked, types, scopes, reason],
      ...[records, children, missed, batchId],
    ],
  })
}
