/** Whether a column writes the month before the day, or some of its days do. Read as day first they would be others, and no row would tell. */
import { FileRefused } from '../files/file-refused.ts'

const NUMBERS = /^(\d{1,2})[/.-](\d{1,2})[/.-]\d{2,4}(?!\d)/
const YEAR_FIRST = /^\d{4}[/.-]\d{1,2}[/.-](\d{1,2})(?!\d)/
const MONTHS = 12

/**
 * So many cells together, and of each form so many, are no chance: of days told anyhow, two of five are within the first twelve of a
 * month. Fewer are doubtful.
 */
const NO_CHANCE = 8
const OF_EACH = 2

/** Of a column's type in PostgreSQL. */
export const isOfDays = (type: string) => /^(date|timestamptz)/.test(type)

type Told = { line: number; value: string }

/** Of one column of one file. */
export class DayOrder {
  readonly #title: string
  #isDayFirst = false
  #monthFirst: Told | null = null
  readonly #turned = new Turned()

  constructor(title: string) {
    this.#title = title
  }

  see(text: string, line: number): void {
    if (this.#isDayFirst && !this.#turned.mayBe) return
    const [, first, second] = NUMBERS.exec(text) ?? []
    this.#turned.see(text, Number(first), line)
    if (Number(first) > MONTHS) this.#isDayFirst = true
    else if (Number(second) > MONTHS) this.#monthFirst ??= { line, value: text }
  }

  /** Once all is seen: throws FileRefused where some days can only be month first, and none can only be day first; and where some are turned round. */
  notices(): string[] {
    if (!this.#isDayFirst && this.#monthFirst) {
      const reason =
        'La columna trae el mes antes que el día, y se lee día/mes/año: cambie el formato de toda la columna.'
      throw new FileRefused(reason, { ...this.#monthFirst, column: this.#title })
    }
    const turned = this.#turned.told()
    if (turned?.isSure) throw new FileRefused(`La columna ${turned.reason}`, { ...turned.first, column: this.#title })
    return turned ? [`Dudoso, y se recibe como viene: ${this.#title} ${turned.reason}`] : []
  }
}

/**
 * A spreadsheet of another country takes 03/10/2026 for the tenth of March and makes it a date, and leaves 15/10/2026, which it cannot read, as
 * text: then all dates are within the first twelve days of a month, and all texts behind them.
 */
class Turned {
  mayBe = true
  #dates = 0
  #texts = 0
  #date: Told | null = null
  #text = ''

  see(text: string, first: number, line: number): void {
    if (!this.mayBe) return
    const day = Number(YEAR_FIRST.exec(text)?.[1])
    if (day > MONTHS || first <= MONTHS) this.mayBe = false
    else if (day > 0) {
      this.#dates++
      this.#date ??= { line, value: text }
    } else if (first > MONTHS) {
      this.#texts++
      this.#text ||= text
    }
  }

  told(): { isSure: boolean; reason: string; first: Told } | null {
    if (!this.mayBe || !this.#date || this.#texts === 0) return null
    const isSure = Math.min(this.#dates, this.#texts) >= OF_EACH && this.#dates + this.#texts >= NO_CHANCE
    const reason =
      `mezcla fechas como «${this.#date.value}», todas del día 1 al 12, con otras como «${this.#text}», todas del 13 en adelante: ` +
      'la hoja de cálculo puede haber cambiado el día por el mes en las primeras. Compárelas con el documento original y escriba toda la columna como día/mes/año.'
    return { isSure, reason, first: this.#date }
  }
}
