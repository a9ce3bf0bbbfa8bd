/** The last steps that were brought here, in their order and without a gap up to the top; and whoever waits for more. */
import type { Step } from './step.ts'

/** What is asked for again and again after a break of all connections need not be read each time. */
const REMEMBERED = 5_000 // at least, and up to twice as many

export class KnownSteps {
  readonly #listeners = new Set<() => void>()
  #top: number | null = null
  #recent: Step[] = []

  /** The last place that is known here; null before anything is known. */
  get top(): number | null {
    return this.#top
  }

  /** Everything up to this place has to be read elsewhere. */
  begin(top: number): void {
    this.#top ??= top
  }

  /** Takes steps in their order, of which none is left out. What is known already is passed over: two may bring the same. */
  take(steps: readonly Step[]): void {
    const { top } = this
    if (top === null) return
    const fresh = steps.filter(({ seq }) => seq > top)
    const last = fresh.at(-1)
    if (!last) return
    this.#recent.push(...fresh)
    if (this.#recent.length > 2 * REMEMBERED) this.#recent = this.#recent.slice(-REMEMBERED)
    this.#top = last.seq
    for (const listener of this.#listeners) listener()
  }

  /** Null where they are no longer remembered. */
  after(seq: number, atMost: number): readonly Step[] | null {
    const first = this.#recent[0]?.seq
    if (seq >= (this.#top ?? 0)) return []
    if (first === undefined || seq < first - 1) return null
    return this.#recent.slice(seq - first + 1, seq - first + 1 + atMost)
  }

  /** Calls back when there are more, until the returned function is called. */
  onSteps(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
}
