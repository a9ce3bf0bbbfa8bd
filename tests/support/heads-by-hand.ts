/** What of heads of the audit waits and was told at each endpoint, as whoever sends them by hand keeps it. */
export const HOUR = 3_600_000
const WEEK = 7 * 24 * HOUR
const BEGAN = Date.parse('2026-03-01T06:00:00Z')
export const ENDPOINTS = ['a', 'b', 'c'].map((letter) => `${letter}0000000-0000-4000-8000-000000000000`)
/** It did not ask for heads. */
export const UNASKING = ENDPOINTS[2]
export const CHAINS = ['children', 'returns']

export interface HeadTold {
  endpoint: string
  chain: string
  seq: number
  attempts: number
  claimedUntil: number
  doneAt: number | null
  tries: number
}

export class HeadsByHand {
  now = BEGAN
  deliveries: HeadTold[] = []
  readonly tops = new Map(CHAINS.map((chain) => [chain, 0]))
  readonly active = new Set(ENDPOINTS.slice(0, 2))

  sign(chain: string): number {
    const seq = (this.tops.get(chain) ?? 0) + 10
    this.tops.set(chain, seq)
    const isOld = (one: HeadTold) => one.chain === chain && one.doneAt !== null && one.doneAt < this.now - WEEK
    this.deliveries = this.deliveries.filter((one) => !isOld(one))
    const replaced = this.deliveries.filter((one) => one.chain === chain && this.#isFree(one))
    this.deliveries = this.deliveries.filter((one) => !replaced.includes(one) || this.#isLast(one))
    for (const one of this.deliveries) if (replaced.includes(one)) one.seq = seq
    const isThere = (endpoint: string) =>
      this.deliveries.some((one) => one.endpoint === endpoint && one.chain === chain && one.seq === seq)
    for (const endpoint of this.active)
      if (!isThere(endpoint))
        this.deliveries.push({ endpoint, chain, seq, attempts: 0, claimedUntil: 0, doneAt: null, tries: 0 })
    return seq
  }

  /** The earliest of a lane, whose turn it is. */
  first(endpoint: string, chain: string): HeadTold | undefined {
    const waiting = this.deliveries.filter(
      (one) => one.endpoint === endpoint && one.chain === chain && one.doneAt === null,
    )
    return waiting.toSorted((a, b) => a.seq - b.seq)[0]
  }

  /** It waits, was not tried, and nobody is at it. */
  #isFree({ attempts, claimedUntil, doneAt }: HeadTold): boolean {
    return doneAt === null && attempts === 0 && claimedUntil <= this.now
  }

  #isLast({ endpoint, chain, seq }: HeadTold): boolean {
    return !this.deliveries.some(
      (one) => one.endpoint === endpoint && one.chain === chain && one.doneAt === null && one.seq > seq,
    )
  }
}
