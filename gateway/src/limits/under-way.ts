/**
 * How many requests of one account are under way at once at this gateway: a few are worked on, some wait for their turn, the rest are turned
 * away. A service has five connections for rows; fewer than that, so that nobody's slow questions take all of them from the others.
 */
import { MOST_AT_ONCE, WORKED_AT_ONCE } from '@vigia/law/terms-of-partners'
import { Refused } from '../request/refused.ts'

export interface AtOnce {
  worked: number
  waiting: number
  /** Milliseconds; within the time of the request as a whole. */
  waitInMs: number
}

/** Defaults of Vigía. A browser sends six at once for each page, and a page that opens asks for some twenty. */
const AT_ONCE: AtOnce = { worked: WORKED_AT_ONCE, waiting: MOST_AT_ONCE - WORKED_AT_ONCE, waitInMs: 2_000 }
const RETRY_AFTER_IN_S = 1

interface Line {
  worked: number
  /** First come, first served. */
  waiting: Set<() => void>
}

export class UnderWay {
  readonly #most: AtOnce
  readonly #lines = new Map<string, Line>()

  constructor(most: AtOnce = AT_ONCE) {
    this.#most = most
  }

  /** Does the work when it is the account's turn. Throws Refused, 429 with when to come back: nothing of it was done then. */
  async within<Done>(account: string, work: () => Promise<Done>): Promise<Done> {
    const line = this.#lines.get(account) ?? { worked: 0, waiting: new Set() }
    this.#lines.set(account, line)
    await this.#turnIn(line)
    try {
      return await work()
    } finally {
      this.#leave(account, line)
    }
  }

  async #turnIn(line: Line): Promise<void> {
    const { worked, waiting, waitInMs } = this.#most
    if (line.worked < worked) {
      line.worked += 1
      return
    }
    if (line.waiting.size >= waiting) throw tooMany()
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => {
        line.waiting.delete(turn)
        reject(tooMany())
      }, waitInMs)
      const turn = () => {
        clearTimeout(timer)
        resolve()
      }
      line.waiting.add(turn)
    })
  }

  /** Whoever waits next takes the place, so that the number of those who are worked on stays. */
  #leave(account: string, line: Line): void {
    for (const turn of line.waiting) {
      line.waiting.delete(turn)
      turn()
      return
    }
    line.worked -= 1
    if (line.worked === 0) this.#lines.delete(account)
  }
}

/** What is turned away so was not worked on. */
export const tooMany = (): Refused =>
  new Refused(
    429,
    'TOO_MANY_AT_ONCE',
    'Too much of your account is under way: ask again when some of it is answered.',
    {
      headers: { 'retry-after': String(RETRY_AFTER_IN_S) },
      extensions: { retryAfter: RETRY_AFTER_IN_S },
    },
  )
