/**
 * Whose messages the jobs of a process tell: a few lanes of one endpoint at a time, and of all endpoints that take their time together no
 * more than leave room for the others. What is due beyond that waits here for whoever has told a message. It waits in no job, and is lost
 * with the process: the next sweep adds it again.
 */
import type { Lane } from '../store/delivery-store.ts'

/** Defaults of Vigía, of the jobs that run at once in a process (worker.ts). */
const [MOST_OF_ONE, MOST_OF_SLOW] = [4, 12]
/** From here on a message counts as one that took its time. */
const SLOW_FROM_IN_MS = 1_000
/** Of so many endpoints it is known how long they take: of others that nobody is at, as of those that have not answered yet. */
const MOST_KNOWN = 1_000

interface Share {
  running: number
  readonly waiting: Set<string>
}

/** Tells the next message of a lane. Gives how long its receiver took, if it was asked; null where there was no message, behind which another may be due. */
type DeliverNext = (lane: Lane) => Promise<{ tookInMs: number | null } | null>

export class Shares {
  readonly #byEndpoint = new Map<string, Share>()
  /** Whether its last message took its time, the one heard of last at the end; an endpoint that is not there has not answered yet. */
  readonly #isSlow = new Map<string, boolean>()
  /** Of those who tell: whoever was told to leave belongs to one before. */
  #run = 0

  /**
   * Tells the lane message by message, and whatever else waits that nobody is at; or leaves it to those who are there. Rejects with the
   * first fault of a message.
   */
  async tell(lane: Lane, deliverNext: DeliverNext): Promise<void> {
    const run = this.#run
    this.#wait(lane)
    for (let next = this.#take(lane.endpoint); next; next = this.#take(next.endpoint)) {
      try {
        const told = await deliverNext(next)
        // What our own database takes for a message is nothing of its receiver's.
        if (told && told.tookInMs !== null) this.#know(next.endpoint, told.tookInMs >= SLOW_FROM_IN_MS)
        if (run !== this.#run) return
        if (told) this.#wait(next)
      } finally {
        this.#shareOf(next.endpoint).running -= 1
        this.#forget(next.endpoint)
      }
    }
  }

  /** Whether somebody will come to it by himself. */
  isWaiting({ endpoint, lane }: Lane): boolean {
    return (this.#byEndpoint.get(endpoint)?.waiting.has(lane) ?? false) && !this.#mayTake(endpoint)
  }

  /** What waits is left to the next sweep, here or elsewhere: whoever stops takes up nothing more. */
  leave(): void {
    this.#run += 1
    for (const [endpoint, { waiting }] of this.#byEndpoint) {
      waiting.clear()
      this.#forget(endpoint)
    }
  }

  #wait({ endpoint, lane }: Lane): void {
    this.#shareOf(endpoint).waiting.add(lane)
  }

  /** Of the endpoint that one is at, unless it takes its time; else of that of which the fewest are told. */
  #take(endpoint: string): Lane | null {
    const open = [...this.#byEndpoint.keys()].filter((one) => this.#mayTake(one))
    const stays = open.includes(endpoint) && this.#isSlow.get(endpoint) !== true
    const running = (one: string) => this.#shareOf(one).running
    const next = stays ? endpoint : open.toSorted((a, b) => running(a) - running(b))[0]
    if (next === undefined) return null
    const share = this.#shareOf(next)
    const [lane = ''] = share.waiting
    share.waiting.delete(lane)
    share.running += 1
    return { endpoint: next, lane }
  }

  /** Whether something of it waits that somebody may go to now. Of one that has not answered yet one lane tells how long it takes. */
  #mayTake(endpoint: string): boolean {
    const { running, waiting } = this.#shareOf(endpoint)
    const isSlow = this.#isSlow.get(endpoint)
    if (waiting.size === 0 || running >= (isSlow === undefined ? 1 : MOST_OF_ONE)) return false
    return isSlow !== true || this.#ofSlow() < MOST_OF_SLOW
  }

  #know(endpoint: string, isSlow: boolean): void {
    this.#isSlow.delete(endpoint)
    this.#isSlow.set(endpoint, isSlow)
    if (this.#isSlow.size <= MOST_KNOWN) return
    const oldest = [...this.#isSlow.keys()].find((one) => !this.#byEndpoint.has(one))
    if (oldest !== undefined) this.#isSlow.delete(oldest)
  }

  #ofSlow(): number {
    return [...this.#byEndpoint].reduce((sum, [one, { running }]) => sum + (this.#isSlow.get(one) ? running : 0), 0)
  }

  #shareOf(endpoint: string): Share {
    const share = this.#byEndpoint.get(endpoint) ?? { running: 0, waiting: new Set() }
    this.#byEndpoint.set(endpoint, share)
    return share
  }

  #forget(endpoint: string): void {
    const { running, waiting } = this.#shareOf(endpoint)
    if (running === 0 && waiting.size === 0) this.#byEndpoint.delete(endpoint)
  }
}
