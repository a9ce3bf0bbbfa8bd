/**
 * How often a service was asked in vain since it last answered, and until when it is left alone: by everybody where it failed by itself or kept
 * several accounts waiting, by one account where it kept that one waiting. Slow questions of one account take a service from nobody else.
 */
import { LRUCache } from 'lru-cache'

/** Whom a service kept waiting, or that it failed whoever would have asked. */
export type Fault = { lateFor: string } | 'broken'

export interface Leaving {
  /** After so many failures in a row … */
  failures: number
  /** … it is left alone for so long; then one request may try. */
  restInMs: number
}

/** So many accounts that were kept waiting are not one that asks too much. A default of Vigía. */
const ACCOUNTS = 3
const MOST_REMEMBERED = 1_000

interface Count {
  failures: number
  restsUntil: number
}

const none = (): Count => ({ failures: 0, restsUntil: 0 })

export class InVain {
  readonly #leaving: Leaving
  #ofAll = none()
  /** Each that was kept waiting, and each other failure. */
  readonly #whose = new Set<string | symbol>()
  readonly #ofOne = new LRUCache<string, Count>({ max: MOST_REMEMBERED })

  constructor(leaving: Leaving) {
    this.#leaving = leaving
  }

  restsUntil(account: string): number {
    return Math.max(this.#ofAll.restsUntil, this.#ofOne.get(account)?.restsUntil ?? 0)
  }

  /** The first after the rest tries; the others find it resting until that one has an answer. */
  trying(account: string, until: number): void {
    const { failures } = this.#leaving
    if (this.#isLeftByAll()) this.#ofAll.restsUntil = until
    const own = this.#ofOne.get(account)
    if (own && own.failures >= failures) own.restsUntil = until
  }

  answered(account: string): void {
    this.#ofAll = none()
    this.#whose.clear()
    this.#ofOne.delete(account)
  }

  failed(fault: Fault, now: number): void {
    const { failures, restInMs } = this.#leaving
    if (!this.#isLeftByAll()) {
      this.#ofAll.failures += 1
      this.#whose.add(fault === 'broken' ? Symbol() : fault.lateFor)
    }
    if (this.#isLeftByAll()) this.#ofAll.restsUntil = now + restInMs
    if (fault === 'broken') return
    const own = this.#ofOne.get(fault.lateFor) ?? none()
    own.failures += 1
    if (own.failures >= failures) own.restsUntil = now + restInMs
    this.#ofOne.set(fault.lateFor, own)
  }

  #isLeftByAll(): boolean {
    const { failures } = this.#leaving
    return this.#ofAll.failures >= failures && this.#whose.size >= Math.min(ACCOUNTS, failures)
  }
}
