import { describe, expect, test } from 'vitest'
import { ageGroupOf, ageGroupOn, ageOn, detailedAgeGroupOf, isChildOn, isPresumedMinor } from './age.ts'

describe('age', () => {
  test.each([
    ['2010-05-17', '2026-05-16', 15],
    ['2010-05-17', '2026-05-17', 16],
    ['2008-02-29', '2026-02-28', 17],
    ['2008-02-29', '2026-03-01', 18],
    ['2026-11-25', '2026-11-25', 0],
    ['2026-11-26', '2026-11-25', -1],
  ])('born on %s, on %s: %i', (bornOn, day, years) => {
    expect(ageOn(bornOn, day)).toBe(years)
  })
})

describe('age group', () => {
  test.each([
    [-1, null],
    [0, 'FROM_0_TO_11'],
    [11, 'FROM_0_TO_11'],
    [12, 'FROM_12_TO_17'],
    [17, 'FROM_12_TO_17'],
    [18, null],
    [null, 'UNKNOWN'],
  ])('of %s years: %s', (years, group) => {
    expect(ageGroupOf(years)).toBe(group)
  })

  test.each([
    [{ bornOn: '2015-01-01' }, 'FROM_0_TO_11'],
    [{ bornOn: '2014-11-25' }, 'FROM_12_TO_17'],
    [{ bornOn: '2014-11-26' }, 'FROM_0_TO_11'],
    [{ bornOn: null, age: 16 }, 'FROM_12_TO_17'],
    [{ bornOn: '2015-01-01', age: 16 }, 'FROM_0_TO_11'],
    [{ bornOn: null }, 'UNKNOWN'],
    [{ bornOn: null, age: null }, 'UNKNOWN'],
    [{ bornOn: '2008-11-25' }, null],
    [{ bornOn: '2008-11-25', isEstimated: true }, 'FROM_12_TO_17'],
  ])('%o on 25 November 2026: %s', (known, group) => {
    expect(ageGroupOn(known, '2026-11-25')).toBe(group)
  })
})

describe('detailed age group', () => {
  test.each([
    ...([
      [-1, null],
      [0, 'FROM_0_TO_2'],
      [2, 'FROM_0_TO_2'],
      [3, 'FROM_3_TO_5'],
      [5, 'FROM_3_TO_5'],
    ] as const),
    ...([
      [6, 'FROM_6_TO_11'],
      [11, 'FROM_6_TO_11'],
      [12, 'FROM_12_TO_14'],
      [14, 'FROM_12_TO_14'],
    ] as const),
    ...([
      [15, 'FROM_15_TO_17'],
      [17, 'FROM_15_TO_17'],
      [18, null],
      [null, null],
    ] as const),
  ])('of %s years: %s', (years, group) => {
    expect(detailedAgeGroupOf(years)).toBe(group)
  })
})

describe('who is presumed to be an adolescent', () => {
  test.each([
    [17, 'FROM_12_TO_17', false],
    [4, 'FROM_0_TO_11', false],
    [null, 'FROM_12_TO_17', true],
    [null, 'UNKNOWN', null],
  ] as const)('found with %s years in the group %s: %s', (years, group, presumed) => {
    expect(isPresumedMinor(years, group)).toBe(presumed)
  })
})

describe('who is a child', () => {
  test.each([
    [{ bornOn: '2008-11-26' }, true],
    [{ bornOn: '2008-11-25' }, false],
    [{ bornOn: '2008-11-25', isEstimated: true }, true],
    [{ bornOn: '2007-11-26', isEstimated: true }, true],
    [{ bornOn: '2007-11-25', isEstimated: true }, false],
    [{ bornOn: null }, true],
    [{ bornOn: null, age: 17 }, true],
    [{ bornOn: null, age: 18 }, false],
    [{ bornOn: '2026-11-26' }, false],
  ])('%o on 25 November 2026: %s', (known, child) => {
    expect(isChildOn(known, '2026-11-25')).toBe(child)
  })
})
