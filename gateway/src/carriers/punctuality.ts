/** Whether NATS brings the steps in time, held against what the database has; and what is said when it does not, once. */

/** Between two looks: then what the database had at the first should have come. */
const LATE_AFTER_MS = 900
/** For a connection, and for a relay that makes the stream. */
const PATIENCE_IN_MS = 6_000

/** A place that the database had, and when that was seen. */
interface Mark {
  place: number
  at: number
}

export class Punctuality {
  readonly #where: string
  readonly #log: (sentence: string) => void
  /** Of this outage. */
  readonly #said = new Set<string>()
  #isKept = false
  #mark: Mark | null = null
  /** Since when nobody follows it. */
  #away: number | null = null

  constructor(where: string, log: (sentence: string) => void) {
    this.#where = where
    this.#log = log
  }

  /** Whether NATS carries; else the database does. */
  get isKept(): boolean {
    return this.#isKept
  }

  /** Something is wrong with it, whether or not something comes late. */
  lacks(why: string): void {
    if (this.#said.has(why)) return
    this.#said.add(why)
    this.#log(`NATS at ${this.#where} cannot carry the alerts (${why}): PostgreSQL does until it can.`)
  }

  /** `brought`: how far NATS is, null while it is not followed. `top`: the last place in the database. */
  judge(brought: number | null, top: number, now: number): void {
    if (brought === null) {
      this.#isKept = false
      this.#mark = null
      this.#away ??= now
      if (this.#said.size === 0 && now - this.#away > PATIENCE_IN_MS) this.lacks('nobody has made its stream')
      return
    }
    this.#away = null
    if (brought >= (this.#mark?.place ?? top)) {
      this.#keeps()
      this.#mark = brought < top ? { place: top, at: now } : null
      return
    }
    this.#mark ??= { place: top, at: now }
    if (now - this.#mark.at < LATE_AFTER_MS) return
    this.#isKept = false
    this.lacks(`step ${this.#mark.place} has not come`)
  }

  #keeps(): void {
    if (!this.#isKept && this.#said.size > 0) this.#log(`NATS at ${this.#where} carries the alerts again.`)
    this.#isKept = true
    this.#said.clear()
  }
}
