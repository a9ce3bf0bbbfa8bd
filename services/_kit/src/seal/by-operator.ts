/** What somebody at the machine destroys, told to the audit in the transaction that does it. */
import { randomUUID } from 'node:crypto'
import { userInfo } from 'node:os'
import type { ClientBase } from 'pg'
import { packed } from '../audit/packed-ids.ts'
import { type Entry, NO_IDS, record } from '../audit/record.ts'

interface Deed {
  service: Entry['service']
  asked: readonly string[]
  children: readonly string[]
  /** Children; or, where it is of none, rows. */
  records: number
  reason: string
}

export async function tellByOperator(
  client: ClientBase,
  { service, asked, children, records, reason }: Deed,
): Promise<void> {
  const who = { subject: operator(), role: 'operator', office: null, states: null }
  const what = { asked, types: children.length > 0 ? ['Child'] : [], scopes: [], records, children: packed(children) }
  const entry = { service, act: 'WRITE', requestId: randomUUID(), missed: NO_IDS, batchId: null } as const
  await record(client, { ...entry, ...who, ...what, reason })
}

/** Whose hands these are: VIGIA_OPERATOR, else the account on this machine. */
function operator(): string {
  try {
    return process.env['VIGIA_OPERATOR'] || userInfo().username
  } catch {
    return `uid ${process.getuid?.()}`
  }
}
