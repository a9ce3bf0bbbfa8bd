import { instantOf } from '@vigia/law/mexican-time'
import { STATE_CODES } from '@vigia/law/states'
import { expect, test } from 'vitest'
import { backlogBounds, backlogByAge } from './backlog.ts'

/** Wednesday; Monday the 16th is a working day, Friday the 20th is not (LFPA art. 28). */
const NOW = instantOf('2026-11-25', 12)

test.each([
  [instantOf('2026-11-25', 11), 'UNDER_24_HOURS'],
  [instantOf('2026-11-24', 12, 0, 1), 'UNDER_24_HOURS'],
  [instantOf('2026-11-24', 12), 'FROM_24_TO_72_HOURS'],
  [instantOf('2026-11-22', 12), 'FROM_72_HOURS_TO_5_WORKING_DAYS'],
  [instantOf('2026-11-17', 0), 'FROM_72_HOURS_TO_5_WORKING_DAYS'],
  [instantOf('2026-11-16', 23, 59, 59), 'OVER_5_WORKING_DAYS'],
  [instantOf('2021-01-01', 0), 'OVER_5_WORKING_DAYS'],
] as const)('given a notice of %s, it is %s', (notifiedAt, age) => {
  expect(backlogByAge([notifiedAt], NOW)[age]).toBe(1)
})

test('the bounds part the ages where the rule does', () => {
  const { after24Hours, after72Hours, overdueBefore } = backlogBounds(NOW, [])

  expect([after24Hours, after72Hours]).toEqual([instantOf('2026-11-24', 12), instantOf('2026-11-22', 12)])
  expect([...new Set(overdueBefore.map(String))]).toEqual([String(instantOf('2026-11-17'))])
})

test('given the office of Chiapas suspends its work for two days, its notices are over five working days later, and no others', () => {
  const days = { from: '2026-11-18', until: '2026-11-19' }
  const { overdueBefore } = backlogBounds(NOW, [{ id: 'a', authority: 'PPNNA', state: '07', ...days }])
  const of = (state: '07' | '30') => overdueBefore[STATE_CODES.indexOf(state)]

  expect([of('07'), of('30')]).toEqual([instantOf('2026-11-13'), instantOf('2026-11-17')])
})
