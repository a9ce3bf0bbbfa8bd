/**
 * Epochs of the stream, of which each begins with a start of the database's server: which places were given in which, and where a place
 * lies that was given in a history that this database does not hold to its end, as one that was put back from a backup, or promoted.
 */

/** Ends where the next one begins. */
export interface Epoch {
  /** Later ones have greater marks, those of a history that was lost too: seconds since 1970, but 0 of the first one. */
  mark: number
  firstPlace: number
}

/** A place, and the mark of the epoch in which it was given. */
export interface MarkedPlace {
  seq: number
  mark: number
}

const FIRST: Epoch = { mark: 0, firstPlace: 1 }

export class Epochs {
  /** The first one first. */
  readonly #all: readonly Epoch[]

  constructor(all: readonly Epoch[] = [FIRST]) {
    this.#all = all
  }

  /** Of the epoch in which this place was given. */
  markAt(seq: number): number {
    const last = this.#all.at(-1) ?? FIRST
    if (seq >= last.firstPlace) return last.mark
    return (this.#all.findLast(({ firstPlace }) => firstPlace <= seq) ?? this.#all[0] ?? FIRST).mark
  }

  /**
   * The place itself; of one that this history does not have, the end of what both have: of its own epoch, or of the last one that there was
   * before an epoch that was lost. Null where no epoch has come after that one yet.
   */
  here({ seq, mark }: MarkedPlace): number | null {
    const index = this.#all.findLastIndex((epoch) => epoch.mark <= mark)
    const next = this.#all[index + 1]
    if (next) return Math.min(seq, next.firstPlace - 1)
    return this.#all[index]?.mark === mark ? seq : null
  }

  /** The first place that may be another than it was in those; null where both are alike. */
  partsFrom(others: Epochs): number | null {
    const notIn = (one: Epochs, other: Epochs) => one.#all.find(({ mark }, index) => other.#all[index]?.mark !== mark)
    const first = [notIn(this, others), notIn(others, this)].flatMap((epoch) => epoch?.firstPlace ?? [])
    return first.length === 0 ? null : Math.min(...first)
  }
}
