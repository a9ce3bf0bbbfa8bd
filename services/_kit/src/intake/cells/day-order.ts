/** Whether a column writes the month before the day. Read as day first, most of its days would be others, and no row would tell. */
import { FileRefused } from '../files/file-refused.ts'

const NUMBERS = /^(\d{1,2})[/.-](\d{1,2})[/.-]\d{2,4}(?!\d)/
const MONTHS = 12

/** Of a column's type in PostgreSQL. */
export const isOfDays = (type: string) => /^(date|timestamptz)/.test(type)

/** Of one column of one file. */
export class DayOrder {
  readonly #title: string
  #isDayFirst = false
  #monthFirst: { line: number; value: string } | null = null

  constructor(title: string) {
    this.#title = title
  }

  see(text: string, line: number): void {
    if (this.#isDayFirst) return
    const [, first, second] = NUMBERS.exec(text) ?? []
    if (Number(first) > MONTHS) this.#isDayFirst = true
    else if (Number(second) > MONTHS) this.#monthFirst ??= { line, value: text }
  }

  /** Once all is seen: throws FileRefused where some days can only be month first, and none can only be day first. */
  notices(): string[] {
    if (this.#isDayFirst || !this.#monthFirst) return []
    const reason =
      'La columna trae el mes antes que el día, y se lee día/mes/año: cambie el formato de toda la columna.'
    throw new FileRefused(reason, { ...this.#monthFirst, column: this.#title })
  }
}
