/**
 * What a partner reads in the place of an id: the same word for the same child or alert, and another for every other partner, so
 * that two of them cannot join their files. The keys come from the file of keys, and stand in no table.
 */
import { createCipheriv, createDecipheriv, createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto'
import { isId } from '@vigia/law/ids'
import type { Actor } from '../actor.ts'
import { keyring } from './keys.ts'

export interface Pseudonyms {
  /** Leads nowhere: no id follows from it, not even for us. */
  refOf: (childId: string) => string
  /** Looks like an id. An id is a block of the cipher, so that there is one such word for each. */
  hide: (id: string) => string
  /** The id behind such a word; of a word that was never given, an id of nothing. */
  find: (pseudonym: string) => string
}

/** A partner is its organization, whichever of its programs asks; a program without one is its own. */
export function pseudonymsOf({ org, sub }: Pick<Actor, 'org' | 'sub'>): Pseudonyms {
  const owner = JSON.stringify(org === null ? { sub } : { org })
  const [ofChildren, ofIds] = [keyFor(`pseudonyms ${owner}`), keyFor(`hidden ids ${owner}`)]
  return {
    refOf: (childId) => createHmac('sha256', ofChildren).update(childId).digest('base64url'),
    hide: (id) => inBlock(id, (block) => createCipheriv(ONE_BLOCK, ofIds, null).setAutoPadding(false).update(block)),
    find: (id) => inBlock(id, (block) => createDecipheriv(ONE_BLOCK, ofIds, null).setAutoPadding(false).update(block)),
  }
}

/** Of single blocks, each its own message: what is wrong with this mode for longer texts does not arise. */
const ONE_BLOCK = 'aes-256-ecb'

function inBlock(id: string, change: (block: Buffer) => Buffer): string {
  if (!isId(id)) throw new RangeError(`Not an id: "${id}"`)
  const hex = change(Buffer.from(id.replaceAll('-', ''), 'hex')).toString('hex')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** The key of the blind index is never turned, and so neither are these. */
function keyFor(purpose: string): KeyObject {
  return createSecretKey(Buffer.from(hkdfSync('sha256', keyring().blindIndex, '', `vigia ${purpose}`, 32)))
}
