/** Invented children: ages that are exact, estimates that are 1 January, CURPs that RENAPO would write, numbers given once. */
import { identifierOf } from '@vigia/law/identifiers'
import { expect, test } from 'vitest'
import { ageAt, isoDay, minuteOf } from './calendar.ts'
import { curpOf } from './curp.ts'
import { birthOf, namesOf, nueOf } from './people.ts'
import { Random } from './random.ts'

test('given an age and a day of detection, the birth date makes the child exactly so old, leap days included', () => {
  const random = new Random(1)
  for (const detectedAt of [minuteOf(2024, 2, 29), minuteOf(2023, 3, 1), minuteOf(2021, 12, 31)]) {
    for (let years = 0; years < 18; years++) {
      expect(ageAt(birthOf(random, years, detectedAt, false), detectedAt)).toBe(years)
      expect(ageAt(birthOf(random, years, detectedAt, true), detectedAt)).toBe(years)
    }
  }
})

test('given an estimated birth date, it is 1 January', () => {
  expect(isoDay(birthOf(new Random(1), 9, minuteOf(2024, 7, 3), true))).toBe('2015-01-01')
})

test.each([
  ['GTM', 'Ñeco', null],
  ['HND', 'Mó', 'Us'],
  ['HTI', 'Saint-Louis', null],
  ['CHN', 'Li', null],
])('given a child from %s called %s, the CURP is well formed', (_country, first, second) => {
  const curp = curpOf({ given: 'Ángel', first, second }, 'MALE', minuteOf(2012, 6, 5), 3)
  expect(identifierOf('CURP', curp)).toBe(curp)
})

test('given counts as high as a large twin and the live one use, no number of foreigner repeats and each is well formed', () => {
  const counts = Array.from({ length: 5_000 }, (_, at) => (at % 2 === 0 ? at : 400_000_000 + at))
  const numbers = counts.map(nueOf)
  expect(new Set(numbers).size).toBe(numbers.length)
  expect(numbers.every((number) => identifierOf('NUE', number) === number)).toBe(true)
})

test('given siblings, they share their surnames', () => {
  const random = new Random(5)
  const { first, second } = namesOf(random, 'HND', 'FEMALE')
  expect(namesOf(random, 'HND', 'MALE', { first, second })).toMatchObject({ first, second })
})

test('given many children, some papers have one surname only', () => {
  const random = new Random(9)
  const names = Array.from({ length: 200 }, () => namesOf(random, 'HND', 'MALE'))
  expect(names.some(({ second }) => second === null)).toBe(true)
  expect(names.some(({ second }) => second !== null)).toBe(true)
})
