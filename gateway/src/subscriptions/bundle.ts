/**
 * What is told to many at once, in the bytes of a protocol: put together once for all whose messages are as long, and copied for each
 * with what is his own. Whoever has nothing of his own in it gets the same bytes as the one before.
 */
import { CURSOR_BYTES } from './stream-cursors.ts'
import type { Piece, Told } from './told.ts'

/** How a protocol tells one thing. One object for all who are told in the same form. */
export interface Form {
  /** How many bytes a name has. */
  nameBytes: number
  /** A whole message around its JSON. */
  around: (json: readonly Piece[]) => readonly Piece[]
  /** What goes before a message of so many bytes. */
  headerOf?: (bytes: number) => Buffer
}

export interface Recipient {
  form: Form
  name: string
  cursorAt: (seq: number) => string
}

/** All messages of one form, and where in them something is missing. */
interface Draft {
  bytes: Buffer
  names: readonly number[]
  cursors: readonly { at: number; seq: number }[]
}

/** Whoever chooses names of ever other lengths does not make us keep them. */
const MOST_DRAFTS = 8

export class Bundle {
  /** In their order, and at least one. */
  readonly tolds: readonly [Told, ...Told[]]
  readonly #drafts = new Map<Form, Draft>()
  #last: { form: Form; name: string; bytes: Buffer } | null = null

  constructor(tolds: readonly [Told, ...Told[]]) {
    this.tolds = tolds
  }

  /** What of it comes after a place; null where nothing does. */
  after(seq: number): Bundle | null {
    if (this.tolds[0].seq > seq) return this
    const [first, ...rest] = this.tolds.filter((told) => told.seq > seq)
    return first ? new Bundle([first, ...rest]) : null
  }

  bytesFor(recipient: Recipient): Buffer {
    const { form, name } = recipient
    if (this.#last?.form === form && this.#last.name === name) return this.#last.bytes
    const { bytes: drafted, names, cursors } = this.#draftIn(form)
    const bytes = Buffer.allocUnsafe(drafted.length)
    drafted.copy(bytes)
    for (const at of names) bytes.write(name, at)
    for (const { at, seq } of cursors) bytes.write(recipient.cursorAt(seq), at, 'latin1')
    if (cursors.length === 0) this.#last = { form, name, bytes }
    return bytes
  }

  #draftIn(form: Form): Draft {
    const known = this.#drafts.get(form)
    if (known) return known
    const made = draftOf(this.tolds, form)
    if (this.#drafts.size === MOST_DRAFTS) this.#drafts.clear()
    this.#drafts.set(form, made)
    return made
  }
}

function draftOf(tolds: readonly Told[], { nameBytes, around, headerOf }: Form): Draft {
  const blank = { NAME: Buffer.alloc(nameBytes), CURSOR: Buffer.alloc(CURSOR_BYTES) }
  const bytesOf = (piece: Piece) => (typeof piece === 'string' ? blank[piece] : piece)
  const [parts, names, cursors] = [[] as Buffer[], [] as number[], [] as { at: number; seq: number }[]]
  let at = 0
  const add = (part: Buffer) => {
    parts.push(part)
    at += part.length
  }
  for (const { seq, json } of tolds) {
    const message = around(json)
    const length = message.reduce((sum, piece) => sum + bytesOf(piece).length, 0)
    if (headerOf) add(headerOf(length))
    for (const piece of message) {
      if (piece === 'NAME') names.push(at)
      if (piece === 'CURSOR') cursors.push({ at, seq })
      add(bytesOf(piece))
    }
  }
  return { bytes: Buffer.concat(parts), names, cursors }
}
