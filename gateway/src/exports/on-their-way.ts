/** Files on their way when the gateway stops: each is broken off, and waited for until it is noted that it was not given. */
import { Refused } from '../request/refused.ts'

export class OnTheirWay {
  readonly #over = new AbortController()
  readonly #all = new Set<Promise<unknown>>()

  /** Of what takes its taker off it, and of a stop. */
  until(letIn: AbortSignal): AbortSignal {
    return AbortSignal.any([letIn, this.#over.signal])
  }

  async during<Given>(work: Promise<Given>): Promise<Given> {
    this.#all.add(work)
    return work.finally(() => this.#all.delete(work))
  }

  breakOff(): void {
    const sentence = 'It breaks off, since the gateway stops: fetch it again in a moment.'
    this.#over.abort(new Refused(503, 'EXPORT_INCOMPLETE', sentence, { headers: { 'retry-after': '5' } }))
  }

  async ended(): Promise<void> {
    this.breakOff()
    await Promise.allSettled(this.#all)
  }
}
