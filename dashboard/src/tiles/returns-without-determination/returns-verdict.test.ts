import { expect, test } from 'vitest'
import { severityOfReturns, unbrokenSince } from './returns-verdict.ts'

const weeksOf = (...counts: (number | null)[]) => counts.map((count, i) => ({ from: `2026-11-0${i + 1}`, count }))

test('one is a breach, none is none', () => {
  expect(severityOfReturns(1)).toBe('critical')
  expect(severityOfReturns(0)).toBeNull()
})

test('given weeks without a break since one that had none, it is since the week after', () => {
  expect(unbrokenSince(weeksOf(3, 0, 2, 4), 1)).toEqual({ kind: 'week', from: '2026-11-03' })
})

test('given no week had none, it is always', () => {
  expect(unbrokenSince(weeksOf(3, 1, 2), 0)).toEqual({ kind: 'always' })
})

test('given the last closed week had none, it is this week', () => {
  expect(unbrokenSince(weeksOf(3, 1, 0), 2)).toEqual({ kind: 'now' })
})

test('given neither the last closed week nor the one that runs had any, it is since no week', () => {
  expect(unbrokenSince(weeksOf(3, 1, 0), 0)).toBeNull()
  expect(unbrokenSince(weeksOf(3, 1, 0), null)).toBeNull()
})

test('given nothing was reported of the first weeks, it is since the first that is known, and not always', () => {
  expect(unbrokenSince(weeksOf(null, null, 2, 4), 1)).toEqual({ kind: 'week', from: '2026-11-03' })
  expect(unbrokenSince(weeksOf(0, null, 4), 1)).toEqual({ kind: 'week', from: '2026-11-03' })
  expect(unbrokenSince(weeksOf(null, null), 1)).toEqual({ kind: 'now' })
})

test('a week that nobody reported breaks nothing', () => {
  expect(unbrokenSince(weeksOf(0, 1, null, 2), 0)).toEqual({ kind: 'week', from: '2026-11-02' })
})
