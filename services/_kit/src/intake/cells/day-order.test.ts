import { expect, test } from 'vitest'
import { DayOrder } from './day-order.ts'

function seeing(...cells: string[]): () => string[] {
  const order = new DayOrder('FECHA')
  for (const [at, cell] of cells.entries()) order.see(cell, at + 2)
  return () => order.notices()
}

test('a column in which a month can only be the first number is refused, and the line told', () => {
  expect(seeing('01/02/2026', '1/15/2026 10:20', '01/16/2026')).toThrow(
    expect.objectContaining({ line: 3, column: 'FECHA', message: expect.stringContaining('mes antes que el día') }),
  )
})

test.each(['12/13/2026', '12-31-26'])('a month cannot be the second number of %s', (cell) => {
  expect(seeing('01/02/2026', cell)).toThrow(expect.objectContaining({ line: 3 }))
})

test.each([
  ['days that tell nothing', ['01/02/2026', '12/12/2026', '']],
  ['the thirteenth of a month among days first', ['01/15/2026', '13/01/2026']],
  ['one mistyped among days first', ['01/15/2026', '15/01/2026']],
  ['other forms', ['2026-01-15', '46037', '15-ene-26', 'S/D']],
  ['a day that does not exist', ['13/25/2026', '31/02/2026']],
])('%s are left to the readers', (_what, cells) => {
  expect(seeing(...cells)()).toEqual([])
})

/** 15, 3, 22, 5, 28, 11, 30 and 2 October, as they come back from a spreadsheet that takes the first number for the month. */
const TURNED = [
  '15/10/2026',
  '2026-03-10',
  '22/10/2026',
  '2026-05-10 09:19:00',
  '28/10/2026',
  '2026-11-10',
  '30/10/2026',
  '2026-02-10',
]

test('days that a spreadsheet has turned round, and those that it could not read, in one column: it is refused', () => {
  expect(seeing(...TURNED)).toThrow(
    expect.objectContaining({
      ...{ line: 3, column: 'FECHA', value: '2026-03-10' },
      message: expect.stringMatching(
        /«2026-03-10», todas del día 1 al 12, con otras como «15\/10\/2026», todas del 13/,
      ),
    }),
  )
})

test('few of them may be so by chance: they are told', () => {
  expect(seeing(...TURNED.slice(0, 4))()).toEqual([expect.stringMatching(/^Dudoso, .*: FECHA mezcla fechas/)])
})

test.each([
  ['a date behind the twelfth', '2026-10-13'],
  ['a text within the first twelve days', '03/10/2026'],
])('%s shows that nothing was turned round', (_what, cell) => {
  expect(seeing(...TURNED, cell)()).toEqual([])
})
