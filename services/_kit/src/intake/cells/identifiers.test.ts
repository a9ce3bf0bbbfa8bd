import { curpCheckDigit } from '@vigia/law/identifiers'
import { expect, test } from 'vitest'
import { acta, curp, folio, nue, reference } from './identifiers.ts'

const NOW = '2026-11-25 12:30:59'
const SEVENTEEN = 'UAXG120605MNEMXNA'
const GOOD = `${SEVENTEEN}${curpCheckDigit(SEVENTEEN)}`

test('a CURP with its check digit is read', () => {
  expect(curp(GOOD, NOW)).toBe(GOOD)
})

test.each([
  ['a wrong check digit', `${SEVENTEEN}${(Number(GOOD.at(-1)) + 1) % 10}`, 'dígito verificador'],
  ['small letters', GOOD.toLowerCase(), 'mayúsculas'],
  ['a state that does not exist', `${GOOD.slice(0, 11)}ZZ${GOOD.slice(13)}`, 'forma debida'],
  ['a month that does not exist', `${GOOD.slice(0, 6)}13${GOOD.slice(8)}`, 'forma debida'],
  ['words for none', 'No tiene', 'deje la celda vacía'],
  ['seventeen signs', SEVENTEEN, 'forma debida'],
])('a CURP with %s is refused', (_what, text, reason) => {
  expect(curp(text, NOW)).toEqual({ unfit: expect.stringContaining(reason) })
})

test.each([
  ['INM/07/2024/0123456', 'INM/07/2024/0123456'],
  ['inm-07-2024-123456', 'INM/07/2024/0123456'],
])('the acta %s is %s', (text, value) => {
  expect(acta(text, NOW)).toBe(value)
})

test.each([
  [acta, '12'],
  [acta, 'INM/07/2024/12345678'],
  [nue, '12'],
  [folio, 'INM/07/2024/0123456'],
])('a number in another form is refused', (read, text) => {
  expect(read(text, NOW)).toEqual({ unfit: expect.stringContaining('No tiene la forma') })
})

test('a NUE without its letter gets it, and a folio its zeros', () => {
  expect(nue('123456789', NOW)).toBe('N123456789')
  expect(folio('PPNNA/07/2024/345', NOW)).toBe('PPNNA-07-2024-000345')
})

test.each(['S/D', 'n.e.', 'SIN DATO'])('%s is no number', (text) => {
  for (const read of [acta, nue, curp, folio, reference]) expect(read(text, NOW)).toBeNull()
})

test('a key is read in capitals with single blanks', () => {
  expect(reference('cas-07  003', NOW)).toBe('CAS-07 003')
  expect(reference('=1+1', NOW)).toHaveProperty('unfit')
})
