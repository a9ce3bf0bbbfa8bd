/** What an authority says: sums of states, and silence told from zero. */
import { expect, test } from 'vitest'
import { authorityCounts, type ClaimedSum } from './authority-counts.ts'

const SUMS: ClaimedSum[] = [
  { table: 'RETORNADOS', measure: 'RETURNED', state: '07', n: 26, cut: 0 },
  { table: 'RETORNADOS', measure: 'DEPORTED', state: '07', n: 0, cut: 0 },
  { table: 'RETORNADOS', measure: 'ASSISTED_RETURN', state: '07', n: 26, cut: 0 },
  { table: 'RETORNADOS', measure: 'RETURNED', state: '02', n: 1, cut: 0 },
  { table: 'RETORNADOS', measure: 'DEPORTED', state: '02', n: 1, cut: 0 },
  { table: 'PRESENTADOS', measure: 'PRESENTED', state: '07', n: 40, cut: 5 },
  { table: 'RESCATADOS', measure: 'RESCUED', state: '07', n: 0, cut: 0 },
  { table: 'RESCATADOS', measure: 'RESCUED_AGAIN', state: '07', n: 0, cut: 0 },
]
const UNTIL = new Map([['RETORNADOS', '2026-05-25']])
const told = (states: string[]) =>
  Object.fromEntries(
    authorityCounts(states, SUMS, UNTIL).map(({ table, measure, count }) => [`${table} ${measure}`, count]),
  )

test('given a table that counts returns of a state, no deportation is 0', () => {
  expect(told(['07'])).toMatchObject({
    'RETORNADOS RETURNED': 26,
    'RETORNADOS DEPORTED': 0,
    'RETORNADOS ASSISTED_RETURN': 26,
  })
})

test('given a table that counts nothing of a state, every measure is null', () => {
  expect(told(['07'])).toMatchObject({ 'RESCATADOS RESCUED': null, 'RESCATADOS RESCUED_AGAIN': null })
  expect(told(['14'])).toMatchObject({ 'RETORNADOS RETURNED': null })
})

test('given rows that leave a measure out, as the one file of two that was sent, it is null and not 0', () => {
  const sums = [{ table: 'CANALIZADOS_POR_PERSONA', measure: 'CHANNELLED_CHILDREN', state: '07', n: 5, cut: 0 }]
  const counts = authorityCounts(['07'], sums, new Map([['CANALIZADOS_POR_PERSONA', '2024-12-31']]))

  expect(counts).toContainEqual(expect.objectContaining({ measure: 'CHANNELLED_CHILDREN', count: 5 }))
  expect(counts).toContainEqual(expect.objectContaining({ measure: 'CHANNELLED_ADULTS', count: null }))
})

test('given a period that cuts a month of which only the sum is known, the count is null', () => {
  expect(told(['07'])).toMatchObject({ 'PRESENTADOS PRESENTED': null })
})

test('several states are their sum', () => {
  expect(told(['02', '07'])).toMatchObject({ 'RETORNADOS RETURNED': 27, 'RETORNADOS DEPORTED': 1 })
})

test('the four tables are told of always, the one of a row a person once it was sent', () => {
  expect(authorityCounts(['07'], SUMS, UNTIL)).toHaveLength(10)
  expect(authorityCounts(['07'], SUMS, new Map([['CANALIZADOS_POR_PERSONA', '2024-12-31']]))).toHaveLength(12)
})
