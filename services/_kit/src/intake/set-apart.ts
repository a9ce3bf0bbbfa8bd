/** Tells the sender of the rows of a file that were joined to nobody: how many for each reason, and on which lines. */

const LINES_TOLD = 20

export class SetApart {
  readonly #byReason = new Map<string, { rows: number; lines: number[] }>()

  add(rows: readonly { line: number; reason: string }[]): void {
    for (const { line, reason } of rows) {
      const known = this.#byReason.get(reason) ?? { rows: 0, lines: [] }
      this.#byReason.set(reason, known)
      known.rows++
      if (known.lines.length < LINES_TOLD) known.lines.push(line)
    }
  }

  notices(): string[] {
    return [...this.#byReason].map(([reason, { rows, lines }]) => {
      const all = lines.sort((one, other) => one - other).join(', ')
      const where = `${rows === 1 ? 'renglón' : 'renglones'} ${all}${rows > lines.length ? '…' : ''}`
      return `Sin unir, se ${rows === 1 ? 'guarda' : 'guardan'} para unirse después: ${rows} (${where}). ${reason}`
    })
  }
}
