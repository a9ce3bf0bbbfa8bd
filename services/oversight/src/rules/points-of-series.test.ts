/** How a range is cut into points. */
import { expect, test } from 'vitest'
import { MOST_POINTS, pointsOf } from './points-of-series.ts'

test('weeks run from Monday to Sunday', () => {
  const points = pointsOf('WEEK', { from: '2026-06-01', to: '2026-11-22' })
  expect(points).toHaveLength(25)
  expect(points?.[0]).toEqual({ from: '2026-06-01', to: '2026-06-07' })
  expect(points?.at(-1)).toEqual({ from: '2026-11-16', to: '2026-11-22' })
})

test('a range that begins on a Wednesday begins with a short week', () => {
  expect(pointsOf('WEEK', { from: '2026-11-25', to: '2026-12-01' })).toEqual([
    { from: '2026-11-25', to: '2026-11-29' },
    { from: '2026-11-30', to: '2026-12-01' },
  ])
})

test('a February of 29 days is one month', () => {
  expect(pointsOf('MONTH', { from: '2024-01-31', to: '2024-03-01' })).toEqual([
    { from: '2024-01-31', to: '2024-01-31' },
    { from: '2024-02-01', to: '2024-02-29' },
    { from: '2024-03-01', to: '2024-03-01' },
  ])
})

test('too many points, or none, are no series', () => {
  expect(pointsOf('DAY', { from: '2020-01-01', to: '2024-02-08' })).toHaveLength(MOST_POINTS)
  expect(pointsOf('DAY', { from: '2020-01-01', to: '2024-02-09' })).toBeNull()
  expect(pointsOf('DAY', { from: '2026-01-02', to: '2026-01-01' })).toBeNull()
})
