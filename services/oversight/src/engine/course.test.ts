import { thresholdsOf } from '@vigia/law/alert-thresholds'
import { instantOf } from '@vigia/law/mexican-time'
import { expect, test } from 'vitest'
import { type Course, climb, nextChange, standingAt, standingAtItsEnd } from './course.ts'

const T0 = instantOf('2026-11-03', 12)
const at = (hours: number) => new Date(T0.getTime() + hours * 3_600_000)
const steps = climb({ since: T0 }, thresholdsOf('HELD_WITHOUT_LEGAL_BASIS'))
const course = (ends: number | null): Course => ({
  ...{ subject: 's', state: '07', since: T0, steps },
  ending: ends === null ? null : { fact: 'stay', id: 's', at: at(ends) },
})

test.each([
  [null, 2, null, 3],
  [null, 3, 'AMBER', 24],
  [null, 30, 'RED', 36],
  [null, 36, 'CRITICAL', null],
  [10, 4, 'AMBER', 10],
  [10, 10, null, null],
] as const)('ending after %s hours, at %s it is %s, and changes next at %s', (ends, now, severity, next) => {
  expect(standingAt(course(ends), at(now))?.severity ?? null).toBe(severity)
  expect(nextChange(course(ends), at(now))).toEqual(next === null ? null : at(next))
})

test.each([
  [2, null],
  [3, null],
  [4, 'AMBER'],
  [40, 'CRITICAL'],
] as const)('over after %s hours, it had been %s', (ends, severity) => {
  expect(standingAtItsEnd(course(ends), at(99))?.severity ?? null).toBe(severity)
})

test('a term of working days is over when its last day has wholly passed; one before a day ends on that day', () => {
  const after = climb({ since: T0 }, thresholdsOf('NO_DETERMINATION'))
  const before = climb({ since: instantOf('2027-06-30') }, thresholdsOf('NO_TRANSITION_PLAN'))

  expect(after[0]).toMatchObject({ severity: 'AMBER', at: instantOf('2026-11-18') })
  expect(before[0]).toMatchObject({ severity: 'AMBER', at: instantOf('2027-01-01') })
})
