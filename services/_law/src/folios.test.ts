import { expect, test } from 'vitest'
import { folioIn, isNamedBy } from './folios.ts'

test.each([
  ['as it is printed', 'NNA-9F3A-0123456789AB'],
  ['in small letters, with blanks around it', '  nna-9f3a-0123456789ab\n'],
  ['without its dashes', 'NNA9F3A0123456789AB'],
  ['with the dashes of a word processor', 'NNA–9F3A—0123456789AB'],
  ['with blanks in their place', 'NNA 9F3A 0123 4567 89AB'],
])('%s', (_how, text) => {
  expect(folioIn(text)).toBe('NNA-9F3A-0123456789AB')
})

test.each([
  ['the id of a child', '0190a3c1-7c1e-7d3a-9f3a-0123456789ab'],
  ['a digit too few', 'NNA-9F3A-0123456789A'],
  ['a digit too many', 'NNA-9F3A-0123456789ABC'],
  ['a letter that none has', 'NNA-9F3A-O123456789AB'],
  ['another office’s', 'PPNNA-07-2026-000123'],
  ['nothing', ''],
])('no folio is %s', (_what, text) => {
  expect(folioIn(text)).toBeNull()
})

test.each([
  ['its id', '0190a3c1-7c1e-7d3a-9f3a-0123456789ab', true],
  ['its folio', 'nna-9f3a-0123456789ab', true],
  ['the id of a child of whose folio it differs by one sign', '0190a3c1-7c1e-7d3a-9f3a-0123456789ac', false],
  ['another folio', 'NNA-9F3A-0123456789AC', false],
  ['nothing', '', false],
])('a child is named by %s: %s, %s', (_what, text, isNamed) => {
  expect(isNamedBy(text, '0190a3c1-7c1e-7d3a-9f3a-0123456789ab')).toBe(isNamed)
})
