/** Alarms of the audit, and the signed heads of its chains: what overseers look at, and what the ombudsperson keeps. */
import type { Actor } from '@vigia/kit/actor'
import { keysetPage, type Page } from '@vigia/kit/graph/keyset'
import type { PageArgs } from '@vigia/kit/graph/page'
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

/** An actor of states is told of readers of one of them; readers of the whole country are overseen by the others. */
export function alarmsPage(pool: Pool, { states }: Actor, args: PageArgs): Promise<Page<AccessAlarm>> {
  const keyset = {
    pool,
    select: 'select id, at, kind, subject, role, office, states, records from audit.alarm_told',
    where: states === null ? '' : 'states && $1::text[]',
    values: states === null ? [] : [states],
    order: [
      { column: 'at', cast: 'timestamptz', key: 'at' },
      { column: 'id', cast: 'bigint', key: 'id' },
    ],
    descending: true,
  }
  return keysetPage<AccessAlarm>(keyset, args)
}

export function headsPage(pool: Pool, args: PageArgs): Promise<Page<AuditHead>> {
  const keyset = {
    pool,
    select: 'select registry, service, seq, hash, at, key_id as "keyId", signature from audit.head_told',
    where: '',
    values: [],
    order: [
      { column: 'at', cast: 'timestamptz', key: 'at' },
      { column: 'service', cast: 'text', key: 'service' },
      { column: 'seq', cast: 'bigint', key: 'seq' },
    ],
    descending: true,
  }
  return keysetPage<AuditHead>(keyset, args)
}
