/** The last steps that were brought here, in their order and without a gap up to the top; and whoever waits for more. */
import { Epochs } from './epochs.ts'
import type { Step } from './step.ts'

/** What is asked for again and again after a break of all connections need not be read each time. */
const REMEMBERED = 5_000 // at least, and up to twice as many

export class KnownSteps {
  readonly #listeners = new Set<() => void>()
  readonly #whenParted = new Set<() => void>()
  #top: number | null = null
  #recent: Step[] = []
  #epochs = new Epochs()

  /** The last place that is known here; null before anything is known. */
  get top(): number | null {
    return this.#top
  }

  get epochs(): Epochs {
    return this.#epochs
  }

  /** What was brought of this place; null where it was not, or is no longer remembered. */
  at(seq: number): Step | null {
    return this.after(seq - 1, 1)?.[0] ?? null
  }

  /** Everything up to this place has to be read elsewhere. */
  begin(top: number): void {
    this.#top ??= top
  }

  /** Takes which epochs there are. What is known here stays as it is. */
  goOnIn(epochs: Epochs): void {
    this.#epochs = epochs
  }

  /** Takes which epochs there are in another history, which is the same before this place: from there on all is forgotten, and has to be brought again. */
  part(from: number, epochs: Epochs): void {
    this.#epochs = epochs
    this.#recent = this.#recent.filter(({ seq }) => seq < from)
    this.#top = from - 1
    for (const listener of this.#whenParted) listener()
  }

  /** Takes steps in their order, of which none is left out. What is known already is passed over, as two may bring the same; and what does not follow on that. */
  take(steps: readonly Step[]): void {
    const { top } = this
    if (top === null) return
    const fresh = steps.filter(({ seq }) => seq > top)
    const last = fresh.at(-1)
    if (!last || fresh[0]?.seq !== top + 1) return
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

  /** Calls back when something that was known here is not so any more, until the returned function is called. */
  onParted(listener: () => void): () => void {
    this.#whenParted.add(listener)
    return () => this.#whenParted.delete(listener)
  }
}
