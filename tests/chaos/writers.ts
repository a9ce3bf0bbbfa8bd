/** Authorities that send files by the product's own intake, each with a log of what was acknowledged. */
import { setTimeout as pause } from 'node:timers/promises'
import type { Chance } from '../fuzz/chance.ts'
import { type Feeds, feedsOf } from '../support/feeds.ts'
import { aStory, type Story, type Write } from './stories.ts'

/** What became of one file, as its sender knows it. */
export interface Sent {
  write: Write
  tries: number
  /** Null where the sender never heard that it was taken in: nobody knows whether it was. */
  acknowledgedAt: number | null
}

export interface WriterPlan {
  writers: number
  /** Between two files of one writer, on average. */
  pauseMs: number
}

/** Of the files without an answer so many are sent again, as a clerk would; the others are left to be found out. */
const SHARE_SENT_AGAIN = 0.7
const AGAIN_AFTER_MS = 1_000

export class Writers {
  readonly log: Sent[] = []
  /** Files without a fault that were turned away. */
  readonly refused: string[] = []
  readonly #feeds: Feeds
  readonly #plan: WriterPlan
  readonly #foundOf: (write: Write) => Promise<number>

  /** `foundOf` gives how many facts of a file there are. */
  constructor(databaseUrl: string, plan: WriterPlan, foundOf: (write: Write) => Promise<number>) {
    this.#feeds = feedsOf(databaseUrl)
    this.#plan = plan
    this.#foundOf = foundOf
  }

  /** Until it is stopped; a story that has begun is left where it is. */
  async run(chanceOf: (name: string) => Chance, signal: AbortSignal): Promise<void> {
    const writers = Array.from({ length: this.#plan.writers }, (_, index) => chanceOf(`writer ${index}`))
    await Promise.all(writers.map((chance) => this.#write(chance, signal)))
  }

  /** When the last clock runs out that a file has set going; milliseconds since 1970, 0 for none. */
  lastClock(): number {
    const clocks = this.log.flatMap(({ write: { expects } }) =>
      expects.map(({ gravest }) => gravest?.at.getTime() ?? 0),
    )
    return Math.max(0, ...clocks)
  }

  async stop(): Promise<void> {
    await this.#feeds.stop()
  }

  async #write(chance: Chance, signal: AbortSignal): Promise<void> {
    const rest = (ms: number) => pause(ms, undefined, { signal }).catch(() => {})
    while (!signal.aborted) await this.#tell(aStory(chance), chance, { signal, rest })
  }

  async #tell(story: Story, chance: Chance, { signal, rest }: Until): Promise<void> {
    let before: Write | null = null
    for (const next of story) {
      await rest(this.#plan.pauseMs * (0.5 + chance.below(100) / 100))
      if (signal.aborted) return
      const write = next()
      // A row whose child is not known yet waits to be joined: what shows that nothing is wrong must be there first.
      while (before && write.never.length > 0 && !(await this.#isThere(before))) {
        if (signal.aborted) return
        await rest(AGAIN_AFTER_MS)
      }
      before = write
      const sent: Sent = { write, tries: 0, acknowledgedAt: null }
      this.log.push(sent)
      const isLeft = !chance.of(SHARE_SENT_AGAIN)
      while (!(await this.#send(sent))) {
        if (isLeft || signal.aborted) return
        await rest(AGAIN_AFTER_MS)
      }
    }
  }

  async #isThere(write: Write): Promise<boolean> {
    return (await this.#foundOf(write).catch(() => 0)) === write.rows.length
  }

  /** False when no answer came. */
  async #send(sent: Sent): Promise<boolean> {
    const { feed, rows, sender } = sent.write
    sent.tries += 1
    try {
      await this.#feeds.takeIn(feed, rows, sender)
      sent.acknowledgedAt = Date.now()
      return true
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error)
      if (why.startsWith(`${feed}: `)) this.refused.push(why)
      return why.startsWith(`${feed}: `)
    }
  }
}

interface Until {
  signal: AbortSignal
  rest: (ms: number) => Promise<void>
}
