/** What a start did and how long each part of it took, in one line: so that a slow start says where its time went. */

export class Phases {
  readonly #told: string[] = []
  #since = performance.now()

  /** Ends a part, which began when the one before ended. */
  done(what: string): void {
    const now = performance.now()
    this.#told.push(`${what} ${seconds(now - this.#since)}`)
    this.#since = now
  }

  /** `in 3.4 s: database 0.4 s, nothing to migrate 0.1 s, …`; the time since the process began. */
  told(): string {
    return `in ${seconds(performance.now())}: ${this.#told.join(', ')}`
  }
}

const seconds = (ms: number): string => `${(ms / 1_000).toFixed(1)} s`
