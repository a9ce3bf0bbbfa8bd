/** Reads a chain from its start and computes every hash again: names the first row that is not what it was. */
import type { Pool } from 'pg'
import { hashOf, startOf } from './hash.ts'
import type { HeadFound } from './heads.ts'
import { Hundreds } from './hundreds.ts'
import { LINKED, type Linked } from './words.ts'

export interface Fault {
  seq: number
  what: 'MISSING' | 'ALTERED' | 'TRUNCATED' | 'OTHER_HEAD' | 'FORGED_HEAD' | 'NEVER_CHAINED' | 'HIDDEN'
}

export interface Verdict {
  service: string
  links: number
  /** The highest head that the chain bears out. */
  attested: HeadFound | null
  /** Up to where the database says that it was signed; 0 for nowhere. It proves nothing: whoever alters the chain may alter it too. */
  claimed: number
  /** The first row behind that head, which no head bears out yet. */
  unsigned: { seq: number; at: Date } | null
  fault: Fault | null
}

export interface Verified extends Linked {
  hash: Buffer
}

export const CHAINED = ['children', 'placements', 'representation', 'returns', 'oversight', 'gateway'] as const

const PAGE = 5_000

/** Null before anything was chained. */
export async function registryOf(pool: Pool): Promise<string | null> {
  const { rows } = await pool.query<{ id: string }>('select id from audit.registry')
  return rows[0]?.id ?? null
}

export interface Verifying {
  pool: Pool
  registry: string
  service: string
  heads: readonly HeadFound[]
  /** Told of each row that holds, in its order. */
  onRow?: (row: Verified) => void
}

export async function verifyChain({ pool, registry, service, heads, onRow }: Verifying): Promise<Verdict> {
  const own = heads.filter((head) => head.service === service)
  const forged = own.find(({ isSigned }) => !isSigned)
  // One place may be signed more than once: a service that starts again signs where it finds the end, whatever that has become.
  const headsAt = Map.groupBy(own, ({ seq }) => seq)
  const claimed = await claimedOf(pool, service)
  const verdict: Verdict = { service, links: 0, attested: null, claimed, unsigned: null, fault: null }
  const hundreds = new Hundreds(pool, service)
  let former = startOf(registry, service)
  for await (const row of rowsOf(pool, service)) {
    const fault = faultOf(row, verdict.links + 1, former) ?? differs(headsAt.get(row.seq), row)
    if (fault) return { ...verdict, fault }
    former = row.hash
    verdict.links = row.seq
    const head = headsAt.get(row.seq)?.at(-1)
    verdict.attested = head ?? verdict.attested
    verdict.unsigned = head ? null : (verdict.unsigned ?? { seq: row.seq, at: new Date(row.micros / 1_000) })
    await hundreds.take(row)
    if (row.id !== null) onRow?.({ ...row, id: row.id })
  }
  if (forged) return { ...verdict, fault: { seq: forged.seq, what: 'FORGED_HEAD' } }
  const beyond = own.some(({ seq }) => seq > verdict.links)
  if (beyond) return { ...verdict, fault: { seq: verdict.links + 1, what: 'TRUNCATED' } }
  await hundreds.end()
  const { hidden } = hundreds
  const fault = await neverChained(pool, service, verdict.links)
  return { ...verdict, fault: fault ?? (hidden === null ? null : { seq: hidden, what: 'HIDDEN' }) }
}

async function claimedOf(pool: Pool, service: string): Promise<number> {
  const { rows } = await pool.query<{ seq: number }>(
    'select coalesce(max(seq), 0) as seq from audit.head where service = $1',
    [service],
  )
  return rows[0]?.seq ?? 0
}

/** A link whose entry is gone has nulls in its place. */
type Row = Omit<Verified, 'id'> & { id: number | null }

async function* rowsOf(pool: Pool, service: string): AsyncGenerator<Row> {
  for (let after = 0; ; ) {
    const { rows } = await pool.query<Row>(
      `select ${LINKED}, l.hash from audit.link l left join audit.entry e on e.id = l.entry_id
       where l.service = $1 and l.seq > $2 order by l.seq limit ${PAGE}`,
      [service, after],
    )
    yield* rows
    const last = rows.at(-1)
    if (!last || rows.length < PAGE) return
    after = last.seq
  }
}

function faultOf(row: Row, seq: number, former: Buffer): Fault | null {
  if (row.seq !== seq || row.id === null) return { seq, what: 'MISSING' }
  if (isJoined(row)) return { seq, what: 'ALTERED' }
  return hashOf(former, { ...row, id: row.id })?.equals(row.hash) ? null : { seq, what: 'ALTERED' }
}

/**
 * The words of a list are hashed with a space between, and none has one but what is written of a stream: two that were made one by it would be
 * hashed alike.
 */
const isJoined = ({ states, asked, types, scopes }: Row): boolean =>
  [...(states ?? []), ...types, ...scopes, ...asked.filter((word) => !OF_A_STREAM.test(word))].some((word) =>
    word.includes(' '),
  )
const OF_A_STREAM = /^\w+ (begins|ends) stream:[\w-]+$/

/** Sound in itself and another than the one that was signed: written anew. */
function differs(heads: readonly HeadFound[] = [], { seq, hash }: Row): Fault | null {
  const isOther = heads.some((head) => head.isSigned && head.hash !== hash.toString('hex'))
  return isOther ? { seq, what: 'OTHER_HEAD' } : null
}

/** An entry that neither has its link nor waits for it: somebody took it out of the queue, or put it into one that nobody works off. */
async function neverChained(pool: Pool, service: string, links: number): Promise<Fault | null> {
  const { rows } = await pool.query(
    `select from audit.entry e where e.service = $1 and not exists (select from audit.link l where l.entry_id = e.id)
     and not exists (select from audit.unlinked u where u.entry_id = e.id and u.service = e.service) limit 1`,
    [service],
  )
  return rows.length > 0 ? { seq: links + 1, what: 'NEVER_CHAINED' } : null
}
