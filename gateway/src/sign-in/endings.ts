/** What has ended: told by the database within moments, looked up every second. Nobody is let in who may have ended unheard. */
import { LRUCache } from 'lru-cache'
import type pg from 'pg'
import { z } from 'zod'
import { DatabaseWatch } from '../database-watch.ts'
import type { Caller } from './caller.ts'

/** Without a look within so long, nobody knows who was turned out meanwhile. A default of Vigía, and the promise of 2 s. */
const FRESH_FOR_MS = 2_000
/** Longer than any access token lives, and than any caller is remembered. */
const LOOK_BACK = '15 minutes'

/** `$1` is now by the clock of the gateways, which date most of it; that of the database may be another. */
const SINCE = `least(now(), $1::timestamptz) - interval '${LOOK_BACK}'`
const LOOK = `select sub as what, epoch, revoked_at as at from sessions.subject where revoked_at > ${SINCE}
  union all select encode(id_hash, 'hex'), null, ended_at from sessions.session where ended_at > ${SINCE}
  union all select encode(token_hash, 'hex'), null, revoked_at from sessions.personal_token where revoked_at > ${SINCE}`

const Rows = z.array(z.object({ what: z.string(), epoch: z.number().nullable(), at: z.date() }))

interface Ending {
  /** Of a subject: what was given before its epoch has ended. Null for the end of one credential. */
  epoch: number | null
  at: number
}

export class Endings {
  readonly #watch: DatabaseWatch
  readonly #now: () => number
  readonly #listeners = new Set<() => void>()
  #ended = new Map<string, Ending>()
  /** Credentials that ended in this process: a look that was under way knows nothing of them yet. */
  readonly #noted = new LRUCache<string, true>({ max: 10_000 })
  #lookedAt = Number.NEGATIVE_INFINITY
  #waiting: (() => void)[] = []

  constructor(databaseUrl: string, log: (sentence: string) => void, now: () => number) {
    this.#now = now
    this.#watch = new DatabaseWatch({
      databaseUrl,
      channel: 'vigia_sessions',
      look: (client) => this.#look(client),
      lost: (why) => {
        if (this.isFresh()) log(`Nobody is let in until the database tells again who is signed in: ${why}`)
        this.#release()
      },
    })
  }

  /** Whether what is known is of the last two seconds. */
  isFresh(): boolean {
    return performance.now() - this.#lookedAt < FRESH_FOR_MS
  }

  /** Looks, unless that was just done; false when the database does not tell. */
  async refreshed(): Promise<boolean> {
    if (this.isFresh()) return true
    await new Promise<void>((resolve) => {
      this.#waiting.push(resolve)
      this.#watch.call()
    })
    return this.isFresh()
  }

  has({ actor, key, epoch, givenAt }: Pick<Caller, 'actor' | 'key' | 'epoch' | 'givenAt'>): boolean {
    if (this.#noted.has(key) || this.#ended.has(key)) return true
    const subject = this.#ended.get(actor.sub)
    if (!subject) return false
    return epoch === null ? givenAt <= subject.at : epoch < (subject.epoch ?? 0)
  }

  /** One that ended in this process: others hear of it by the database. */
  note(key: string): void {
    this.#noted.set(key, true)
    this.#tell()
  }

  /** Called after anything ended. */
  onEnd(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  stop(): Promise<void> {
    return this.#watch.stop()
  }

  async #look(client: pg.Client): Promise<void> {
    const began = performance.now()
    const { rows } = await client.query(LOOK, [new Date(this.#now())])
    const found = new Map(Rows.parse(rows).map(({ what, epoch, at }) => [what, { epoch, at: at.getTime() }]))
    const isNew = [...found].some(([what, { at }]) => this.#ended.get(what)?.at !== at)
    this.#ended = found
    this.#lookedAt = began
    this.#release()
    if (isNew) this.#tell()
  }

  #release(): void {
    for (const resolve of this.#waiting.splice(0)) resolve()
  }

  #tell(): void {
    for (const listener of this.#listeners) listener()
  }
}
