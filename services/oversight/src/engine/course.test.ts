import { thresholdsOf } from '@vigia/law/alert-thresholds'
import { dayNumberOf } from '@vigia/law/local-dates'
import { instantOf } from '@vigia/law/mexican-time'
import { expect, test } from 'vitest'
import { type Course, climb, nextChange, standingAt, standingAtItsEnd, suspensionIn } from './course.ts'
import type { Step } from './terms.ts'

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

test('until it is over nothing is said of how it stood at its end', () => {
  expect(standingAtItsEnd(course(null), at(40))).toBeNull()
  expect(standingAtItsEnd(course(50), at(40))).toBeNull()
  expect(standingAtItsEnd(course(40), at(40))?.severity).toBe('CRITICAL')
})

const [BY_LAW] = thresholdsOf('HELD_IN_PROHIBITED_PLACE')
const [BY_DEFAULT] = thresholdsOf('HELD_WITHOUT_LEGAL_BASIS')
function standingBy(...reached: readonly (Pick<Step, 'severity' | 'at'> & { basis: Step['basis'] | undefined })[]) {
  const known = reached.flatMap(({ basis, ...step }) => (basis ? [{ ...step, basis }] : []))
  return standingAt({ ...course(null), steps: known }, at(99))
}

test('it has stood so since the gravest step was reached, whatever lesser one was passed later', () => {
  const act = { severity: 'CRITICAL', at: at(1), basis: BY_LAW?.basis } as const
  const later = { severity: 'RED', at: at(72), basis: BY_DEFAULT?.basis } as const

  expect(standingBy(later, act)).toEqual(standingBy(act))
  expect(standingBy(act, later)).toMatchObject({ severity: 'CRITICAL', reachedAt: at(1) })
})

test('where a statute and a default say so of one moment, it rests on the statute; of two moments, on what was reached last', () => {
  const law = { severity: 'RED', at: at(5), basis: BY_LAW?.basis } as const
  const own = { severity: 'RED', at: at(5), basis: BY_DEFAULT?.basis } as const

  expect(standingBy(own, law)?.restsOn).toBe(standingBy(law)?.restsOn)
  expect(standingBy(law, own)?.restsOn).toBe(standingBy(law)?.restsOn)
  expect(standingBy(law, { ...own, at: at(6) })).toEqual({ ...standingBy(own), reachedAt: at(6) })
})

test('a term that would be over but for a suspension of work shows the last day of it within the term', () => {
  const since = instantOf('2026-11-09', 12)
  const within = ['2026-11-09', '2026-11-12', '2026-11-13', '2026-11-19']
  const closed = new Map(within.map((day) => [dayNumberOf(day), `of ${day}`]))
  const terms = thresholdsOf('CASE_NOT_PROCESSED').map((term) => ({ ...term, closed }))
  const moved: Course = { ...course(null), since, steps: climb({ since }, terms) }

  expect(suspensionIn(moved, instantOf('2026-11-16', 23))).toBeNull()
  expect(suspensionIn(moved, instantOf('2026-11-17'))).toEqual({
    fact: 'work_suspension',
    id: 'of 2026-11-13',
    at: null,
  })
  expect(suspensionIn(course(null), at(99))).toBeNull()
})
