/** Who is signed in, as the database remembers it: sessions of browsers, and sign-ins under way. Only hashes of ids stand there. */
import { Actor } from '@vigia/kit/actor'
import type { Pool, PoolClient } from 'pg'
import { z } from 'zod'
import type { Caller } from './caller.ts'
import { hashOf } from './credentials.ts'
import { looked } from './noting.ts'
import type { SignInTerms } from './settings.ts'

const Kept = z.object({
  actor: Actor.readonly(),
  name: z.string(),
  epoch: z.number(),
  given_at: z.date(),
  ends_at: z.date(),
})

export function callerOf(row: unknown, by: Caller['by'], key: string): Caller {
  const { actor, name, epoch, given_at: givenAt, ends_at: endsAt } = Kept.parse(row)
  return { actor: Object.freeze(actor), name, by, key, epoch, givenAt: givenAt.getTime(), endsAt: endsAt.getTime() }
}

/** Rights of now are kept with the subject; where they are others than before, or by another's word, the database ends all that it held (sessions.end_with_rights). */
const KNOW_SUBJECT = `insert into sessions.subject (sub, kind, name, actor, signed_in_at, issuer) values ($1, $2, $3, $4, $5, $6)
  on conflict (sub) do update set name = excluded.name, actor = excluded.actor, signed_in_at = excluded.signed_in_at,
    issuer = excluded.issuer
  returning epoch`

const BEGIN = `insert into sessions.session (id_hash, sub, epoch, actor, name, started_at, seen_at, ends_at)
  values ($1, $2, $3, $4, $5, $6, $6, $7)`

const WHILE_IT_HOLDS = `sessions.subject as subject
  where session.id_hash = $1 and subject.sub = session.sub and subject.epoch = session.epoch and subject.issuer = $5
    and session.ended_at is null and session.ends_at > $2 and greatest(session.seen_at, $3) > $4`
const OF_SESSION = 'subject.actor, session.name, session.epoch, session.started_at as given_at, session.ends_at'
/** `$3` is when it was last used, as far as the asker knows. */
const USE = {
  note: `update sessions.session as session set seen_at = $2 from ${WHILE_IT_HOLDS} returning ${OF_SESSION}`,
  look: `select ${OF_SESSION} from sessions.session as session, ${WHILE_IT_HOLDS}`,
}

const HOLDING = `select encode(session.id_hash, 'hex') as key
  from unnest($1::bytea[], $3::timestamptz[]) as asked (id_hash, used_at)
  join sessions.session as session using (id_hash) join sessions.subject as subject using (sub, epoch)
  where session.ended_at is null and session.ends_at > $2 and greatest(session.seen_at, asked.used_at) > $4
    and subject.issuer = $5`

export class SessionStore {
  readonly #pool: Pool
  readonly #issuer: string
  readonly #terms: SignInTerms

  /** `issuer` is by whose word people are let in: what another's let in holds no more. */
  constructor(pool: Pool, issuer: string, terms: SignInTerms) {
    this.#pool = pool
    this.#issuer = issuer
    this.#terms = terms
  }

  /** `former` is what the browser held before: an id is never used for two sign-ins. */
  async begin(
    id: string,
    who: { actor: Actor; name: string },
    at: { now: Date; former: string | null },
  ): Promise<void> {
    const { actor, name } = who
    const { now, former } = at
    const endsAt = new Date(now.getTime() + this.#terms.absoluteMs)
    await inTransaction(this.#pool, async (tx) => {
      const { rows } = await tx.query(KNOW_SUBJECT, [actor.sub, actor.kind, name, actor, now, this.#issuer])
      if (former) await tx.query(END, [hashOf(former), now])
      await tx.query(BEGIN, [hashOf(id), actor.sub, rows[0]?.epoch, actor, name, now, endsAt])
    })
  }

  /** Null for a session that is not there, or no more. */
  async use(id: string, now: number, lastUsed: number): Promise<Caller | null> {
    const idleSince = new Date(now - this.#terms.idleMs)
    const hash = hashOf(id)
    const values = [hash, new Date(now), new Date(lastUsed), idleSince, this.#issuer]
    const row = await looked(this.#pool, USE, values)
    return row ? callerOf(row, 'session', hash.toString('hex')) : null
  }

  /** Of these sessions, by when each was last used as far as the asker knows, those that still hold; that counts as no use. */
  async holding(uses: ReadonlyMap<string, number>, now: number): Promise<ReadonlySet<string>> {
    const keys = [...uses.keys()].map((key) => Buffer.from(key, 'hex'))
    const usedAt = [...uses.values()].map((at) => new Date(at))
    const idleSince = new Date(now - this.#terms.idleMs)
    const { rows } = await this.#pool.query<{ key: string }>(HOLDING, [
      keys,
      new Date(now),
      usedAt,
      idleSince,
      this.#issuer,
    ])
    return new Set(rows.map(({ key }) => key))
  }

  async end(key: string, now: Date): Promise<void> {
    await this.#pool.query(END, [Buffer.from(key, 'hex'), now])
  }

  /** All that a person holds, for whom the issuer vouches no more. */
  async endAllOf(sub: string, now: Date): Promise<void> {
    await this.#pool.query(END_ALL, [sub, now, this.#issuer])
  }
}

const END_ALL = `update sessions.subject set epoch = epoch + 1, revoked_at = greatest(revoked_at, $2)
  where sub = $1 and kind = 'person' and issuer = $3`

const END = 'update sessions.session set ended_at = $2 where id_hash = $1 and ended_at is null'

/** All of it or nothing. */
export async function inTransaction<Result>(pool: Pool, act: (tx: PoolClient) => Promise<Result>): Promise<Result> {
  const tx = await pool.connect()
  try {
    await tx.query('begin')
    const result = await act(tx)
    await tx.query('commit')
    tx.release()
    return result
  } catch (error) {
    tx.release(error instanceof Error ? error : true)
    throw error
  }
}
