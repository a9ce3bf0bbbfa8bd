/** Cells that are fit each, and hard to believe beside one another: the row is taken in as it comes, and its sender is told. */

/** What is odd, in Spanish, after "Dudoso, y se recibe como viene:"; and when. Cells are given as they were read, by their columns' names. */
export type Oddity = { what: string; isIn: (cell: (name: string) => string | null) => boolean }

const LINES_TOLD = 20

/** Of one file. */
export class OddRows {
  readonly #found: { oddity: Oddity; rows: number; lines: number[] }[]

  constructor(oddities: readonly Oddity[]) {
    this.#found = oddities.map((oddity) => ({ oddity, rows: 0, lines: [] }))
  }

  see(cell: (name: string) => string | null, line: number): void {
    for (const found of this.#found) {
      if (!found.oddity.isIn(cell)) continue
      found.rows++
      if (found.lines.length < LINES_TOLD) found.lines.push(line)
    }
  }

  /** Told once the file is read. */
  notices(): string[] {
    return this.#found
      .filter(({ rows }) => rows > 0)
      .map(({ oddity, rows, lines }) => {
        const where = `${rows === 1 ? 'renglón' : 'renglones'} ${lines.join(', ')}${rows > lines.length ? '…' : ''}`
        return `Dudoso, y se recibe como viene: ${oddity.what}: ${rows} (${where}). Si no es así, corríjalo y envíe el archivo otra vez.`
      })
  }
}
