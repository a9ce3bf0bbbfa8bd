/** Writes the reject file: renglón, columna, valor, motivo. Opens it with the first reject; formulas are defused. */
import { closeSync, lstatSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { stringify } from 'csv-stringify/sync'
import type { Reject } from './feed.ts'
import { OF_ANOTHER_STATE } from './of-one-state.ts'

/** How the report of a file is called, after the file's own name. */
export const REJECTS = '.rechazos.csv'

const SHOWN = 20
const MAX_VALUE = 500
/** Of itself the writer looks for whole ends of a row alone; a spreadsheet breaks the lines of a cell by less. */
const BREAK = /[\r\n]/
const TITLES = '\ufeffrenglón,columna,valor,motivo\r\n'

export class RejectWriter {
  readonly first: Reject[] = []
  #path: string | null
  #file: number | null = null
  #count = 0
  #isForeign = false

  /** Without a path rejects are counted and the first are kept. */
  constructor(wanted: string | null) {
    this.#path = wanted
  }

  /** Removes what an earlier try left, once it is known that this is another one. */
  clear(): void {
    const wanted = this.#path
    // A plain file alone: what else stands there, a device or a folder, is not ours to remove.
    if (wanted && lstatSync(wanted, { throwIfNoEntry: false })?.isFile()) removeOrLeave(wanted)
  }

  /** How many cells or rows were refused. */
  get count(): number {
    return this.#count
  }

  /** Whether a row of a file that speaks for one state told of another. */
  get isForeign(): boolean {
    return this.#isForeign
  }

  /** The file, once something was written to it. */
  get path(): string | null {
    return this.#count > 0 ? this.#path : null
  }

  /** Throws where there is no room: whoever takes the file in has written nothing yet, and must know before. */
  add(rejects: readonly Reject[]): void {
    if (rejects.length === 0) return
    this.#count += rejects.length
    this.#isForeign ||= rejects.some(({ reason }) => reason.endsWith(OF_ANOTHER_STATE))
    this.first.push(...rejects.slice(0, Math.max(0, SHOWN - this.first.length)))
    if (!this.#path) return
    const isFirst = this.#file === null
    this.#file ??= this.#open(this.#path)
    const rows = rejects.map(({ line, column, value, reason }) => [line, column, cut(value), reason])
    const text = stringify(rows, { escape_formulas: true, record_delimiter: '\r\n', quoted_match: BREAK })
    try {
      writeFileSync(this.#file, isFirst ? `${TITLES}${text}` : text)
    } catch (error) {
      throw Object.assign(error as Error, { path: this.#path })
    }
  }

  #open(wanted: string): number {
    const { fd, place } = openBesideOrApart(wanted)
    this.#path = place
    return fd
  }

  close(): void {
    if (this.#file !== null) closeSync(this.#file)
    this.#file = null
  }
}

/** Nothing may be written there, or there is no such folder, or a folder stands in its place. */
const NOT_BESIDE: ReadonlySet<unknown> = new Set(['EACCES', 'EROFS', 'EISDIR', 'ENOENT'])

/**
 * Where nothing may be written beside the file, as on a share or a disc, then in a folder that is this user's alone; its place is told, and
 * it stays there, in plain words, until somebody removes it. Throws what else keeps it from being written, as a full disk.
 */
function openBesideOrApart(wanted: string): { fd: number; place: string } {
  try {
    return { fd: openSync(wanted, 'w'), place: wanted }
  } catch (error) {
    if (!NOT_BESIDE.has((error as NodeJS.ErrnoException).code)) throw error
    const place = path.join(mkdtempSync(path.join(tmpdir(), 'vigia-rechazos-')), path.basename(wanted))
    return { fd: openSync(place, 'w'), place }
  }
}

/** One that stays is of a folder where nothing may be written: what is refused now goes elsewhere, and says where. */
function removeOrLeave(file: string): void {
  try {
    rmSync(file)
  } catch {
    // Not ours to remove.
  }
}

const cut = (value: string) => (value.length > MAX_VALUE ? `${value.slice(0, MAX_VALUE)}…` : value)
