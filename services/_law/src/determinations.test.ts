/** From which return a child has come back, in a table: departures and finds, and when it is asked. */
import { expect, test } from 'vitest'
import { cameBackFrom } from './determinations.ts'
import { instantOf } from './mexican-time.ts'

const first = instantOf('2026-11-10', 9)
const found = instantOf('2026-11-20', 10)

test.each([
  ['later, at an hour', instantOf('2026-11-20', 17), [found], first],
  ['later, on another day', instantOf('2026-11-25'), [found], first],
  ['before the find', instantOf('2026-11-20', 9), [found], null],
  ['on the day of the find, at an hour that nobody tells', instantOf('2026-11-20'), [found], first],
  ['on the day before, at an hour that nobody tells', instantOf('2026-11-19'), [found], null],
  ['never found again', instantOf('2026-11-25'), [], null],
  ['found on the day of the first return alone', instantOf('2026-11-25'), [instantOf('2026-11-10', 18)], null],
] as const)('a child that left %s', (_given, at, finds, expected) => {
  expect(cameBackFrom(at, [first, at], finds)).toEqual(expected)
})

test('a child that left twice has come back from the later, in whatever order departures and finds are told', () => {
  const [second, again, at] = [instantOf('2026-12-01', 9), instantOf('2026-12-10', 10), instantOf('2026-12-20')]

  expect(cameBackFrom(at, [first, second], [found, again])).toEqual(second)
  expect(cameBackFrom(at, [second, first], [again, found])).toEqual(second)
  expect(cameBackFrom(instantOf('2026-12-05'), [second, first], [again, found])).toEqual(first)
})

test('a child that was found at the very instant of leaving has come back from the return before', () => {
  expect(cameBackFrom(found, [first, found], [found])).toEqual(first)
})
