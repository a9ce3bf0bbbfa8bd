/** What stands in a file of counts by state and something else: no part that its total would tell. */
import { expect, test } from 'vitest'
import { fileOf } from './file.ts'
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
    ['Chiapas', 'UNACCOMPANIED', 3],
    ['Chiapas', 'SEPARATED', 9],
    ['Chiapas', 'ACCOMPANIED', 40],
    ['Tabasco', 'UNACCOMPANIED', 12],
    ['Tabasco', 'ACCOMPANIED', null],
  ])

  expect(rows.map((row) => row.split(',').at(-1))).toEqual(['<5', '≥5', '40', '12', ''])
})

test('figures that are no parts of one another are told each by itself', async () => {
  const rows = await rowsOf('way-of-the-cohort', [
    ['Chiapas', 'DETECTED', 9],
    ['Chiapas', 'NOTIFIED', 3],
  ])

  expect(rows.map((row) => row.split(',').at(-1))).toEqual(['9', '<5'])
})
