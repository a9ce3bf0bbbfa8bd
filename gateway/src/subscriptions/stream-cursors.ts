/**
 * Cursors of a stream: a place in it, sealed for one feed and one subscriber, so that nobody reads a place from it, makes one up, or
 * goes on where another was. Every gateway derives the same keys from the login that they share.
 */
import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto'

export interface StreamCursors {
  /** Opaque, and always the same for the same place. */
  at: (seq: number) => string
  /** Null for what was not given to this subscriber by this feed. */
  placeIn: (cursor: string) => number | null
}

/** One block is a permutation of all blocks under the key: what was not made with it does not end as ours do. */
const CIPHER = 'aes-256-ecb'
const BLOCK_BYTES = 16
const ENDING = 'alertas:'

export function cursorsFor(key: Buffer, feed: string, subscriber: string): StreamCursors {
  const own = createHmac('sha256', key)
    .update(JSON.stringify([feed, subscriber]))
    .digest()
  const sealing = createCipheriv(CIPHER, own, null).setAutoPadding(false)
  const opening = createDecipheriv(CIPHER, own, null).setAutoPadding(false)
  return {
    at(seq) {
      const block = Buffer.from(`........${ENDING}`, 'latin1')
      block.writeBigUInt64BE(BigInt(seq))
      return sealing.update(block).toString('base64url')
    },
    placeIn(cursor) {
      const sealed = Buffer.from(cursor, 'base64url')
      if (sealed.length !== BLOCK_BYTES || sealed.toString('base64url') !== cursor) return null
      const block = opening.update(sealed)
      if (block.toString('latin1', BLOCK_BYTES / 2) !== ENDING) return null
      const seq = block.readBigUInt64BE()
      return seq <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(seq) : null
    },
  }
}
