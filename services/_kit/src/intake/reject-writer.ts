/** Writes the reject file: renglón, columna, valor, motivo. Opens it with the first reject; formulas are defused. */
import { once } from 'node:events'
import { createWriteStream, lstatSync, rmSync, type WriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import { stringify } from 'csv-stringify/sync'
import type { Reject } from './feed.ts'
import { OF_ANOTHER_STATE } from './of-one-state.ts'

const SHOWN = 20
const MAX_VALUE = 500
const BYTE_ORDER_MARK = '\ufeff'

export class RejectWriter {
  readonly first: Reject[] = []
  readonly #path: string | null
  #stream: WriteStream | null = null
  #count = 0
  #isForeign = false

  /** Without a path rejects are counted and the first are kept. A file left by an earlier try is removed. */
  constructor(path: string | null) {
    this.#path = path
    // A plain file alone: what else stands there, a device or a folder, is not ours to remove.
    if (path && lstatSync(path, { throwIfNoEntry: false })?.isFile()) rmSync(path)
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

  async add(rejects: readonly Reject[]): Promise<void> {
    if (rejects.length === 0) return
    this.#count += rejects.length
    this.#isForeign ||= rejects.some(({ reason }) => reason.endsWith(OF_ANOTHER_STATE))
    this.first.push(...rejects.slice(0, Math.max(0, SHOWN - this.first.length)))
    if (!this.#path) return
    this.#stream ??= openWith(this.#path)
    const rows = rejects.map(({ line, column, value, reason }) => [line, column, cut(value), reason])
    const text = stringify(rows, { escape_formulas: true, record_delimiter: '\r\n' })
    if (!this.#stream.write(text)) await once(this.#stream, 'drain')
  }

  async close(): Promise<void> {
    if (!this.#stream) return
    this.#stream.end()
    await finished(this.#stream)
  }
}

function openWith(path: string): WriteStream {
  const stream = createWriteStream(path)
  stream.write(`${BYTE_ORDER_MARK}renglón,columna,valor,motivo\r\n`)
  return stream
}

const cut = (value: string) => (value.length > MAX_VALUE ? `${value.slice(0, MAX_VALUE)}…` : value)
