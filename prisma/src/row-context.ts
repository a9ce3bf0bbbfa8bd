/** In whose name rows are read: signed here, verified by the database (sec.enter), which lets nothing through without it. */
import { createHash, createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto'
import type pg from 'pg'

/** What the policies of the database go by. */
export interface RowContext {
  /** How rows are judged: ALL, NONE, or one of the rules of the matrix of access. */
  rule: string
  /** INEGI codes; null for the whole country. */
  states: readonly string[] | null
  /** Ids of the places to which the actor is bound beside its states, where it is. */
  facilities?: readonly string[]
  /** To whom a mandate was given: keys of counsel. */
  parties: readonly string[]
  /** Children beyond the actor's rows whom it says that it has opened in an emergency. */
  opened: readonly string[]
  /** Whether the actor is shown stubs of children who have left its states. */
  stubs?: true
  /** Whether the actor is told who read which record. */
  audits?: true
  /** Of which side the actor reads acts whole, where it oversees one: FEDERAL or STATE, which is that of its states. */
  oversees?: string
  /** Who opened records, where any are named: the database looks whether they were (sec.open_now). */
  holder?: { subject: string; role: string; states: readonly string[] | null }
  /** What the agreement of a partner covers, and when: milliseconds since 1970 (sec.agreed). */
  agreement?: { data: readonly string[]; kinds: readonly string[] | null; from: number; until: number }
  /** When it is, in ISO 8601: whether something that ends is over yet. */
  at: string
}

/** By which plans are kept: what the policies need depends on it (sec.planned_way, sec.planned_side). */
export const ruleOf = ({ rule, oversees }: RowContext): string =>
  oversees === undefined ? rule : `${rule} ${oversees}`

export interface ContextKey {
  id: string
  secret: KeyObject
}

/** Longer than any request may take. */
const LIFE_IN_S = 30
const BLOCK_IN_BYTES = 64

/** The key of a login, which whoever knows its password can make. */
export function contextKeyOf(password: string): ContextKey {
  const secret = Buffer.from(hkdfSync('sha256', password, '', 'vigia rows', 32))
  return { id: createHash('sha256').update(secret).digest('hex').slice(0, 16), secret: createSecretKey(secret) }
}

/** The key as the database keeps it: PostgreSQL hashes, but makes no HMAC. */
function padsOf({ secret }: ContextKey): { inner: Buffer; outer: Buffer } {
  const padded = Buffer.alloc(BLOCK_IN_BYTES)
  secret.export().copy(padded)
  return {
    inner: Buffer.from(padded.map((byte) => byte ^ 0x36)),
    outer: Buffer.from(padded.map((byte) => byte ^ 0x5c)),
  }
}

/** Good for half a minute, with the login of that key alone. `now` is by the clock of the database, which judges it. */
export function signedContext({ id, secret }: ContextKey, context: RowContext, now = Date.now()): string {
  const until = Math.floor(now / 1_000) + LIFE_IN_S
  const head = `${id}.${Buffer.from(JSON.stringify({ until, ...context })).toString('base64')}`
  return `${head}.${createHmac('sha256', secret).update(head).digest('hex')}`
}

/** By which the database verifies in whose name a reader reads. */
export async function keepKey(client: pg.Client, login: string, password: string): Promise<void> {
  const key = contextKeyOf(password)
  const { inner, outer } = padsOf(key)
  await client.query('select sec.keep_key($1, $2, $3, $4)', [login, key.id, inner, outer])
}
