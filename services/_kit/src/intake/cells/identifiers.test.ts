import { curpCheckDigit } from '@vigia/law/identifiers'
import { expect, test } from 'vitest'
import { acta, counselKey, curp, folio, identifier, nue, reference } from './identifiers.ts'

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
  ['words', 'Ana Prueba', 'deje la celda vacía'],
  ['seventeen signs', SEVENTEEN, 'forma debida'],
  ['no more than its first half', SEVENTEEN.slice(0, 10), 'si no se conoce entera, deje la celda vacía'],
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

test.each([
  [acta, 'INM/07/2024/0000000'],
  [nue, '999999999'],
  [folio, 'PPNNA-07-2024-000000'],
])('a number that fills a cell is refused: it would make one child of many', (read, text) => {
  expect(read(text, NOW)).toEqual({ unfit: expect.stringContaining('relleno') })
})

test.each(['XEXX010101HNEXXXA4', 'XEXX010101MNEXXXA8'])('the CURP of foreigners who have none, %s, is none', (text) => {
  expect(curp(text, NOW)).toBeNull()
})

test('a NUE without its letter gets it, and a folio its zeros', () => {
  expect(nue('123456789', NOW)).toBe('N123456789')
  expect(nue('N-123456789', NOW)).toBe('N123456789')
  expect(folio('PPNNA/07/2024/345', NOW)).toBe('PPNNA-07-2024-000345')
})

test.each(['S/D', 'n.e.', 'SIN DATO'])('%s is no number', (text) => {
  for (const read of [acta, nue, curp, folio, reference]) expect(read(text, NOW)).toBeNull()
})

test.each([
  'S/N',
  's. n.',
  'NO',
  'No tiene',
  'no aplica',
  'Sin número',
  'PENDIENTE',
  'Pendiente de emitir',
  'En trámite',
  'xxx',
  '0',
])('%s is the word for a number that there is not', (text) => {
  for (const read of [acta, nue, curp, folio, reference, identifier('PASSPORT'), counselKey])
    expect(read(text, NOW)).toBeNull()
})

test.each([
  ['No. 45/2026', 'NO. 45/2026'],
  ['SIN-25-001', 'SIN-25-001'],
  ['Nogales', 'NOGALES'],
  ['SN-07', 'SN-07'],
  ['007', '007'],
])('%s is a number', (text, value) => {
  expect(reference(text, NOW)).toBe(value)
})

test.each(['2026-01-01', 'ene-26', '01/ene/2026', '5-mar'])(
  '%s is a day that a spreadsheet made of a number: it is asked for',
  (text) => {
    expect(reference(text, NOW)).toEqual({ unfit: expect.stringContaining('formato de texto') })
  },
)

test.each(['1/2026', '2026-01-15', '15/01/2026', 'CEDH/ENE/26/1', 'DIC-A-26'])(
  '%s is a number as it stands',
  (text) => {
    expect(reference(text, NOW)).toBe(text)
  },
)

test('a key is read in capitals with single blanks', () => {
  expect(reference('cas-07  003', NOW)).toBe('CAS-07 003')
  expect(reference('=1+1', NOW)).toHaveProperty('unfit')
})
