/**
 * Of one endpoint a few lanes are told at a time, so that a receiver that takes its time keeps no other one waiting. What is due beyond that
 * waits here for whoever is at that endpoint. It waits in no job, and is lost with the process: the next sweep adds it again.
 */
import type { Lane } from '../store/delivery-store.ts'

/** Of the jobs that run at once in a process (worker.ts). A default of Vigía. */
const MOST_OF_ONE = 4

interface Share {
  running: number
  readonly waiting: Set<string>
}

export class Shares {
  readonly #byEndpoint = new Map<string, Share>()

  /** Tells the lane, and whatever waits behind it; or leaves it to those who are there. Rejects with the first fault of its own. */
  async tell({ endpoint, lane }: Lane, deliver: (lane: Lane) => Promise<unknown>): Promise<void> {
    const share = this.#byEndpoint.get(endpoint) ?? { running: 0, waiting: new Set() }
    this.#byEndpoint.set(endpoint, share)
    share.waiting.add(lane)
    if (share.running >= MOST_OF_ONE) return
    share.running += 1
    try {
      for (const next of share.waiting) {
        share.waiting.delete(next)
        await deliver({ endpoint, lane: next })
      }
    } finally {
      share.running -= 1
      if (share.running === 0) this.#byEndpoint.delete(endpoint)
    }
  }

  /** Whether somebody will come to it by himself. */
  isWaiting({ endpoint, lane }: Lane): boolean {
    return this.#byEndpoint.get(endpoint)?.waiting.has(lane) ?? false
  }

  /** What waits is left to the next sweep, here or elsewhere: whoever stops takes up nothing more. */
  leave(): void {
    for (const { waiting } of this.#byEndpoint.values()) waiting.clear()
  }
}
