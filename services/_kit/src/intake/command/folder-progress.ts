/** How far a folder is of which several files are read at a time. */
import { statSync } from 'node:fs'
import path from 'node:path'
import type { Taken } from '../feed.ts'
import type { Progress } from '../take-in.ts'
import type { Entry } from './senders.ts'

/** Adds up the files that are being read and those that were. */
export class FolderProgress {
  readonly #sizes: ReadonlyMap<string, number>
  readonly #bytes: number
  readonly #tell: (progress: Progress) => void
  readonly #read = new Map<string, Pick<Progress, 'rows' | 'bytesRead'>>()

  constructor(folder: string, entries: readonly Entry[], tell: (progress: Progress) => void = () => undefined) {
    this.#sizes = new Map(entries.map(({ file }) => [file, statSync(path.join(folder, file), NOT_THERE)?.size ?? 0]))
    this.#bytes = sum(this.#sizes.values())
    this.#tell = tell
  }

  of({ file }: Entry): (progress: Progress) => void {
    return (progress) => this.#step(file, progress)
  }

  end({ file }: Entry, { counts }: Taken): void {
    this.#step(file, { rows: counts.rows, bytesRead: this.#sizes.get(file) ?? 0 })
  }

  #step(file: string, read: Pick<Progress, 'rows' | 'bytesRead'>): void {
    this.#read.set(file, read)
    const all = [...this.#read.values()]
    this.#tell({
      rows: sum(all.map(({ rows }) => rows)),
      bytesRead: sum(all.map(({ bytesRead }) => bytesRead)),
      bytes: this.#bytes,
    })
  }
}

/** A file that the manifest names and that is missing is refused when its turn comes. */
const NOT_THERE = { throwIfNoEntry: false } as const

const sum = (numbers: Iterable<number>) => [...numbers].reduce((all, one) => all + one, 0)
