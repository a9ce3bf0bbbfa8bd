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
