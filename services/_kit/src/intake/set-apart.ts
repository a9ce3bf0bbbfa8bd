/** Tells the sender of the rows of a file that were joined to nobody: how many for each reason, and on which lines; and of rows that came too late to change anything. */
import { grouped } from './cells/counted.ts'

const LINES_TOLD = 20

export class SetApart {
  readonly #late: { rows: number; lines: number[] } = { rows: 0, lines: [] }
  readonly #byReason = new Map<string, { rows: number; lines: number[] }>()

  add(rows: readonly { line: number; reason: string }[]): void {
    for (const { line, reason } of rows) {
      const known = this.#byReason.get(reason) ?? { rows: 0, lines: [] }
      this.#byReason.set(reason, known)
      known.rows++
      if (known.lines.length < LINES_TOLD) known.lines.push(line)
    }
  }

  /** Rows that say otherwise than a file of a later day, which holds. */
  addLate(lines: readonly number[]): void {
    this.#late.rows += lines.length
    this.#late.lines.push(...lines.slice(0, LINES_TOLD - this.#late.lines.length))
  }

  notices(): string[] {
    return [...this.#ofThoseSetApart(), ...this.#ofThoseLate()]
  }

  #ofThoseLate(): string[] {
    const { rows, lines } = this.#late
    if (rows === 0) return []
    const told = `${lines.sort((one, other) => one - other).join(', ')}${rows > lines.length ? '…' : ''}`
    const word = rows === 1 ? 'renglón' : 'renglones'
    return [
      `Dicen otra cosa que un archivo con corte posterior, y no cambian lo que aquel dijo: ${grouped(rows)} (${word} ${told}). Si son la corrección, envíe el archivo con su fecha de corte.`,
    ]
  }

  #ofThoseSetApart(): string[] {
    return [...this.#byReason].map(([reason, { rows, lines }]) => {
      const all = lines.sort((one, other) => one - other).join(', ')
      const where = `${rows === 1 ? 'renglón' : 'renglones'} ${all}${rows > lines.length ? '…' : ''}`
      return `Sin unir, se ${rows === 1 ? 'guarda' : 'guardan'} para unirse después: ${grouped(rows)} (${where}). ${reason}`
    })
  }
}
