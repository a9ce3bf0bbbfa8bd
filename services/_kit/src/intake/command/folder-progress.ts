/** How far a folder is of which several files are read at a time. */
import { statSync } from 'node:fs'
import path from 'node:path'
import type { Taken } from '../feed.ts'
import type { Progress } from '../take-in.ts'
import type { Entry } from './senders.ts'

type Read = Pick<Progress, 'rows' | 'bytesRead'>
const NOTHING: Read = { rows: 0, bytesRead: 0 }

/** Adds up the files that are being read and those that were. */
export class FolderProgress {
  readonly #sizes: ReadonlyMap<string, number>
  readonly #bytes: number
  readonly #tell: (progress: Progress) => void
  /** Of each file, and of all together. */
  readonly #read = new Map<string, Read>()
  #all: Read = NOTHING

  constructor(folder: string, entries: readonly Entry[], tell: (progress: Progress) => void = () => undefined) {
    this.#sizes = new Map(entries.map(({ file }) => [file, statSync(path.join(folder, file)).size]))
    this.#bytes = [...this.#sizes.values()].reduce((sum, size) => sum + size, 0)
    this.#tell = tell
  }

  of({ file }: Entry): (progress: Progress) => void {
    return (progress) => this.#step(file, progress)
  }

  end({ file }: Entry, { counts }: Taken): void {
    this.#step(file, { rows: counts.rows, bytesRead: this.#sizes.get(file) ?? 0 })
  }

  #step(file: string, { rows, bytesRead }: Read): void {
    const before = this.#read.get(file) ?? NOTHING
    this.#read.set(file, { rows, bytesRead })
    this.#all = {
      rows: this.#all.rows + rows - before.rows,
      bytesRead: this.#all.bytesRead + bytesRead - before.bytesRead,
    }
    this.#tell({ ...this.#all, bytes: this.#bytes })
  }
}
