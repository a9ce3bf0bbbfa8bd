/** What was sealed opens with its key in its place; whatever was altered, moved or sealed otherwise opens to null, and throws nothing. */
import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { keyIdOf, newDataKey, open, seal, unwrap, wrap, wrappedBy } from './cipher.ts'

const PLACE = 'children.person_name'
const NAME = '{"given_names":"Íñigo 😀"}'
const key = newDataKey()
const outer = { id: 'aaaaaaaa', key: randomBytes(32) }

test('a cell opens with its key, in its place', () => {
  const sealed = seal(key, PLACE, NAME)

  expect(open(sealed, PLACE, key.key)).toBe(NAME)
  expect(keyIdOf(sealed)).toBe(key.id)
  expect(sealed + Buffer.from(sealed.split('.')[2] ?? '', 'base64').toString()).not.toMatch(/given_names|Íñigo/)
})

test('the same words are never sealed alike', () => {
  expect(new Set(Array.from({ length: 2_000 }, () => seal(key, PLACE, NAME))).size).toBe(2_000)
})

test('a key is nobody else’s', () => {
  const keys = Array.from({ length: 2_000 }, newDataKey)

  expect(new Set(keys.map((one) => one.key.toString('hex'))).size).toBe(2_000)
  expect(new Set(keys.map(({ id }) => id)).size).toBe(2_000)
})

test('a sealed cell of which any sign was changed opens to null', () => {
  const sealed = seal(key, PLACE, NAME)
  const altered = [...sealed].map((sign, at) => sealed.slice(0, at) + (sign === 'A' ? 'B' : 'A') + sealed.slice(at + 1))

  // The last sign of a text in base64url may carry bits that no byte has.
  const others = altered.slice(0, -1).filter((one) => one !== sealed)
  expect(others.map((one) => open(one, PLACE, key.key)).filter((plain) => plain !== null)).toEqual([])
})

test.each([
  ['another table', (sealed: string) => open(sealed, 'children.identifier', key.key)],
  ['another key', (sealed: string) => open(sealed, PLACE, newDataKey().key)],
  ['a key of the wrong length', (sealed: string) => open(sealed, PLACE, randomBytes(16))],
  ['the id of another key', (sealed: string) => open(sealed.replace(key.id, newDataKey().id), PLACE, key.key)],
  ['half of it', (sealed: string) => open(sealed.slice(0, sealed.length / 2), PLACE, key.key)],
])('given %s, it opens to null', (_what, opened) => {
  expect(opened(seal(key, PLACE, NAME))).toBeNull()
})

test.each(['', '.', '1', '1..', '2.a.b', 'plain words', '1.x.AAAA'])('%j is no sealed cell', (text) => {
  expect(open(text, PLACE, key.key)).toBeNull()
})

test('a data key is unwrapped by the key that wrapped it, under its own id, and by no other', () => {
  const wrapped = wrap(outer, key)

  expect(unwrap(outer, key.id, wrapped)?.equals(key.key)).toBe(true)
  expect(wrappedBy(wrapped)).toBe(outer.id)
  expect(unwrap({ ...outer, key: randomBytes(32) }, key.id, wrapped)).toBeNull()
  expect(unwrap({ ...outer, id: 'bbbbbbbb' }, key.id, wrapped)).toBeNull()
  expect(unwrap(outer, newDataKey().id, wrapped)).toBeNull()
})
