import { expect, test } from 'vitest'
import { countedAs } from './counted-return.ts'

const DEPARTURE = new Date('2026-06-10T15:00:00Z')
const aReturn = {
  returnType: 'ASSISTED_RETURN',
  standing: 'VALID',
  departedAt: DEPARTURE,
  destination: 'HND',
  detectedAt: null,
} as const
const hoursBefore = (hours: number) => new Date(DEPARTURE.getTime() - hours * 3_600_000)

test.each(['REPATRIATION', 'THIRD_COUNTRY_REUNIFICATION', 'TRANSFER'] as const)(
  'given %s, it is not counted',
  (returnType) => {
    expect(countedAs({ ...aReturn, returnType })).toEqual([])
  },
)

test('given a return with a valid determination, it is counted as such', () => {
  expect(countedAs(aReturn)).toEqual(['RETURNS', 'STANDING_VALID', 'DESTINATION_HND'])
})

test('given an expulsion, it is a return like any other', () => {
  expect(countedAs({ ...aReturn, returnType: 'EXPULSION', standing: 'NO_DETERMINATION' })).toEqual([
    'RETURNS',
    'STANDING_NO_DETERMINATION',
    'DESTINATION_HND',
    'RETURNS_WITHOUT_VALID_DETERMINATION',
  ])
})

test('given a deportation, it is a return and a deportation, and never netted out', () => {
  expect(countedAs({ ...aReturn, returnType: 'DEPORTATION', standing: 'NO_DETERMINATION' })).toEqual([
    'RETURNS',
    'STANDING_NO_DETERMINATION',
    'DESTINATION_HND',
    'RETURNS_WITHOUT_VALID_DETERMINATION',
    'DEPORTATIONS',
  ])
})

test.each([
  [0, true],
  [71.5, true],
  [72, true],
  [72.01, false],
])('given a detection %s hours before, within 72 hours is %s', (hours, isWithin) => {
  expect(countedAs({ ...aReturn, detectedAt: hoursBefore(hours) }).includes('RETURNS_WITHIN_72_HOURS')).toBe(isWithin)
})
