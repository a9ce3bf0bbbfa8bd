import { expect, test } from 'vitest'
import { day } from './days.ts'
import { age } from './numbers.ts'
import { readCell } from './read-cell.ts'
import { words } from './texts.ts'

const NOW = '2026-11-25 12:30:59'

test('a blank of a web page is a blank', () => {
  expect(readCell('9\u00a0años', age, NOW)).toBe('9')
  expect(readCell('15\u00a0de\u202fenero\u2009de 2024', day, NOW)).toBe('2024-01-15')
})

test('what a spreadsheet could not show is refused, also where any text would be a value', () => {
  expect(readCell('#N/A', words(100), NOW)).toEqual({ unfit: expect.stringContaining('error de la hoja') })
  expect(readCell('Calle #12', words(100), NOW)).toBe('Calle #12')
})
