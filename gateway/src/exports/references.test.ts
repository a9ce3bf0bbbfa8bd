/** Whoever reads a file finds no row that must be nobody's: what it says some child could say, and it stands where a child could stand. */
import { expect, test } from 'vitest'
import { type Cells, withDecoy } from './references.ts'

const DECOY = 'DCOY-DCOY-DCOY'
/** As often as chance needs to have done whatever it can. */
const TIMES = 200

const often = (rows: readonly Cells[], isFree: readonly boolean[]): Cells[][] =>
  Array.from({ length: TIMES }, () => withDecoy(rows, DECOY, isFree))
const decoysIn = (pages: readonly Cells[][]) =>
  pages.flatMap((page) => page.filter(([reference]) => reference === DECOY))

test('given a reason that is there with the day of an end alone, the row of nobody has both of one row or none', () => {
  const rows = [
    ['A', '2026-09-14', '2026-11-09', 'Retorno con BID'],
    ['B', '2026-09-09', '', ''],
    ['C', '2026-09-02', '2026-10-01', 'Mayoría de edad'],
  ]

  const said = decoysIn(often(rows, [false, false, false, false])).map((cells) => cells.slice(1).join())

  expect(said).toHaveLength(TIMES)
  expect(new Set(said)).toEqual(new Set(rows.map((cells) => cells.slice(1).join())))
})

test('given children with several rows, it parts no two of one of them', () => {
  const rows = ['A', 'A', 'B', 'B', 'B', 'C', 'C'].map((reference, at) => [reference, `2026-01-0${at + 1}`])

  const orders = new Set(often(rows, [false, false]).map((page) => page.map(([reference]) => reference).join(' ')))

  expect(orders).toEqual(
    new Set([`${DECOY} A A B B B C C`, `A A ${DECOY} B B B C C`, `A A B B B ${DECOY} C C`, `A A B B B C C ${DECOY}`]),
  )
})

test('given a child with one row, it is like that one, since who has several is somebody', () => {
  const rows = [
    ['A', 'first of A'],
    ['A', 'second of A'],
    ['B', 'of B'],
  ]

  expect(new Set(decoysIn(often(rows, [false, false])).map(([, said]) => said))).toEqual(new Set(['of B']))
})

test('it lies before the row that it is like as well as behind it', () => {
  const rows = [
    ['A', 'one'],
    ['B', 'two'],
  ]

  expect(new Set(often(rows, [false, false]).map((page) => page.map(([, said]) => said).join(' ')))).toEqual(
    new Set(['one one two', 'one two two']),
  )
  const places = often(rows, [false, false]).map((page) => page.findIndex(([reference]) => reference === DECOY))
  expect(new Set(places)).toEqual(new Set([0, 1, 2]))
})

test('what hangs on nothing is that of any row', () => {
  const rows = [
    ['A', '2026-01-01', 'Mujer'],
    ['B', '2026-01-02', 'Hombre'],
  ]

  expect(new Set(decoysIn(often(rows, [false, false, true])).map((cells) => cells.slice(1).join()))).toEqual(
    new Set(['2026-01-01,Mujer', '2026-01-01,Hombre', '2026-01-02,Mujer', '2026-01-02,Hombre']),
  )
})

test('given alerts of places beside one of a child, it is like the one of the child', () => {
  const rows = [
    ['', 'of a place'],
    ['A', 'of a child'],
    ['', 'of a place'],
  ]

  expect(new Set(decoysIn(often(rows, [false, false])).map(([, said]) => said))).toEqual(new Set(['of a child']))
})

test('a page of nobody stays empty', () => {
  expect(withDecoy([], DECOY, [false])).toEqual([])
})
