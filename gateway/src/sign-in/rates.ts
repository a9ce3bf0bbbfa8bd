/** How much each may ask in a minute: a bucket a subject, filled evenly, that tells what is left (security.md 9). */
import { LRUCache } from 'lru-cache'
import { Refused } from '../request/refused.ts'

interface Bucket {
  left: number
  at: number
}

export interface Spent {
  cost: number
  remaining: number
  /** Seconds until the bucket is full again. */
  reset: number
  limit: number
}

const MINUTE_IN_MS = 60_000
const MOST_SUBJECTS = 50_000

export class Rates {
  readonly #limit: number
  readonly #now: () => number
  // By size: with a number alone it would make room for all of them at once.
  readonly #buckets = new LRUCache<string, Bucket>({ maxSize: MOST_SUBJECTS, sizeCalculation: () => 1 })
  #charged: (subject: string, cost: number) => void = () => {}

  constructor(limit: number, now: () => number) {
    this.#limit = limit
    this.#now = now
  }

  /** Called with what was charged here. */
  onCharge(listener: (subject: string, cost: number) => void): void {
    this.#charged = listener
  }

  /** What another gateway has charged. It may leave a debt, of one bucket at most: both may have given out the same. */
  chargeElsewhere(subject: string, cost: number): void {
    const now = this.#now()
    this.#buckets.set(subject, { left: Math.max(-this.#limit, this.#filled(subject, now) - cost), at: now })
  }

  /** Takes the cost out of the bucket; false, and nothing taken, when there is too little. */
  allows(subject: string, cost: number): boolean {
    try {
      this.charge(subject, cost)
      return true
    } catch {
      return false
    }
  }

  /** Takes the cost out of the bucket. Throws Refused, 429 with when to come back, and takes nothing when there is too little. */
  charge(subject: string, cost: number): Spent {
    const wanted = Math.min(cost, this.#limit)
    const left = this.#enoughFor(subject, cost) - wanted
    this.#buckets.set(subject, { left, at: this.#now() })
    if (wanted > 0) this.#charged(subject, wanted)
    return this.#spent(cost, left)
  }

  /** What is left, of which nothing is taken. Throws Refused as `charge` does of that cost. */
  leftFor(subject: string, cost: number): Spent {
    return this.#spent(0, this.#enoughFor(subject, cost))
  }

  #enoughFor(subject: string, cost: number): number {
    const wanted = Math.min(cost, this.#limit)
    const left = this.#filled(subject, this.#now())
    // What costs nothing is given also to who has a debt.
    if (wanted === 0 || wanted <= left) return left
    const { limit, ...spent } = this.#spent(cost, left)
    const retryAfter = this.#secondsFor(wanted - left)
    throw new Refused(429, 'RATE_LIMITED', `Too much was asked in a minute: ask again in ${retryAfter} s.`, {
      headers: { 'retry-after': String(retryAfter), ...rateHeaders({ ...spent, limit }) },
      extensions: { ...spent, retryAfter },
    })
  }

  #spent(cost: number, left: number): Spent {
    const remaining = Math.max(0, Math.floor(left))
    return { cost, remaining, reset: this.#secondsFor(this.#limit - left), limit: this.#limit }
  }

  #secondsFor(cost: number): number {
    return Math.ceil(cost / (this.#limit / MINUTE_IN_MS) / 1_000)
  }

  #filled(subject: string, now: number): number {
    const { left, at } = this.#buckets.get(subject) ?? { left: this.#limit, at: now }
    if (at <= now) return Math.min(this.#limit, left + (now - at) * (this.#limit / MINUTE_IN_MS))
    // The clock was put back: it fills from then on, and not once that hour has come again.
    this.#buckets.set(subject, { left, at: now })
    return left
  }
}

/** In the form of the IETF's draft on RateLimit fields, and what this request cost. */
export function rateHeaders({ cost, remaining, reset, limit }: Spent): Record<string, string> {
  return {
    'ratelimit-policy': `"asked";q=${limit};w=60`,
    ratelimit: `"asked";r=${remaining};t=${reset}`,
    'x-vigia-cost': String(cost),
  }
}
