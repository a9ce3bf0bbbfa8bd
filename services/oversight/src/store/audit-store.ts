/** Alarms of the audit, and the signed heads of its chains: what overseers look at, and what the ombudsperson keeps. */
import type { Actor } from '@vigia/kit/actor'
import { keysetPage, type Page } from '@vigia/kit/graph/keyset'
import { isWithin, narrowed, type PageArgs } from '@vigia/kit/graph/page'
import type { Pool } from 'pg'

export interface AccessAlarm {
  at: Date
  kind: 'HONEY' | 'MASS' | 'EMERGENCY' | 'UNSIGNED' | 'REPORTED'
  subject: string
  role: string
  office: string | null
  states: string[] | null
  records: number
}

export interface AuditHead {
  registry: string
  service: string
  seq: number
  hash: Buffer
  at: Date
  keyId: string
  signature: Buffer
}

/** Null, or empty, where anything will do. */
export interface AlarmsWanted {
  kinds: readonly AccessAlarm['kind'][]
  /** Of readers who are bound to this state. */
  state: string | null
  raised: { from: Date; until: Date } | null
}

/** An actor of states is told of readers of one of them; readers of the whole country are overseen by the others. */
export function alarmsPage(
  pool: Pool,
  { kinds, state, raised }: AlarmsWanted,
  { states }: Actor,
  args: PageArgs,
): Promise<Page<AccessAlarm>> {
  const keyset = {
    pool,
    select: 'select id, at, kind, subject, role, office, states, records from audit.alarm_told',
    ...narrowed((mark) => [
      states !== null && `states && ${mark(states)}::text[]`,
      kinds.length > 0 && `kind = any (${mark(kinds)})`,
      state !== null && `${mark(state)} = any (states)`,
      isWithin('at', raised, mark),
    ]),
    order: [
      { column: 'at', cast: 'timestamptz', key: 'at' },
      { column: 'id', cast: 'bigint', key: 'id' },
    ],
    descending: true,
  }
  return keysetPage<AccessAlarm>(keyset, args)
}

/** Null where anything will do. */
export interface HeadsWanted {
  service: string | null
  signed: { from: Date; until: Date } | null
}

/** Null for one that was never signed. */
export async function headBy(pool: Pool, service: string, seq: number): Promise<AuditHead | null> {
  const { rows } = await pool.query<AuditHead>(
    `select registry, service, seq, hash, at, key_id as "keyId", signature from audit.head_told where service = $1 and seq = $2`,
    [service, seq],
  )
  return rows[0] ?? null
}

export function headsPage(pool: Pool, { service, signed }: HeadsWanted, args: PageArgs): Promise<Page<AuditHead>> {
  const keyset = {
    pool,
    select: 'select registry, service, seq, hash, at, key_id as "keyId", signature from audit.head_told',
    ...narrowed((mark) => [service !== null && `service = ${mark(service)}`, isWithin('at', signed, mark)]),
    order: [
      { column: 'at', cast: 'timestamptz', key: 'at' },
      { column: 'service', cast: 'text', key: 'service' },
      { column: 'seq', cast: 'bigint', key: 'seq' },
    ],
    descending: true,
  }
  return keysetPage<AuditHead>(keyset, args)
}
