/** What was asked at one gateway counts at the others: each tells them by the database, a few times a second, what it has charged to whom. */
import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto'
import { keyOfService } from '@vigia/kit/key-of-service'
import { LRUCache } from 'lru-cache'
import type pg from 'pg'
import { z } from 'zod'
import { DatabaseWatch } from '../database-watch.ts'
import { warn } from '../warn.ts'
import { Rates } from './rates.ts'
import type { SignInTerms } from './settings.ts'

const CHANNEL = 'vigia_spending'
/** So much may be asked twice at most: what is charged elsewhere between two tellings. A default of Vigía. */
const TOLD_EVERY_MS = 250
/** PostgreSQL takes 8,000 bytes with one notification. */
const MOST_IN_ONE = 20
const MOST_WAITING = 10_000
const MOST_GATEWAYS = 1_000
/** Of SHA-256 in base64url. */
const SIGNATURE_LENGTH = 43
/** Then a bucket has filled again, and what was told counts nowhere: a gateway that has just begun cannot know who has told it before. */
const COUNTS_FOR_MS = 60_000

const Told = z.object({
  from: z.uuid(),
  n: z.number().int(),
  at: z.number(),
  spent: z.array(z.tuple([z.string(), z.string(), z.number().positive()])).max(MOST_IN_ONE),
})
type Spent = z.infer<typeof Told>['spent'][number]

type RatesByName = Record<'person' | 'machine' | 'address' | 'signIn', Rates>

/** How much persons, programs and addresses may ask of all gateways of a registry together. */
export function sharedRates(
  pool: pg.Pool,
  databaseUrl: string,
  terms: SignInTerms,
  now: () => number,
): { rates: RatesByName; stopSharing: () => Promise<void> } {
  const rates = {
    person: new Rates(terms.personRate, now),
    machine: new Rates(terms.machineRate, now),
    address: new Rates(terms.addressRate, now),
    signIn: new Rates(terms.signInRate, now),
  }
  const key = keyOfService(pool, 'spending')
  const spending = new SharedSpending({
    databaseUrl,
    key,
    rates,
    log: warn,
  })
  return { rates, stopSharing: () => spending.stop() }
}

interface SharedSpendingParts {
  databaseUrl: string
  /** Of all gateways of this registry: what is not signed with it counts nowhere. */
  key: Buffer
  rates: Readonly<Record<string, Rates>>
  log: (sentence: string) => void
}

class SharedSpending {
  readonly #parts: SharedSpendingParts
  readonly #watch: DatabaseWatch
  readonly #id = randomUUID()
  /** Of each gateway, the number of the last that it told: nothing counts twice. */
  readonly #heard = new LRUCache<string, number>({ max: MOST_GATEWAYS })
  #waiting = new Map<string, Spent>()
  #timer: NodeJS.Timeout | undefined
  #told = 0
  #isLost = false

  constructor(parts: SharedSpendingParts) {
    this.#parts = parts
    for (const [name, rates] of Object.entries(parts.rates))
      rates.onCharge((subject, cost) => this.#note(name, subject, cost))
    this.#watch = new DatabaseWatch({
      databaseUrl: parts.databaseUrl,
      channel: CHANNEL,
      look: (client) => this.#tell(client),
      told: (payload) => this.#hear(payload),
      lost: (why) => this.#lose(why),
    })
  }

  async stop(): Promise<void> {
    clearTimeout(this.#timer)
    await this.#watch.stop()
  }

  #note(name: string, subject: string, cost: number): void {
    const key = `${name} ${subject}`
    const waiting = this.#waiting.get(key)
    if (waiting) waiting[2] += cost
    else if (this.#waiting.size < MOST_WAITING) this.#waiting.set(key, [name, subject, cost])
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined
      this.#watch.call()
    }, TOLD_EVERY_MS).unref()
  }

  async #tell(client: pg.Client): Promise<void> {
    // Also where there is nothing to tell: a connection that is lost says nothing by itself.
    await client.query('select')
    this.#isLost = false
    const spent = [...this.#waiting.values()]
    this.#waiting = new Map()
    for (let i = 0; i < spent.length; i += MOST_IN_ONE) {
      this.#told += 1
      const told = { from: this.#id, n: this.#told, at: Date.now(), spent: spent.slice(i, i + MOST_IN_ONE) }
      const text = JSON.stringify(told)
      await client.query('select pg_notify($1, $2)', [CHANNEL, `${this.#signed(text)}${text}`])
    }
  }

  #hear(payload: string): void {
    const [signature, text] = [payload.slice(0, SIGNATURE_LENGTH), payload.slice(SIGNATURE_LENGTH)]
    const [given, own] = [Buffer.from(signature), Buffer.from(this.#signed(text))]
    if (given.length !== own.length || !timingSafeEqual(given, own)) return
    // Gateways of two versions run side by side while one is put in the place of the other.
    const { data: told } = Told.safeParse(JSON.parse(text))
    if (!told || Date.now() - told.at > COUNTS_FOR_MS) return
    const { from, n, spent } = told
    if (from === this.#id || n <= (this.#heard.get(from) ?? 0)) return
    this.#heard.set(from, n)
    for (const [name, subject, cost] of spent) this.#parts.rates[name]?.chargeElsewhere(subject, cost)
  }

  #signed(text: string): string {
    return createHmac('sha256', this.#parts.key).update(text).digest('base64url')
  }

  /** What has long been filled again is not told later. */
  #lose(why: string): void {
    this.#waiting = new Map()
    if (!this.#isLost) this.#parts.log(`Each gateway counts alone how much one asks until the database is back: ${why}`)
    this.#isLost = true
  }
}
