/** Rules that judge a place and not a child: how full it is, whether a list knows it. */
import { expect, test } from 'vitest'
import { after, aPlace, coursesOf, gravityAt, T0 } from '../../../../../tests/support/builders/picture.ts'
import { overcrowded } from './overcrowded.ts'
import { unlistedPlace } from './unlisted-place.ts'

const entries = (n: number) => Array.from({ length: n }, (_none, i) => after(i))
test.each([
  ['8 of 10', aPlace({ entries: entries(8) }), null],
  ['9 of 10', aPlace({ entries: entries(9) }), 'AMBER'],
  ['10 of 10', aPlace({ entries: entries(10) }), 'RED'],
  ['12 of 10', aPlace({ entries: entries(12) }), 'CRITICAL'],
  ['whatever, of an unknown number', aPlace({ entries: entries(99), capacity: null }), null],
  ['whatever, of none', aPlace({ entries: entries(99), capacity: 0 }), null],
] as const)('A27 %s', (_given, place, expected) => {
  expect(gravityAt(overcrowded, place, after(200))).toBe(expected)
})

test('A27 stands since the entry that made the place that full, and ends by the last exit', () => {
  const exit = { fact: 'stay', id: 'gone', at: after(9) }

  expect(coursesOf(overcrowded, aPlace({ entries: entries(10) }))[0]?.steps.at(-1)).toEqual({
    severity: 'RED',
    at: after(9),
  })
  expect(coursesOf(overcrowded, aPlace({ entries: entries(5), lastExit: exit }))[0]).toMatchObject({
    steps: [],
    proof: exit,
  })
})

test.each([
  ['sighted, with a child', aPlace({ lifecycle: 'SIGHTED', entries: [T0] }), 'RED'],
  ['sighted, empty', aPlace({ lifecycle: 'SIGHTED' }), null],
  ['acknowledged, with a child', aPlace({ entries: [T0] }), null],
] as const)('A32 %s', (_given, place, expected) => {
  expect(gravityAt(unlistedPlace, place, after(1))).toBe(expected)
})
