/** The whole twin, as large as the country, beside what is published: each figure within one in a hundred. */
import { beforeAll, expect, test } from 'vitest'
import { untilOf } from './calendar.ts'
import { deviationOf } from './check/deviation.ts'
import type { Tally } from './check/tally.ts'
import { tallyOfFacts } from './check/tally-of-facts.ts'
import { TARGETS } from './check/targets.ts'

const WHOLE = { scale: 1, seed: 7, until: untilOf('2026-11-25') }
let tally: Tally

beforeAll(() => {
  tally = tallyOfFacts(WHOLE)
})

test.each(TARGETS.map((target) => [target.name, target] as const))(
  'given the whole twin, %s is as published',
  (_name, target) => {
    const { isOff, wanted, measured } = deviationOf(target, tally, WHOLE.scale)
    expect({ isOff, wanted, measured }).toMatchObject({ isOff: false })
  },
)

test('given the figures of the reports, each is among those that are held', () => {
  const wanted = new Map(TARGETS.map(({ name, expected }) => [name, expected]))
  expect(wanted.get('persons January 2021 to May 2022')).toBe(98_671)
  expect(wanted.get('of them with a case')).toBe(19_067)
  expect(wanted.get('returns 2022')).toBe(9_192)
  expect(wanted.get('unaccompanied of returns 2022')).toBe(0.71)
  expect(wanted.get('Honduras and Guatemala of returns 2022')).toBe(0.85)
  expect([wanted.get('CAS in 2021'), wanted.get('places in them')]).toEqual([41, 2_611])
  expect(wanted.get('of the five states without, those with one')).toBe(0)
})
