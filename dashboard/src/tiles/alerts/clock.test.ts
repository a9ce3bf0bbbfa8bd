import { expect, test } from 'vitest'
import { clockOf } from './clock.ts'

const SINCE = '2026-11-22T12:00:00Z'
const NOW = new Date('2026-11-25T12:00:00Z')

test('given a term of 36 hours that was over 36 hours ago, half of the time is past it', () => {
  const clock = clockOf({ since: SINCE, reachedAt: '2026-11-24T00:00:00Z', resolvedAt: null, resolvedBy: null }, NOW)

  expect(clock).toEqual({ within: 0.5, runsHours: 72, termHours: 36, overHours: 36 })
})

test('given it was forbidden from the first moment, there is no term and all of the time is past it', () => {
  const clock = clockOf({ since: SINCE, reachedAt: SINCE, resolvedAt: null, resolvedBy: null }, NOW)

  expect(clock).toEqual({ within: 0, runsHours: 72, termHours: null, overHours: 72 })
})

test('given it was resolved, its clock stands', () => {
  const resolvedAt = '2026-11-24T12:00:00Z'
  const clock = clockOf({ since: SINCE, reachedAt: '2026-11-24T00:00:00Z', resolvedAt, resolvedBy: null }, NOW)

  expect(clock).toEqual({ within: 0.75, runsHours: 48, termHours: 36, overHours: 12 })
})

test('given the fact that ended it was told of days later, it ran until that fact', () => {
  const of = { since: SINCE, reachedAt: SINCE, resolvedAt: '2026-11-24T12:00:00Z' }
  const runs = (at: string | null) => clockOf({ ...of, resolvedBy: { at } }, NOW).runsHours

  expect(runs('2026-11-22T15:00:00Z')).toBe(3)
  expect(runs(null)).toBe(48)
  expect(runs('2026-11-21T15:00:00Z')).toBe(0)
})

test('given the clock of the reader is behind, nothing is below zero', () => {
  const clock = clockOf(
    { since: SINCE, reachedAt: SINCE, resolvedAt: null, resolvedBy: null },
    new Date('2026-11-20T12:00:00Z'),
  )

  expect(clock).toEqual({ within: 0, runsHours: 0, termHours: null, overHours: 0 })
})
