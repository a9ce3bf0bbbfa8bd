/** What stands in a row outside the columns that have a title: refused where it may be a row out of place, and never left out unsaid. */

import { counted } from '../cells/counted.ts'
import type { Reject } from '../feed.ts'

export class Margins {
  /** The first place behind the last title. */
  readonly #width: number
  /** Places between titles that have none, and how many rows say something there. */
  readonly #untitled: { place: number; rows: number }[]

  constructor(titles: readonly string[]) {
    this.#width = titles.findLastIndex(isFilled) + 1
    this.#untitled = titles
      .slice(0, this.#width)
      .flatMap((title, place) => (isFilled(title) ? [] : [{ place, rows: 0 }]))
  }

  /** Cells beyond the last title: a separator too many has moved the others, and nothing tells which. */
  look(record: readonly string[], line: number, rejects: Reject[]): void {
    for (const one of this.#untitled) if (isFilled(record[one.place] ?? '')) one.rows++
    if (record.length <= this.#width) return
    const value = record.slice(this.#width).find(isFilled)
    if (value === undefined) return
    rejects.push({ line, column: '', value, reason: 'El renglón tiene más celdas que el encabezado.' })
  }

  /** Told once the file is read. */
  notices(): string[] {
    const said = this.#untitled.filter(({ rows }) => rows > 0)
    if (said.length === 0) return []
    const columns = said.map(({ place, rows }) => `la ${place + 1}.ª (${counted(rows, 'renglón', 'renglones')})`)
    return [`Columnas sin encabezado con datos que no se leyeron: ${columns.join(', ')}.`]
  }
}

const isFilled = (cell: string) => cell.trim() !== ''
