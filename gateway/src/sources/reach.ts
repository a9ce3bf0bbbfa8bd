/** How long a service is waited for, and how long it is left alone once it has failed again and again (security.md 7). */
import { GraphQLError } from 'graphql'
import { InVain, type Leaving } from './in-vain.ts'

/** One request to a service. */
export interface Request<Answer> {
  /** The account in whose name it is asked. */
  asker: string
  /** Milliseconds since 1970. */
  deadline: number
  ask: (signal: AbortSignal) => Promise<Answer>
}

/** Refusals are not counted: they cost nobody anything. */
export interface Patience extends Leaving {
  /** For one request to one service. */
  hopInMs: number
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

/** It may have failed, or been asked for what takes long. */
class Late extends Unreachable {}

export class Reach {
  readonly service: string
  readonly #patience: Patience
  readonly #log: (sentence: string) => void
  readonly #inVain: InVain
  #isAway = false

  constructor(service: string, patience: Patience, log: (sentence: string) => void) {
    this.service = service
    this.#patience = patience
    this.#log = log
    this.#inVain = new InVain(patience)
  }

  /** With the same patience, for another process of the service. */
  another(): Reach {
    return new Reach(this.service, this.#patience, this.#log)
  }

  /** Throws SUBGRAPH_UNAVAILABLE, with the service's name, for whatever is not an answer in time. */
  async ask<Answer>({ asker, deadline, ask }: Request<Answer>): Promise<Answer> {
    // A rest is measured: by a clock that is put back an hour it would last an hour.
    const now = performance.now()
    if (now < this.#inVain.restsUntil(asker)) throw this.#unavailable(asker)
    const budget = Math.min(this.#patience.hopInMs, deadline - Date.now())
    if (budget <= 0) throw this.#unavailable(asker)
    this.#inVain.trying(asker, now + budget)
    try {
      const answer = await within(budget, ask)
      this.#answered(asker)
      return answer
    } catch (error) {
      if (!(error instanceof Unreachable)) throw error
      this.#failed(error, asker, budget)
      throw this.#unavailable(asker)
    }
  }

  #answered(asker: string): void {
    if (this.#isAway) this.#log(`${this.service} answers again.`)
    this.#isAway = false
    this.#inVain.answered(asker)
  }

  /** Where nobody listens there is nobody to be spared, and somebody may listen the next moment: it is asked on. */
  #failed(error: Unreachable, asker: string, budget: number): void {
    if (!this.#isAway) this.#log(`${this.service} does not answer: ${error.message}`)
    this.#isAway = true
    if (error.isRefused) return
    if (!(error instanceof Late)) this.#inVain.failed('broken', performance.now())
    // What was left of the time of a request says nothing of a service.
    else if (budget === this.#patience.hopInMs) this.#inVain.failed({ lateFor: asker }, performance.now())
  }

  #unavailable(asker: string): GraphQLError {
    const rest = Math.max(this.#inVain.restsUntil(asker) - performance.now(), 1_000)
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
      reject(new Late(`no answer within ${ms} ms`))
      control.abort()
    }, ms)
  })
  try {
    return await Promise.race([ask(control.signal), late])
  } finally {
    clearTimeout(timer)
  }
}
