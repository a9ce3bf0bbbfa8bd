import { expect, test } from 'vitest'
import { stepsOf, unrecordedOf } from './authority-query.ts'

const claim = (
  table: 'RESCATADOS' | 'CANALIZADOS',
  measure: 'CHANNELLED' | 'CHANNELLED_PLACE_UNRECORDED',
  count: number | null,
) => ({
  table,
  measure,
  count,
  coveredUntil: '2026-04-15',
  official: false,
  registryCount: null,
})

test('the share without a place is of the one table that has places, not of the other that also counts', () => {
  const claims = [
    claim('RESCATADOS', 'CHANNELLED', 149_110),
    claim('CANALIZADOS', 'CHANNELLED', 54_648),
    claim('CANALIZADOS', 'CHANNELLED_PLACE_UNRECORDED', 32_581),
  ]

  expect(unrecordedOf(claims)).toMatchObject({ channelled: 54_648, unrecorded: 32_581 })
  expect(unrecordedOf(claims)?.share).toBeCloseTo(0.596, 3)
})

test('where the table says nothing, there is no share', () => {
  expect(unrecordedOf([claim('CANALIZADOS', 'CHANNELLED', null)])).toBeNull()
  expect(unrecordedOf([])).toBeNull()
})

test('tables that tell of the same step stand together', () => {
  const steps = stepsOf([claim('RESCATADOS', 'CHANNELLED', 2), claim('CANALIZADOS', 'CHANNELLED', 1)])

  expect(steps.map(({ claims }) => claims.length)).toEqual([2])
})
