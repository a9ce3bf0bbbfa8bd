/**
 * Cursors of a stream: a place in it and the mark of its epoch, sealed for one feed and one subscriber, so that nobody reads a place from
 * one, makes one up, or goes on where another was. Every gateway derives the same keys from the login that they share.
 */
import { createCipheriv, createDecipheriv, createHmac, randomInt } from 'node:crypto'
import type { MarkedPlace } from '../carriers/epochs.ts'

export interface StreamCursors {
  /** Opaque, and always the same for the same place. */
  at: (seq: number) => string
  /** Another one each time: nobody who compares two knows whether something happened between them, as to others. */
  varied: (seq: number) => string
  /** Null for what was not given to this subscriber by this feed. */
  placeIn: (cursor: string) => MarkedPlace | null
}

/** One block is a permutation of all blocks under the key: what was not made with it does not hold our word, and the mark of no epoch. */
const CIPHER = 'aes-256-ecb'
const BLOCK_BYTES = 16
const WORD = 'aler'
const WORD_AT = 8
/** What follows the word may be anything. */
const [ENDING_AT, ENDING] = [12, Buffer.from('tas:').readUInt32BE()]
/** As it is written, in base64url. */
export const CURSOR_BYTES = 22
const SEQ_AT = 4
const BEYOND_ENDINGS = 2 ** 32

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
  const block = Buffer.from(`........${WORD}....`, 'latin1')
  const sealed = (seq: number, ending: number): string => {
    block.writeUInt32BE(markAt(seq))
    block.writeUInt32BE(seq, SEQ_AT)
    block.writeUInt32BE(ending, ENDING_AT)
    return sealing.update(block).toString('base64url')
  }
  return {
    at: (seq) => sealed(seq, ENDING),
    varied: (seq) => sealed(seq, randomInt(BEYOND_ENDINGS)),
    placeIn(cursor) {
      const sealed = Buffer.from(cursor, 'base64url')
      if (sealed.length !== BLOCK_BYTES || sealed.toString('base64url') !== cursor) return null
      // Seldom asked, of few: none is kept ready.
      const opened = createDecipheriv(CIPHER, own, null).setAutoPadding(false).update(sealed)
      if (opened.toString('latin1', WORD_AT, ENDING_AT) !== WORD) return null
      return { mark: opened.readUInt32BE(), seq: opened.readUInt32BE(SEQ_AT) }
    },
  }
}
