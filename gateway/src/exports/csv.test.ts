/** How cells are written. */
import { expect, test } from 'vitest'
import { code, day, number, small, text, yesNo } from './columns.ts'
import { lineOf, written } from './csv.ts'

const as = text('name', 'Nombre', 'Name')

test.each([
  ['=HYPERLINK("http://a.example")', `"'=HYPERLINK(""http://a.example"")"`],
  ['+52 962', "'+52 962"],
  ['-1', "'-1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\tcmd', "'\tcmd"],
  ['\r=1', `"'\r=1"`],
  ['Centro, Tapachula', '"Centro, Tapachula"'],
  ['Centro "Tapachula"', '"Centro ""Tapachula"""'],
  ['Ñandú', 'Ñandú'],
])('row 37: the text %j is written %j, and is no formula', (value, cell) => {
  expect(lineOf([written(value, as, 'es')])).toBe(`${cell}\r\n`)
})

test('a number that is below zero stays a number', () => {
  expect(lineOf([written(-3, number('n', 'Diferencia', 'Difference'), 'es')])).toBe('-3\r\n')
})

test('what is not known is empty, and never 0 or NO', () => {
  const columns = [as, number('n', 'n', 'n'), small('n', 'n', 'n'), yesNo('b', 'b', 'b'), day('d', 'd', 'd')]

  expect(lineOf(columns.map((column) => written(null, column, 'es')))).toBe(',,,,\r\n')
})

test('of an instant the local day is written, and nothing of the hour', () => {
  expect(written('2026-11-25T03:30:00.000Z', day('at', 'Fecha', 'Day'), 'es')).toBe('2026-11-24')
})

test('where two dimensions cross, one to four are withheld, and none is none', () => {
  const counts = small('n', 'n', 'n')

  expect([0, 1, 4, 5].map((n) => written(n, counts, 'es'))).toEqual([0, '<5', '<5', 5])
})

test('a code is written in the words of its list, and an unknown one as it is', () => {
  expect(written('HND', code('c', 'COUNTRY'), 'es')).toBe('Honduras')
  expect(written('FEMALE', code('c', 'SEX'), 'en')).not.toBe('FEMALE')
  expect(written('NEW', code('c', 'SEX'), 'en')).toBe('NEW')
})
