/** What intake writes, told to the audit in the transaction of the file: the batch says of whom its rows are. */
import { randomUUID } from 'node:crypto'
import type { Pool, PoolClient } from 'pg'
import type { Feed } from '../intake/feed.ts'
import type { BatchRow } from '../intake/staging/tables.ts'
import type { ServiceName } from '../service.ts'
import { packed } from './packed-ids.ts'
import { NO_IDS, record } from './record.ts'

export interface Writing {
  /** The person or program that does it; the intake itself where nobody is named. */
  by?: string | undefined
  /** How many rows. */
  records: number
  reason?: string | null
}

const OF_NO_REQUEST = { types: [], scopes: [], children: NO_IDS, missed: NO_IDS, role: 'intake', states: null } as const

export async function recordWrite(client: PoolClient, feed: Feed, batch: BatchRow, writing: Writing): Promise<void> {
  const { by = 'intake', records, reason = null } = writing
  const office = batch.state === null ? batch.source : `${batch.source} ${batch.state}`
  const of = { service: feed.service, act: 'WRITE', requestId: batch.id, batchId: batch.id } as const
  await record(client, { ...OF_NO_REQUEST, ...of, subject: by, office, asked: [feed.name], reason, records })
}

/** A file of one state that told of another: nothing of it was written, or its good rows alone. */
export async function recordRefusal(
  pool: Pool,
  { service, name }: Pick<Feed, 'service' | 'name'>,
  { by = 'intake', source, state }: { by?: string | undefined; source: string; state: string | null },
): Promise<void> {
  const office = state === null ? source : `${source} ${state}`
  const of = { service, act: 'REFUSED', requestId: randomUUID(), batchId: null } as const
  await record(pool, { ...OF_NO_REQUEST, ...of, subject: by, office, asked: [name], reason: null, records: 0 })
}

/** A file has, or would have, these children represented by whoever their own file points at: told whether it was taken in or not. */
export async function recordReported(
  pool: Pool | PoolClient,
  { service, name }: Pick<Feed, 'service' | 'name'>,
  { by = 'intake', source, state }: { by?: string | undefined; source: string; state: string | null },
  children: readonly string[],
): Promise<void> {
  const office = state === null ? source : `${source} ${state}`
  const of = { service, act: 'REPORTED', requestId: randomUUID(), batchId: null, asked: [name], reason: null } as const
  const whom = { children: packed(children), records: children.length, states: state === null ? null : [state] }
  await record(pool, { ...OF_NO_REQUEST, ...of, ...whom, subject: by, office })
}

export async function recordWithdrawal(
  client: PoolClient,
  service: ServiceName,
  batchId: string,
  { by = 'intake', records, reason = null }: Writing,
): Promise<void> {
  const of = { service, act: 'WITHDRAW', requestId: batchId, batchId } as const
  await record(client, { ...OF_NO_REQUEST, ...of, subject: by, office: null, asked: [], reason, records })
}
