/** The cells of a chunk as they were sent, for telling what the database refuses of them: by then it knows each as it was read. */
import type { Reject } from '../feed.ts'
import type { RecordBatch } from '../files/csv.ts'

/** As one text: a million cells, each by itself, would be carried about by every garbage collection of a chunk. */
type Kept = { lines: readonly number[]; records: string }

export class SentCells {
  readonly #places: ReadonlyMap<string, number>
  readonly #batches: Kept[] = []

  /** Where in a record the cells of a title stand; below 0 where the file has no such column. */
  constructor(places: ReadonlyMap<string, number>) {
    this.#places = places
  }

  keep({ lines, records }: RecordBatch): void {
    this.#batches.push({ lines, records: JSON.stringify(records) })
  }

  /** The same, each with the cell that its row has there; where that is blank, with what is known, against which the row speaks. */
  told(rejects: readonly Reject[]): readonly Reject[] {
    if (rejects.length === 0) return rejects
    const sent = this.#recordsOf(new Set(rejects.map(({ line }) => line)))
    return rejects.map((reject) => {
      const cell = sent.get(reject.line)?.[this.#places.get(reject.column) ?? -1] ?? ''
      return cell.trim() === '' ? reject : { ...reject, value: cell }
    })
  }

  #recordsOf(lines: ReadonlySet<number>): Map<number, readonly string[]> {
    const found = new Map<number, readonly string[]>()
    for (const { lines: numbers, records } of this.#batches) {
      if (!numbers.some((line) => lines.has(line))) continue
      const sent: string[][] = JSON.parse(records)
      for (const [index, line] of numbers.entries()) if (lines.has(line)) found.set(line, sent[index] ?? [])
    }
    return found
  }
}
