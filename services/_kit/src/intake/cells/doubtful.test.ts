import { expect, test } from 'vitest'
import { LETTERS_OF_SEX } from '../columns.ts'
import { FileRefused } from '../files/file-refused.ts'
import { Doubts } from './doubtful.ts'

function seeing(...cells: string[]): Doubts {
  const doubts = new Doubts(LETTERS_OF_SEX, 'SEXO')
  for (const [at, cell] of cells.entries()) doubts.see(cell, at + 2)
  return doubts
}

test.each([[['M', 'F']], [['F', 'Hombre', 'm']], [['M.', 'F.']], [['Mujer', '(F)', '(M)']]])(
  'in %j nobody knows what M is: the file is refused',
  (cells) => {
    expect(() => seeing(...cells)).toThrow(FileRefused)
    expect(() => seeing(...cells)).toThrow('«M» y «F»')
  },
)

test('M beside H is a girl, and beside words it is told how it was read', () => {
  expect(seeing('H', 'M', 'M').notices()).toEqual([])
  expect(seeing('Hombre', 'Mujer', 'F', 'H').notices()).toEqual([])
  expect(seeing('H.', 'M.').notices()).toEqual([])
  expect(seeing('M', 'M').notices()).toEqual([expect.stringContaining('«M» se leyó como mujer en 2 renglones')])
})

test('of a large file it is told how many as the sums of its report are written', () => {
  const [told] = seeing(...Array.from({ length: 2_997 }, () => 'M')).notices()

  expect(told).toContain('en 2,997 renglones')
})
