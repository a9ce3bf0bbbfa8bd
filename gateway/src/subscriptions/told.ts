/** One thing told to many: its JSON once, as bytes, with a hole where the cursor of each subscriber goes. */
import { randomBytes } from 'node:crypto'
import { type Answer, marked } from '../answer.ts'

/** Stands in an answer where a cursor goes. Nobody else can have written it into one. */
export const CURSOR_HERE = `cursor ${randomBytes(16).toString('hex')}`

/** What goes around it, in the protocol of whoever is told. */
export interface Wrapping {
  before: string
  after: string
  /** What fills the holes. */
  cursor: () => string
  /** What goes before all that, by its length. */
  headerOf?: (bytes: number) => Buffer
}

const NOTHING = Buffer.alloc(0)

export class Told {
  /** The place in the stream; of what has none, 0. */
  readonly seq: number
  /** The JSON, cut at each hole. */
  readonly #pieces: readonly Buffer[]
  #last: { before: string; bytes: Buffer } | null = null

  constructor(seq: number, answer: Answer, isSynthetic: boolean) {
    const { errors, data, extensions } = marked(answer, isSynthetic)
    this.seq = seq
    // Errors first, where a reader of a long answer sees them.
    this.#pieces = JSON.stringify({ errors, data, extensions })
      .split(CURSOR_HERE)
      .map((piece) => Buffer.from(piece))
  }

  /** Whoever wants the same as the one before gets the same bytes. */
  wrapped({ before, after, cursor, headerOf }: Wrapping): Buffer {
    const isOne = this.#pieces.length === 1
    if (isOne && this.#last?.before === before) return this.#last.bytes
    const parts = [Buffer.from(before), ...this.#filled(cursor), Buffer.from(after)]
    const length = parts.reduce((sum, part) => sum + part.length, 0)
    const bytes = Buffer.concat([headerOf?.(length) ?? NOTHING, ...parts])
    if (isOne) this.#last = { before, bytes }
    return bytes
  }

  #filled(cursor: () => string): readonly Buffer[] {
    const [first, ...rest] = this.#pieces
    if (!first || rest.length === 0) return this.#pieces
    const hole = Buffer.from(cursor())
    return [first, ...rest.flatMap((piece) => [hole, piece])]
  }
}
