import { expect, test } from 'vitest'
import { MERGED, NO_DAY, NOT_CALCULATED, sheetError } from './sheet-errors.ts'

test.each([
  '#N/A',
  '#N/D',
  '#REF!',
  '#¡REF!',
  '#¡VALOR!',
  '#¿NOMBRE?',
  '#DIV/0!',
  '#¡DIV/0!',
  '########',
  'Err:502',
  NO_DAY,
])('%s is an error of a spreadsheet', (text) => {
  expect(sheetError(text)).toContain('error de la hoja de cálculo')
})

test('a formula without its result and a merged cell are told apart', () => {
  expect(sheetError(NOT_CALCULATED)).toContain('fórmula sin resultado')
  expect(sheetError(MERGED)).toContain('combinada')
})

test.each(['Err: 502', 'Errázuriz', '#12', '# 12 bis', 'Av. Hidalgo #12', '#', 'N/A'])('%s is text', (text) => {
  expect(sheetError(text)).toBeNull()
})
