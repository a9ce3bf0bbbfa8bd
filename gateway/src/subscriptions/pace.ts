/** How many messages a socket takes of its client: what a page says is a few a minute, and a flood of them keeps everybody else waiting. */

/** Defaults of Vigía: so many at once, and so many a second for as long as it likes. */
const [AT_ONCE, A_SECOND] = [200, 50]

export class Pace {
  readonly #now: () => number
  #left = AT_ONCE
  #at: number

  /** `now`: in milliseconds. */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now
    this.#at = now()
  }

  /** Whether one more may come. */
  allows(): boolean {
    const now = this.#now()
    this.#left = Math.min(AT_ONCE, this.#left + ((now - this.#at) / 1_000) * A_SECOND)
    this.#at = now
    if (this.#left < 1) return false
    this.#left -= 1
    return true
  }
}
