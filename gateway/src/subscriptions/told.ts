/** One thing told to many: its JSON once, as bytes, with a gap where the cursor of each subscriber goes. */
import { randomBytes } from 'node:crypto'
import { type Answer, marked } from '../request/answer.ts'

/** Stands in an answer where a cursor goes. Nobody else can have written it into one. */
export const CURSOR_HERE = `cursor ${randomBytes(16).toString('hex')}`

/** What is each subscriber's own in a message: the name by which he knows his subscription, and his cursor. */
type Gap = 'NAME' | 'CURSOR'
export type Piece = Buffer | Gap

export class Told {
  /** The place in the stream; of what has none, 0. */
  readonly seq: number
  readonly json: readonly Piece[]
  /** Whether it tells anything but errors. */
  readonly isAnswer: boolean

  constructor(seq: number, answer: Answer, isSynthetic: boolean) {
    const { errors, data, extensions } = marked(answer, isSynthetic)
    this.seq = seq
    this.isAnswer = (data ?? null) !== null
    // Errors first, where a reader of a long answer sees them.
    const pieces = JSON.stringify({ errors, data, extensions }).split(CURSOR_HERE)
    this.json = pieces.flatMap((piece, index) =>
      index === 0 ? [Buffer.from(piece)] : (['CURSOR', Buffer.from(piece)] as const),
    )
  }
}
