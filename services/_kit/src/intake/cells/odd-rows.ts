/** Cells that are fit each, and hard to believe beside one another: the row is taken in as it comes, and its sender is told. */
import { grouped } from './counted.ts'

/** What is odd, in Spanish, after "Dudoso, y se recibe como viene:"; and when. Cells are given as they were read, by their columns' names. */
export type Oddity = { what: string; isIn: IsIn } | { what: string; besideOthers: () => IsIn }

/** Of one file: what is odd beside the rows before it is asked of a watch of its own. */
type IsIn = (cell: (name: string) => string | null) => boolean

const LINES_TOLD = 20

/** Of one file. */
export class OddRows {
  readonly #found: { what: string; isIn: IsIn; rows: number; lines: number[] }[]

  constructor(oddities: readonly Oddity[]) {
    this.#found = oddities.map((one) => ({
      ...{ what: one.what, isIn: 'isIn' in one ? one.isIn : one.besideOthers() },
      ...{ rows: 0, lines: [] },
    }))
  }

  see(cell: (name: string) => string | null, line: number): void {
    for (const found of this.#found) {
      if (!found.isIn(cell)) continue
      found.rows++
      if (found.lines.length < LINES_TOLD) found.lines.push(line)
    }
  }

  /** Told once the file is read. */
  notices(): string[] {
    return this.#found
      .filter(({ rows }) => rows > 0)
      .map(({ what, rows, lines }) => {
        const where = `${rows === 1 ? 'renglón' : 'renglones'} ${lines.join(', ')}${rows > lines.length ? '…' : ''}`
        return `Dudoso, y se recibe como viene: ${what}: ${grouped(rows)} (${where}). Si no es así, corríjalo y envíe el archivo otra vez.`
      })
  }
}
