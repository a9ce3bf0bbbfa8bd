/**
 * Who follows which stream, written to the audit before anything is told: what is told to several is asked for once, in the name of
 * their stream, and under that name the services write down what was opened. From when until when somebody was among them stands here.
 */
import { openPool } from '@vigia/db/open'
import type { Actor } from '@vigia/kit/actor'
import { NO_IDS, record } from '@vigia/kit/audit/record'
import { log } from '@vigia/kit/log'
import type { Stop } from '@vigia/kit/service'
import { newRequestId } from '../request-id.ts'

export interface StreamAudit {
  /** Rejects where it could not be written: then nothing is told. */
  begins: (actor: Actor, stream: string) => Promise<void>
  /** A stream ends whether that can be written or not; whose end is not written is taken to have followed on. */
  ends: (actor: Actor, stream: string) => Promise<void>
}

const CONNECTIONS = 2

export function streamAuditIn(databaseUrl: string): StreamAudit & { stop: Stop } {
  const pool = openPool(databaseUrl, CONNECTIONS)
  const of = { service: 'gateway', act: 'READ', types: ['Alert'], scopes: [], records: 0, batchId: null } as const
  const write = ({ sub: subject, role, org: office, states }: Actor, what: string) =>
    record(pool, {
      ...of,
      ...{ requestId: newRequestId(), subject, role, office, states, reason: null, asked: [what] },
      ...{ children: NO_IDS, missed: NO_IDS },
    })
  return {
    begins: (actor, stream) => write(actor, `alertRaised begins ${stream}`),
    ends: (actor, stream) =>
      write(actor, `alertRaised ends ${stream}`).catch((fault: unknown) =>
        log.error({ stream, fault }, 'the end of a stream could not be written to the audit'),
      ),
    stop: () => pool.end(),
  }
}
