/**
 * Cursors of a stream: a place in it and the mark of its epoch, sealed for one feed and one subscriber, so that nobody reads a place from
 * one, makes one up, or goes on where another was. Every gateway derives the same keys from the login that they share.
 */
import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto'
import type { MarkedPlace } from '../carriers/epochs.ts'

export interface StreamCursors {
  /** Opaque, and always the same for the same place. */
  at: (seq: number) => string
  /** Null for what was not given to this subscriber by this feed. */
  placeIn: (cursor: string) => MarkedPlace | null
}

/** One block is a permutation of all blocks under the key: what was not made with it does not end as ours do. */
const CIPHER = 'aes-256-ecb'
const BLOCK_BYTES = 16
const ENDING = 'alertas:'
/** As it is written, in base64url. */
export const CURSOR_BYTES = 22
const SEQ_AT = 4

/** `markAt` tells in which epoch a place was given. */
export function cursorsFor(
  key: Buffer,
  feed: string,
  subscriber: string,
  markAt: (seq: number) => number,
): StreamCursors {
  const own = createHmac('sha256', key)
    .update(JSON.stringify([feed, subscriber]))
    .digest()
  const sealing = createCipheriv(CIPHER, own, null).setAutoPadding(false)
  const block = Buffer.from(`........${ENDING}`, 'latin1')
  return {
    at(seq) {
      block.writeUInt32BE(markAt(seq))
      block.writeUInt32BE(seq, SEQ_AT)
      return sealing.update(block).toString('base64url')
    },
    placeIn(cursor) {
      const sealed = Buffer.from(cursor, 'base64url')
      if (sealed.length !== BLOCK_BYTES || sealed.toString('base64url') !== cursor) return null
      // Seldom asked, of few: none is kept ready.
      const opened = createDecipheriv(CIPHER, own, null).setAutoPadding(false).update(sealed)
      if (opened.toString('latin1', BLOCK_BYTES / 2) !== ENDING) return null
      return { mark: opened.readUInt32BE(), seq: opened.readUInt32BE(SEQ_AT) }
    },
  }
}
