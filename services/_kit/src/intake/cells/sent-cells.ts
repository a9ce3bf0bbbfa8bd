/** The cells of a chunk as they were sent, for telling what the database refuses of them: by then it knows each as it was read. */
import type { Reject } from '../feed.ts'
import type { RecordBatch } from '../files/csv.ts'

export class SentCells {
  readonly #places: ReadonlyMap<string, number>
  readonly #batches: RecordBatch[] = []

  /** Where in a record the cells of a title stand; below 0 where the file has no such column. */
  constructor(places: ReadonlyMap<string, number>) {
    this.#places = places
  }

  keep(batch: RecordBatch): void {
    this.#batches.push(batch)
  }

  /** The same, each with the cell that its row has there; where that is blank, with what is known, against which the row speaks. */
  told(rejects: readonly Reject[]): readonly Reject[] {
    const sent = this.#recordsOf(new Set(rejects.map(({ line }) => line)))
    return rejects.map((reject) => {
      const cell = sent.get(reject.line)?.[this.#places.get(reject.column) ?? -1] ?? ''
      return cell.trim() === '' ? reject : { ...reject, value: cell }
    })
  }

  #recordsOf(lines: ReadonlySet<number>): Map<number, readonly string[]> {
    const found = new Map<number, readonly string[]>()
    if (lines.size === 0) return found
    for (const { lines: numbers, records } of this.#batches)
      for (const [index, line] of numbers.entries()) if (lines.has(line)) found.set(line, records[index] ?? [])
    return found
  }
}
