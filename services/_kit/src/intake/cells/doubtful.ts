/** A letter that two ways of writing share: what it means, the other cells of the column tell, or nobody does. */
import { looseKey } from '@vigia/law/code-list'
import { FileRefused } from '../files/file-refused.ts'
import { counted } from './counted.ts'
import { DayOrder, isOfDays } from './day-order.ts'

export type Doubtful = {
  /** The letter, and what it is read as, in Spanish. */
  letter: string
  meaning: string
  /** A letter that stands only where the first means something else. */
  against: string
  /** A letter that stands only where the first means what it is read as. */
  sure: string
  /** What the sender is asked to write. */
  instead: string
}

/** Sees every cell of a column, and tells at the end how they were read. Throws FileRefused where nothing tells how to. */
export type Watch = { see: (text: string, line: number) => void; notices: () => string[] }

/** Null for a column of which each cell speaks for itself. */
export function watchOf({ doubtful, type }: { doubtful?: Doubtful; type: string }, title: string): Watch | null {
  if (doubtful) return new Doubts(doubtful, title)
  return isOfDays(type) ? new DayOrder(title) : null
}

/** As cells are read: "M." and "(m)" are the letter, too. */
const LETTER_AND_MARKS = 3

/** Of one column of one file. */
export class Doubts implements Watch {
  readonly #of: Doubtful
  readonly #title: string
  #letters = 0
  #isAgainst = false
  #isSure = false

  constructor(of: Doubtful, title: string) {
    this.#of = of
    this.#title = title
  }

  /** Throws FileRefused where the column has shown both letters that do not go together. */
  see(text: string, line: number): void {
    if (text.length > LETTER_AND_MARKS) return
    const { letter, meaning, against, sure, instead } = this.#of
    const said = looseKey(text)
    if (said === letter) this.#letters++
    this.#isAgainst ||= said === against
    this.#isSure ||= said === sure
    if (this.#letters === 0 || !this.#isAgainst) return
    const reason = `La columna trae «${letter}» y «${against}»: no se sabe si «${letter}» es ${meaning}. Escriba ${instead}.`
    throw new FileRefused(reason, { line, column: this.#title, value: text })
  }

  notices(): string[] {
    const { letter, meaning, sure, instead } = this.#of
    if (this.#letters === 0 || this.#isSure) return []
    const rows = counted(this.#letters, 'renglón', 'renglones')
    return [
      `${this.#title}: «${letter}» se leyó como ${meaning} en ${rows}, y ninguno dice «${sure}». Si no es así, escriba ${instead}.`,
    ]
  }
}
