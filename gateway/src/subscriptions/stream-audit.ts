/**
 * Who follows which stream, written to the audit before anything is told: what is told to several is asked for once, in the name of
 * their stream, and under that name the services write down what was opened. From when until when somebody was among them stands here.
 */
import { ANSWERED_WITHIN_MS, openPool } from '@vigia/db/open'
import type { Actor } from '@vigia/kit/actor'
import { log } from '@vigia/kit/log'
import type { Stop } from '@vigia/kit/service'
import { newRequestId } from '../request/request-id.ts'
import { ToldRecord } from './told-record.ts'
import type { ToldRows } from './told-to.ts'

/** Where somebody begins to follow. */
interface Beginning {
  /** Of this one connection. */
  follower: string
  /** Behind which place. */
  after: number
  /** Whether he came with a cursor of that place. */
  hasCursor: boolean
  /** When what lets him in is over. */
  until: Date
}

export interface StreamAudit {
  /** What is written to whom from then on. */
  told: Pick<ToldRecord, 'of'>
  /** Rejects where it could not be written: then nothing is told. */
  begins: (actor: Actor, stream: string, beginning: Beginning) => Promise<void>
  /** A stream ends whether that can be written or not; whose end is not written is taken to have followed on. */
  ends: (actor: Actor, stream: string) => Promise<void>
}

/**
 * An entry each: nothing was opened yet, and what the stream opens from then on counts as read by him (audit.opened_in_bulk). Whoever
 * begins stands beside, for whom he will be told.
 */
const RECORD = `
  with entry as materialized (
    select * from jsonb_to_recordset($1) e("requestId" text, sub text, role text, org text, states text[], stream text,
      follower uuid, after bigint, "hasCursor" boolean, until timestamptz)
  ), begun as (
    insert into stream.follower (id, stream, subject, role, office, states, after_seq, has_cursor)
    select follower, stream, sub, role, org, states, after, "hasCursor" from entry where follower is not null
  )
  select audit.follow(e."requestId", e.sub, e.role, e.org, e.states, e.stream, e.follower is not null, e.until) from entry e`
const TELL = `
  with cohort as (
    insert into stream.cohort (id, followers)
    select id, followers from jsonb_to_recordset($1) c(id uuid, followers uuid[]) on conflict (id) do nothing
  )
  insert into stream.telling (id, seqs, cohort, besides, without)
  select id, seqs, cohort, besides, without
  from jsonb_to_recordset($2) t(id uuid, seqs bigint[], cohort uuid, besides uuid[], without uuid[]) on conflict (id) do nothing`
/** Of one statement. A default of Vigía. */
const AT_ONCE = 500
const CONNECTIONS = 2

export function streamAuditIn(databaseUrl: string): StreamAudit & { stop: Stop } {
  const pool = openPool(databaseUrl, CONNECTIONS, ANSWERED_WITHIN_MS)
  const write = together(AT_ONCE, async (entries: readonly object[]) => {
    await pool.query({ name: 'audit-streams', text: RECORD, values: [JSON.stringify(entries)] })
  })
  const entry = ({ sub, role, org, states }: Actor, stream: string) => {
    return { requestId: newRequestId(), sub, role, org, states, stream }
  }
  const told = new ToldRecord(async ({ cohorts, tellings }: ToldRows) => {
    await pool.query({
      name: 'told-by-streams',
      text: TELL,
      values: [JSON.stringify(cohorts), JSON.stringify(tellings)],
    })
  })
  /** Ends that are still being written. */
  const ending = new Set<Promise<void>>()
  return {
    told,
    begins: (actor, stream, beginning) => write({ ...entry(actor, stream), ...beginning }),
    async ends(actor, stream) {
      const ended = write(entry(actor, stream)).catch((fault: unknown) =>
        log.error({ service: 'gateway', stream, fault }, 'the end of a stream could not be written to the audit'),
      )
      ending.add(ended)
      await ended
      ending.delete(ended)
    },
    async stop() {
      await told.stop()
      // When a gateway stops all its streams end at once, and those that waited for the first to be written are not left out.
      await Promise.all(ending)
      await pool.end()
    },
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
