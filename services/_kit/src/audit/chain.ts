/** Chains what requests have added to the audit, within a second; says in the log what alarms that raised; signs its head. */
import { setTimeout as wait } from 'node:timers/promises'
import type { Pool } from 'pg'
import { outageOf } from '../background.ts'
import { isDatabaseSilent, type Outage } from '../database-faults.ts'
import { log } from '../log.ts'
import type { Stop } from '../service.ts'
import { type Head, type HeadsOutside, headsOutside } from './heads.ts'
import type { Entry } from './record.ts'

type Chained = Entry['service']

const AT_MOST = 1_000
const BETWEEN_ROUNDS_IN_MS = 1_000
const SIGNED_EVERY_MS = 60_000
/** A head is signed after so many links too. */
const SIGNED_EVERY = 1_000
const PLACES = 'heads go to VIGIA_AUDIT_HEADS, by the key of VIGIA_AUDIT_KEY, else into the data folder'

interface Alarm {
  kind: keyof typeof SAID
  subject: string
  role: string
  office: string | null
  child_id: string | null
  records: number
}

const SAID = {
  HONEY: 'a record that stands for nobody was asked for',
  MASS: 'one subject has opened many records within an hour',
  EMERGENCY: 'emergency access was used',
  UNSIGNED: 'nobody has signed in time for an emergency access',
  REPORTED: 'a file has a child represented by whom its own file points at as a danger',
} as const

/** Links what waits, until nothing does; gives how many. Another process may be at it: then it is done there. */
export async function chainOnce(pool: Pool, service: Chained): Promise<number> {
  let all = 0
  for (;;) {
    const { rows } = await pool.query<{ linked: number | null; alarms: Alarm[] | null }>({
      name: 'audit-chain',
      text: 'select linked, alarms from audit.chain($1, $2)',
      values: [service, AT_MOST],
    })
    const { linked = null, alarms = null } = rows[0] ?? {}
    for (const alarm of alarms ?? []) sound(service, alarm)
    all += linked ?? 0
    if (linked === null || linked < AT_MOST) return all
  }
}

function sound(service: Chained, { kind, subject, role, office, child_id: child, records }: Alarm): void {
  log.error({ alarm: kind, service, subject, role, office, child, records }, SAID[kind])
}

/** Goes on until it is stopped, and signs where the chain then ends. A fault is told and tried again. */
export function keepChain(pool: Pool, service: Chained, outage = outageOf(service)): Stop {
  const stopping = new AbortController()
  const rounds = goRound({ pool, service, outage }, stopping.signal)
  return async () => {
    stopping.abort()
    await rounds
  }
}

interface Chain {
  pool: Pool
  service: Chained
  outage: Outage
}

async function goRound(chain: Chain, signal: AbortSignal): Promise<void> {
  const { pool, service, outage } = chain
  const heads = headsOutside()
  let signed: Top | null = null
  // Of no clock that somebody sets: one that was put back an hour would leave an hour unsigned.
  let signedAt = performance.now()
  let isFaulty = false
  for (;;) {
    const isLast = signal.aborted
    try {
      const isDue = isLast || performance.now() - signedAt >= SIGNED_EVERY_MS
      if ((await chainOnce(pool, service)) > 0 || isDue) {
        const top = await topOf(pool, service)
        if (top && (isDue ? isUnsigned(top, signed, heads) : isFarFrom(top, signed))) {
          await keep(pool, service, heads.sign(top, new Date()))
          signed = top
        }
        if (isDue) signedAt = performance.now()
      }
      if (isFaulty) log.warn({ service }, 'the audit is chained and its head signed again')
      isFaulty = false
      outage.wentOn(chain)
    } catch (fault) {
      const isTold: boolean = isFaulty || (isLast ? isDatabaseSilent(fault) : outage.holds(chain, fault))
      if (!isTold) log.error({ service, fault }, `the audit could not be chained or its head not signed: ${PLACES}`)
      isFaulty ||= !isTold
    }
    if (isLast) return
    await wait(BETWEEN_ROUNDS_IN_MS, undefined, { signal }).catch(() => {})
  }
}

type Top = Pick<Head, 'registry' | 'service' | 'seq' | 'hash'>

/** Also of a chain that ends where it did before, or earlier: its database was put back, or its heads were moved away. */
const isUnsigned = (top: Top, signed: Top | null, heads: HeadsOutside): boolean =>
  top.hash !== signed?.hash || !heads.areKeptOf(top)

const isFarFrom = (top: Top, signed: Top | null): boolean => Math.abs(top.seq - (signed?.seq ?? 0)) >= SIGNED_EVERY

async function topOf(pool: Pool, service: Chained): Promise<Top | null> {
  const { rows } = await pool.query<{ registry: string; seq: number; hash: Buffer }>(
    'select registry, seq, hash from audit.top_of($1) where seq is not null',
    [service],
  )
  const [row] = rows
  return row ? { registry: row.registry, service, seq: row.seq, hash: row.hash.toString('hex') } : null
}

/** In the database too, where overseers read it. */
async function keep(pool: Pool, service: Chained, { seq, at, key, signature }: Head): Promise<void> {
  await pool.query('select audit.keep_head($1, $2, $3, $4, $5)', [
    ...[service, seq, at, key],
    Buffer.from(signature, 'base64url'),
  ])
}
