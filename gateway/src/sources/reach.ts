/** How long a service is waited for, and how long it is left alone once it has failed again and again (security.md 7). */
import { GraphQLError } from 'graphql'

/** One request to a service. */
export interface Request<Answer> {
  /** Milliseconds since 1970. */
  deadline: number
  ask: (signal: AbortSignal) => Promise<Answer>
}

export interface Patience {
  /** For one request to one service. */
  hopInMs: number
  /** After so many failures in a row the service is left alone, not counting refusals: those cost nobody anything … */
  failures: number
  /** … for so long; then one request may try. */
  restInMs: number
}

export const PATIENCE: Patience = { hopInMs: 2_000, failures: 5, restInMs: 5_000 }

/** The service did not answer, or not as a service does. `isRefused`: it certainly did not begin to work on the request. */
export class Unreachable extends Error {
  override name = 'Unreachable'
  readonly isRefused: boolean

  constructor(why: string, isRefused = false) {
    super(why)
    this.isRefused = isRefused
  }
}

export class Reach {
  readonly service: string
  readonly #patience: Patience
  readonly #log: (sentence: string) => void
  #isAway = false
  #failures = 0
  #restsUntil = 0

  constructor(service: string, patience: Patience, log: (sentence: string) => void) {
    this.service = service
    this.#patience = patience
    this.#log = log
  }

  /** With the same patience, for another process of the service. */
  another(): Reach {
    return new Reach(this.service, this.#patience, this.#log)
  }

  /** Throws SUBGRAPH_UNAVAILABLE, with the service's name, for whatever is not an answer in time. */
  async ask<Answer>({ deadline, ask }: Request<Answer>): Promise<Answer> {
    const now = Date.now()
    if (now < this.#restsUntil) throw this.#unavailable()
    const budget = Math.min(this.#patience.hopInMs, deadline - now)
    if (budget <= 0) throw this.#unavailable()
    // The first after the rest tries; the others find it resting until that one has an answer.
    if (this.#failures >= this.#patience.failures) this.#restsUntil = now + budget
    try {
      const answer = await within(budget, ask)
      this.#recovered()
      return answer
    } catch (error) {
      if (!(error instanceof Unreachable)) throw error
      this.#failed(error)
      throw this.#unavailable()
    }
  }

  #recovered(): void {
    if (this.#isAway) this.#log(`${this.service} answers again.`)
    this.#isAway = false
    this.#failures = 0
    this.#restsUntil = 0
  }

  /** Where nobody listens there is nobody to be spared, and somebody may listen the next moment: it is asked on. */
  #failed({ message, isRefused }: Unreachable): void {
    if (!this.#isAway) this.#log(`${this.service} does not answer: ${message}`)
    this.#isAway = true
    if (!isRefused) this.#failures += 1
    if (this.#failures < this.#patience.failures) return
    this.#restsUntil = Date.now() + this.#patience.restInMs
  }

  #unavailable(): GraphQLError {
    const rest = Math.max(this.#restsUntil - Date.now(), 1_000)
    return new GraphQLError(`${this.service} is not available.`, {
      extensions: { code: 'SUBGRAPH_UNAVAILABLE', service: this.service, retryAfter: Math.ceil(rest / 1_000) },
    })
  }
}

async function within<Answer>(ms: number, ask: (signal: AbortSignal) => Promise<Answer>): Promise<Answer> {
  const control = new AbortController()
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Unreachable(`no answer within ${ms} ms`))
      control.abort()
    }, ms)
  })
  try {
    return await Promise.race([ask(control.signal), late])
  } finally {
    clearTimeout(timer)
  }
}
