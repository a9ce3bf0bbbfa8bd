/**
 * Who follows which stream, written to the audit before anything is told: what is told to several is asked for once, in the name of
 * their stream, and under that name the services write down what was opened. From when until when somebody was among them stands here.
 */
import { ANSWERED_WITHIN_MS, openPool } from '@vigia/db/open'
import type { Actor } from '@vigia/kit/actor'
import { log } from '@vigia/kit/log'
import type { Stop } from '@vigia/kit/service'
import { newRequestId } from '../request-id.ts'

export interface StreamAudit {
  /** Rejects where it could not be written: then nothing is told. */
  begins: (actor: Actor, stream: string) => Promise<void>
  /** A stream ends whether that can be written or not; whose end is not written is taken to have followed on. */
  ends: (actor: Actor, stream: string) => Promise<void>
}

/** An entry each, as audit/record.ts of the kit adds one: nothing was opened yet. */
const RECORD = `select audit.record('gateway', 'READ', e."requestId", e.sub, e.role, e.org, e.states, array[e.what], array['Alert'], '{}', null,
  0, '', '', null) from jsonb_to_recordset($1) e("requestId" text, sub text, role text, org text, states text[], what text)`
/** Of one statement. A default of Vigía. */
const AT_ONCE = 500
const CONNECTIONS = 2

export function streamAuditIn(databaseUrl: string): StreamAudit & { stop: Stop } {
  const pool = openPool(databaseUrl, CONNECTIONS, ANSWERED_WITHIN_MS)
  const write = together(AT_ONCE, async (entries: readonly object[]) => {
    await pool.query({ name: 'audit-streams', text: RECORD, values: [JSON.stringify(entries)] })
  })
  const entry = ({ sub, role, org, states }: Actor, what: string) => {
    return { requestId: newRequestId(), sub, role, org, states, what }
  }
  return {
    begins: (actor, stream) => write(entry(actor, `alertRaised begins ${stream}`)),
    ends: (actor, stream) =>
      write(entry(actor, `alertRaised ends ${stream}`)).catch((fault: unknown) =>
        log.error({ stream, fault }, 'the end of a stream could not be written to the audit'),
      ),
    stop: () => pool.end(),
  }
}

/** Those who come while others are being written are written together, so that a thousand who come back wait for the disk as one. */
export function together<Entry>(
  atOnce: number,
  write: (entries: readonly Entry[]) => Promise<void>,
): (entry: Entry) => Promise<void> {
  let waiting: { entry: Entry; resolve: (written: Promise<void>) => void }[] = []
  let isWriting = false
  const go = async () => {
    isWriting = true
    while (waiting.length > 0) {
      const [now, later] = [waiting.slice(0, atOnce), waiting.slice(atOnce)]
      waiting = later
      const written = write(now.map(({ entry }) => entry))
      for (const { resolve } of now) resolve(written)
      await written.catch(() => {}) // Each of them is told.
    }
    isWriting = false
  }
  return (entry) =>
    new Promise<void>((resolve) => {
      waiting.push({ entry, resolve })
      if (!isWriting) void go()
    })
}
