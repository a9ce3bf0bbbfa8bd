import { expect, test } from 'vitest'
import { cohortOf, cohortsBefore, cohortsUntil } from './cohorts.ts'

const TODAY = '2026-11-25'

test('given nothing chosen, it is the last half-year that is over', () => {
  expect(cohortOf(undefined, TODAY)).toEqual({
    id: '2026-1',
    kind: 'half',
    from: '2026-01-01',
    to: '2026-06-30',
    isRunning: false,
  })
})

test('given an unknown one in the address, it is the usual one', () => {
  expect(cohortOf('1999-1', TODAY).id).toBe('2026-1')
})

test('the cohort of the alternative report is January 2021 to May 2022', () => {
  expect(cohortOf('informe', TODAY)).toMatchObject({ from: '2021-01-01', to: '2022-05-31' })
})

test('a half-year that runs ends on the day of the data, and says that it runs', () => {
  expect(cohortOf('2026-2', TODAY)).toMatchObject({ to: TODAY, isRunning: true })
})

test.each([
  ['2025-12-31', '2025-1', ['2025-2', '2025']],
  ['2026-01-01', '2025-2', ['2026-1', '2026']],
  ['2026-06-30', '2025-2', ['2026-1', '2026']],
  ['2026-07-01', '2026-1', ['2026-2', '2026']],
])('on %s the last half-year that is over is %s, and %s still run', (today, over, running) => {
  expect(cohortOf(undefined, today).id).toBe(over)
  expect(
    cohortsUntil(today)
      .filter(({ isRunning }) => isRunning)
      .map(({ id }) => id),
  ).toEqual(running)
})

test('none begins after the day of the data', () => {
  expect(cohortsUntil('2026-05-01').map(({ id }) => id)).not.toContain('2026-2')
})

test('the two before it are of its kind, oldest first', () => {
  expect(cohortsBefore(cohortOf('2026-1', TODAY), TODAY).map(({ id }) => id)).toEqual(['2025-1', '2025-2'])
  expect(cohortsBefore(cohortOf('2024', TODAY), TODAY).map(({ id }) => id)).toEqual(['2022', '2023'])
  expect(cohortsBefore(cohortOf('informe', TODAY), TODAY)).toEqual([])
})
