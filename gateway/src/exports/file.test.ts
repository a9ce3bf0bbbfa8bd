/** What stands in a file: of counts no part that its total would tell, and for nobody a row that could be of a child. */
import { CODE_LISTS } from '@vigia/law/code-lists'
import { describe, expect, test } from 'vitest'
import type { Column } from './columns.ts'
import { fileOf } from './file.ts'
import { LISTS_OF_CHILDREN } from './lists-of-children.ts'
import { LISTS_OF_COUNTS } from './lists-of-counts.ts'

const OF = { id: '1', sub: 'x', name: 'X', role: 'state-secretary', filter: {}, purpose: 'Para la prueba' } as const

async function rowsOf(name: string, counted: readonly [state: string, code: string, count: number | null][]) {
  const list = LISTS_OF_COUNTS.find((one) => one.name === name)
  if (!list) throw new Error(`There is no list ${name}.`)
  const page = counted.map((values) => ({ child: null, values }))
  const pages = (async function* () {
    yield page
  })()
  const of = { ...OF, language: 'es', decoy: null, approvedBy: null } as const
  const pieces: string[] = []
  const file = fileOf({ of, list, isSynthetic: false, now: new Date(0), pages, onRows: () => {} })
  for await (const piece of file) pieces.push(piece)
  return pieces.join('').trimEnd().split('\r\n').slice(-counted.length)
}

test('a part of one to four is not found by what another file tells of all together, in each state by itself', async () => {
  const rows = await rowsOf('found-by-company', [
    ['Chiapas', 'ACCOMPANIED', 40],
    ['Chiapas', 'SEPARATED', 9],
    ['Chiapas', 'UNACCOMPANIED', 3],
    ['Tabasco', 'ACCOMPANIED', null],
    ['Tabasco', 'UNACCOMPANIED', 12],
  ])

  expect(rows.map((row) => row.split(',').at(-1))).toEqual(['≥5', '9', '<5', '', '12'])
})

test('a file of parts stands in the order of its codes, in which nobody reads how large a withheld one is', async () => {
  const largestFirst = await rowsOf('found-by-nationality', [
    ['Chiapas', 'VEN', 12],
    ['Chiapas', 'HND', 8],
    ['Chiapas', 'GTM', 4],
  ])
  const otherwise = await rowsOf('found-by-nationality', [
    ['Chiapas', 'VEN', 12],
    ['Chiapas', 'HND', 8 + 2],
    ['Chiapas', 'GTM', 4 - 2],
  ])

  expect(largestFirst.map((row) => row.split(',').slice(1))).toEqual([
    ['Guatemala', '<5'],
    ['Honduras', '≥5'],
    ['Venezuela', '12'],
  ])
  expect(otherwise).toEqual(largestFirst)
})

test('of figures beside one another a part is withheld where the rest, which another file parts, would be found by it', async () => {
  const list = LISTS_OF_COUNTS.find(({ name }) => name === 'figures')
  const counts = {
    'casework.unprocessed': 152,
    'casework.overdue': 150,
    'detention.heldNow': 30,
    'detention.inReferralCenters': 20,
  }
  const values = list?.columns.map(({ at }) => (at in counts ? counts[at as keyof typeof counts] : null)) ?? []
  const rows = await rowsOf('figures', [values as never])

  expect(rows[0]?.split(',').filter((cell) => cell !== '')).toEqual(['30', '20', '152', '≥5'])
})

test('of one stage and the next it does not tell that 1 to 4 have stopped, and of one that nobody told of nothing', async () => {
  const stages = ['DETECTED', 'NOTIFIED', 'CASE_OPENED', 'DETERMINED', 'PLAN_ISSUED']
  const rowsOfState = (state: string, reached: (number | null)[]): [string, string, number | null][] =>
    stages.map((stage, at) => [state, stage, reached[at] ?? null])
  const rows = await rowsOf('way-of-the-cohort', [
    ...rowsOfState('Chiapas', [20, 18, 12, 3, 0]),
    ...rowsOfState('Tlaxcala', [9, 9, null, null, null]),
  ])

  expect(rows.map((row) => row.split(',').at(-1))).toEqual([
    ...['20', '≥5', '12', '<5', '0'],
    ...['9', '9', '', '', ''],
  ])
})

describe.each(LISTS_OF_CHILDREN.map((list) => [list.name, list] as const))('the row of nobody in %s', (_name, list) => {
  const DECOY = 'DCOY-DCOY-DCOY'
  const isFree = list.columns.map((column) => column.isFree === true)

  async function rowsWithDecoy(): Promise<string[]> {
    const page = [0, 1].map((row) => ({
      child: `child ${row}`,
      values: list.columns.map((column) => saidBy(column, row)),
    }))
    const pages = (async function* () {
      yield page
    })()
    const of = { ...OF, language: 'es', decoy: DECOY, approvedBy: null } as const
    const pieces: string[] = []
    const file = fileOf({ of, list, isSynthetic: false, now: new Date(0), pages, onRows: () => {} })
    for await (const piece of file) pieces.push(piece)
    return pieces.join('').trimEnd().split('\r\n').slice(-3)
  }

  test('says in what hangs together what one child says, and of persons what any says', async () => {
    for (let times = 0; times < 30; times += 1) {
      const rows = await rowsWithDecoy()
      const decoy =
        rows
          .find((row) => row.startsWith(DECOY))
          ?.split(',')
          .slice(1) ?? []
      const others = rows.filter((row) => !row.startsWith(DECOY)).map((row) => row.split(',').slice(1))

      const isLike = (other: readonly string[]) =>
        decoy.every((cell, column) => isFree[column] || cell === other[column])
      expect(others.filter(isLike)).toHaveLength(1)
    }
  })
})

test('whoever reads a file is told that a row of it stands for nobody, also where the first page of children gave no row', async () => {
  const list = LISTS_OF_CHILDREN.find(({ name }) => name === 'complaints')
  if (!list) throw new Error('There is no list of complaints.')
  const fileWith = async (rows: number) => {
    const page = Array.from({ length: rows }, (_, row) => ({
      child: `child ${row}`,
      values: list.columns.map((column) => saidBy(column, row)),
    }))
    const pages = (async function* () {
      yield []
      yield page
    })()
    const of = { ...OF, language: 'es', decoy: 'DCOY-DCOY-DCOY', approvedBy: null } as const
    const pieces: string[] = []
    const file = fileOf({ of, list, isSynthetic: false, now: new Date(0), pages, onRows: () => {} })
    for await (const piece of file) pieces.push(piece)
    return pieces.join('')
  }

  expect(await fileWith(2)).toMatch(/Aviso,Un renglón no corresponde a nadie.*Referencia,.*\r\nDCOY-DCOY-DCOY,/s)
  expect(await fileWith(0)).not.toMatch(/nadie|DCOY/)
})

test.each([
  ['returns', { from: '2026-01-01', to: '2026-06-30' }, true],
  ['detections', { state: '07' }, true],
  ['returns', {}, false],
  ['children', { state: '07' }, false],
  ['placements', { state: '07' }, false],
])(
  'of the list %s narrowed by %j it is said that state and period are of the first detection: %s',
  async (name, filter, isSaid) => {
    const list = LISTS_OF_CHILDREN.find((one) => one.name === name)
    if (!list) throw new Error(`There is no list ${name}.`)
    const pages = (async function* () {
      yield []
    })()
    const of = { ...OF, filter, language: 'es', decoy: null, approvedBy: null } as const
    const pieces: string[] = []
    const file = fileOf({ of, list, isSynthetic: false, now: new Date(0), pages, onRows: () => {} })
    for await (const piece of file) pieces.push(piece)

    expect(pieces.join('').includes('Aviso,"Entidad y periodo son los de la primera detección')).toBe(isSaid)
  },
)

/** Two rows that differ in every cell; no word of the list that holds a comma. */
function saidBy({ form, codes }: Column, row: number): unknown {
  if (form === 'code' && codes !== null) {
    const words = Object.entries(CODE_LISTS[codes].codes as Readonly<Record<string, { es: string }>>)
    return words.filter(([, { es }]) => !es.includes(','))[row]?.[0]
  }
  if (form === 'day') return `2026-01-0${row + 1}`
  if (form === 'yes-no') return row === 0
  return form === 'number' ? row : `word ${row}`
}
