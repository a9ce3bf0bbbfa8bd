/**
 * AES-256-GCM in two steps: a cell is sealed under a data key, and a data key is wrapped by a key that the database never has.
 * What was altered, or belongs elsewhere, opens to null.
 */
import { createCipheriv, createDecipheriv, createSecretKey, randomFillSync } from 'node:crypto'
import { newId } from '../intake/new-id.ts'

/** A key outside the database. Its id stands before what it wrapped. */
export interface WrappingKey {
  id: string
  key: Buffer
}

/** A key of sealed cells, in the clear. */
export interface DataKey {
  id: string
  key: Buffer
}

const CIPHER = 'aes-256-gcm'
const VECTOR_BYTES = 12
const TAG_BYTES = 16
const KEY_BYTES = 32
/** Of the form in which a sealed cell is written. */
const FORM = '1'

/** Sealed for one column of one table: `schema.table` there, and nowhere else, it opens. */
export function seal({ id, key }: DataKey, place: string, plain: string): string {
  return `${FORM}.${id}.${encrypt(key, `${place}|sealed|${id}`, Buffer.from(plain))}`
}

/** Null where it was altered, sealed for another place, or under another key. */
export function open(sealed: string, place: string, key: Buffer): string | null {
  const [form, id = '', text = ''] = sealed.split('.')
  return form === FORM ? (decrypt(key, `${place}|sealed|${id}`, text)?.toString() ?? null) : null
}

/** The id of the key under which a cell was sealed; null where it is no sealed cell. */
export function keyIdOf(sealed: string): string | null {
  const [form, id = ''] = sealed.split('.')
  return form === FORM && id !== '' ? id : null
}

export function newDataKey(): DataKey {
  return { id: newId(), key: chance(KEY_BYTES) }
}

export function wrap(outer: WrappingKey, { id, key }: DataKey): string {
  return `${outer.id}.${encrypt(outer.key, `data key|${id}`, key)}`
}

/** The id of the key that wrapped it. */
export const wrappedBy = (wrapped: string): string => wrapped.split('.', 1)[0] ?? ''

/** Null where another key wrapped it, or it is wrapped for another id. */
export function unwrap(outer: WrappingKey, id: string, wrapped: string): Buffer | null {
  const [by, text = ''] = wrapped.split('.')
  return by === outer.id ? decrypt(outer.key, `data key|${id}`, text) : null
}

/** A key that comes as bytes is held against every other form of a key, which takes longer than to seal a cell with it: it is made one first. */
function encrypt(key: Buffer, bound: string, plain: Buffer): string {
  const vector = chance(VECTOR_BYTES)
  const cipher = createCipheriv(CIPHER, createSecretKey(key), vector)
  cipher.setAAD(Buffer.from(bound))
  const head = cipher.update(plain)
  cipher.final()
  return Buffer.concat([vector, head, cipher.getAuthTag()]).toString('base64url')
}

function decrypt(key: Buffer, bound: string, text: string): Buffer | null {
  const bytes = Buffer.from(text, 'base64url')
  if (bytes.length < VECTOR_BYTES + TAG_BYTES) return null
  const vector = bytes.subarray(0, VECTOR_BYTES)
  try {
    const decipher = createDecipheriv(CIPHER, createSecretKey(key), vector, { authTagLength: TAG_BYTES })
    decipher.setAAD(Buffer.from(bound))
    decipher.setAuthTag(bytes.subarray(-TAG_BYTES))
    return Buffer.concat([decipher.update(bytes.subarray(VECTOR_BYTES, -TAG_BYTES)), decipher.final()])
  } catch {
    return null
  }
}

/** Drawn ahead by the thousand: one draw for each cell costs more than sealing it. */
const drawn = Buffer.alloc(16 * 1024)
let at = drawn.length

function chance(bytes: number): Buffer {
  if (at + bytes > drawn.length) {
    randomFillSync(drawn)
    at = 0
  }
  at += bytes
  const some = Buffer.from(drawn.subarray(at - bytes, at))
  drawn.fill(0, at - bytes, at)
  return some
}
