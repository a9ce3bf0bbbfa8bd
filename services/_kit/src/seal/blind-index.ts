/** Codes by which equal words are found without being read: HMAC-SHA-256 over the word as it is written canonically. */
import { createHmac, createSecretKey } from 'node:crypto'

/** No number of an authority begins so. */
const SIGN = '~'

const ACCENTS = /\p{Mn}/gu
const BLANKS = /\s+/gu

/** Of a number of the person, among numbers of its kind: the same in every service, which join by it. */
export function blindIndex(key: Buffer, kind: string, value: string): string {
  const canonical = value.normalize('NFKD').replace(ACCENTS, '').toUpperCase().replace(BLANKS, ' ').trim()
  return codeOf(key, ['index', kind, canonical])
}

/** Of what a row says, to see whether it says the same again. It is stored mixed with the id of its child (`markOf`). */
export function markToken(key: Buffer, place: string, plain: string): string {
  return codeOf(key, ['mark', place, plain])
}

export const isBlind = (value: string): boolean => value.startsWith(SIGN)

/** SQL: a mark that only the same child shares, null where the token is. */
export function markOf(token: string, child = 'p.child_id'): string {
  return `case when ${token} is not null then encode(sha256(convert_to(${child}::text || ${token}, 'UTF8')), 'base64') end`
}

function codeOf(key: Buffer, parts: readonly string[]): string {
  return SIGN + createHmac('sha256', createSecretKey(key)).update(parts.join('\0')).digest('base64url')
}
