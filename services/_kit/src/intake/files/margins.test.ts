import { expect, test } from 'vitest'
import type { Reject } from '../feed.ts'
import { Margins } from './margins.ts'

const looking = (titles: string[], ...records: string[][]) => {
  const margins = new Margins(titles)
  const rejects: Reject[] = []
  for (const [at, record] of records.entries()) margins.look(record, at + 2, rejects)
  return { rejects, notices: margins.notices() }
}

test('a cell behind the last title is a row out of place, however many blank titles the header has behind it', () => {
  const { rejects } = looking(['ACTA', 'NOMBRE', '', ' '], ['A1', 'Ana', '', ''], ['A2', 'Ana', 'López', ''])

  expect(rejects).toEqual([{ line: 3, column: '', value: 'López', reason: expect.stringContaining('más celdas') }])
})

test('cells below no title are counted and told', () => {
  const { rejects, notices } = looking(['', 'ACTA', '', 'NOMBRE'], ['1', 'A1', '', 'Ana'], ['2', 'A2', 'x', 'Eva'])

  expect(rejects).toEqual([])
  expect(notices).toEqual([
    'Columnas sin encabezado con datos que no se leyeron: la 1.ª (2 renglones), la 3.ª (1 renglón).',
  ])
  expect(looking(['ACTA', '', 'NOMBRE'], ['A1', '', 'Ana']).notices).toEqual([])
})
