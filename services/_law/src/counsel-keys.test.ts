import { expect, test } from 'vitest'
import { counselKeyOf } from './counsel-keys.ts'

test.each([
  ['12345678', '12345678'],
  [' 1234 567 ', '1234567'],
  ['00123456', '123456'],
  ['clj0001010907x', 'CLJ0001010907X'],
  ['CLJ 000101 0907 X', 'CLJ0001010907X'],
])('a key written %j is kept as %s', (text, key) => {
  expect(counselKeyOf(text)).toBe(key)
})

test.each([
  '',
  'Casa Alianza',
  '1234',
  '123456789',
  '00000',
  '1234567.0',
  '1,234,567',
  'CLJ0001010907',
  '7LJ0001010907X',
])('%j is no key of counsel', (text) => {
  expect(counselKeyOf(text)).toBeNull()
})
