import { expect, test } from 'vitest'
import { ALERT_KINDS } from './alert-kinds.ts'
import { thresholdsOf } from './alert-thresholds.ts'
import { codesOf } from './code-list.ts'
import {
  faultOfThreshold,
  isAsStrict,
  isOutOfOrder,
  rangeOf,
  stepMeant,
  type ThresholdWish,
} from './threshold-changes.ts'

const wish = (
  kind: ThresholdWish['kind'],
  severity: ThresholdWish['severity'],
  value: number,
  step: number | null = null,
) => faultOfThreshold({ kind, severity, step, value })

test.each([
  ['a default, later', wish('CASE_NOT_PROCESSED', 'AMBER', 48)],
  ['a default, sooner', wish('CASE_NOT_PROCESSED', 'AMBER', 1)],
  ['a term of a statute, stricter', wish('HELD_WITHOUT_LEGAL_BASIS', 'CRITICAL', 24)],
  ['a term of a statute, as it is', wish('ASYLUM_DECISION_DUE', 'RED', 45)],
  ['the default beside a statute', wish('ASYLUM_DECISION_DUE', 'AMBER', 44)],
  ['the report that the commission of a state asks for, looser', wish('OMBUDS_REPORT_DUE', 'RED', 20, 1)],
  ['a default, at once', wish('CASE_NOT_PROCESSED', 'AMBER', 0)],
  ['days before a birthday, earlier', wish('NO_TRANSITION_PLAN', 'AMBER', 200)],
  ['how soon after the detection a return is fast', wish('FAST_RETURN', 'RED', 120)],
  ['one of two steps of a severity', wish('LONG_STAY', 'CRITICAL', 300, 3)],
  ['of how few nothing is said, by its number', wish('BACKLOG_GROWS', 'RED', 5, 2)],
  ['after how long a silence nobody knows', wish('BACKLOG_GROWS', 'RED', 14, 3)],
])('%s may be set', (_given, fault) => {
  expect(fault).toBeNull()
})

test.each([
  ['a term of a statute, looser', wish('HELD_WITHOUT_LEGAL_BASIS', 'CRITICAL', 37), /never looser/],
  ['at once, by a statute', wish('HELD_IN_PROHIBITED_PLACE', 'CRITICAL', 1), /never looser/],
  ['the term for an asylum claim, looser', wish('ASYLUM_CLAIM_DUE', 'CRITICAL', 31), /never looser/],
  [
    'the term for a decision on asylum with its extension, looser',
    wish('ASYLUM_DECISION_DUE', 'CRITICAL', 91),
    /never looser/,
  ],
  ['a return without escort, an hour later', wish('UNSAFE_RETURN', 'RED', 1), /never looser/],
  ['the report that the CNDH asks for, looser', wish('OMBUDS_REPORT_DUE', 'RED', 16, 2), /never looser/],
  ['one more than a station holds', wish('OVERCROWDED', 'RED', 130, 3), /No single step/],
  ['an interview without an interpreter, an hour later', wish('NO_INTERPRETER', 'AMBER', 1), /never looser/],
  ['a protocol, looser', wish('PPNNA_NOT_NOTIFIED', 'RED', 25), /never looser/],
  ['what is raised by an act', wish('NOT_REPRESENTED', 'CRITICAL', 1), /No single step/],
  ['a severity that the kind has not', wish('FAST_RETURN', 'AMBER', 1), /No single step/],
  ['two steps of a severity', wish('LONG_STAY', 'CRITICAL', 300), /No single step/],
  ['less than nothing', wish('CASE_NOT_PROCESSED', 'AMBER', -1), /whole number/],
  ['that no return is fast', wish('FAST_RETURN', 'RED', 0), /from 1 to/],
  ['that a place without children is overcrowded', wish('OVERCROWDED', 'AMBER', 0), /from 1 to/],
  ['that a backlog grows that stays as it is', wish('BACKLOG_GROWS', 'RED', 0, 0), /from 1 to/],
  ['no day before a birthday', wish('NO_TRANSITION_PLAN', 'CRITICAL', 0), /from 1 to/],
  ['half an hour', wish('CASE_NOT_PROCESSED', 'AMBER', 0.5), /whole number/],
  ['of how few nothing is said, by a thousand and one', wish('BACKLOG_GROWS', 'RED', 1_001, 2), /whole number/],
  ['a year of hours', wish('CASE_NOT_PROCESSED', 'AMBER', 8760), /whole number/],
])('%s may not', (_given, fault, why) => {
  expect(fault).toMatch(why)
})

test('a severity says which step is meant where it has one', () => {
  expect(stepMeant({ kind: 'HELD_WITHOUT_LEGAL_BASIS', severity: 'RED', step: null })).toBe(1)
  expect(stepMeant({ kind: 'COUNSEL_REQUEST_UNANSWERED', severity: 'RED', step: null })).toBe(1)
  expect(stepMeant({ kind: 'BACKLOG_GROWS', severity: 'RED', step: null })).toBe(0)
})

test('a return is marked the sooner, the more hours after the detection count as fast', () => {
  const [fast] = thresholdsOf('FAST_RETURN')

  expect(fast && [96, 72, 48].map((hours) => isAsStrict(fast, hours, 72))).toEqual([true, true, false])
})

test.each([
  // Amber at 24 hours, red at 72, critical after 5 working days, each of at least 24 hours.
  ['red after the critical one of working days', 'CASE_NOT_PROCESSED', 1, 121, true],
  ['red at the critical one of working days', 'CASE_NOT_PROCESSED', 1, 120, false],
  ['critical before red, in working days', 'CASE_NOT_PROCESSED', 2, 2, true],
  ['critical with red, in working days', 'CASE_NOT_PROCESSED', 2, 3, false],
  ['the second critical step before the first', 'LONG_STAY', 3, 179, true],
  ['the second critical step with the first', 'LONG_STAY', 3, 180, false],
  ['the first critical step after the second', 'LONG_STAY', 2, 366, true],
  ['amber nearer to the birthday than red', 'NO_TRANSITION_PLAN', 0, 89, true],
  ['amber as near to the birthday as red', 'NO_TRANSITION_PLAN', 0, 90, false],
  ['amber of a place that is fuller than red', 'OVERCROWDED', 0, 101, true],
  ['a term that runs from the request, beside one that runs from the order', 'MEASURE_NOT_RATIFIED', 1, 30, false],
  ['of how few nothing is said, beside by how much it grew', 'BACKLOG_GROWS', 2, 999, false],
  ['what is raised by an act', 'NOT_REPRESENTED', 2, 9, false],
  ['a step that there is not', 'FAST_RETURN', 1, 9, false],
] as const)('steps of one clock stay in their order: %s', (_wish, kind, step, amount, isRefused) => {
  const steps = thresholdsOf(kind).map((own, i) => (i === step ? { ...own, amount } : own))

  expect(isOutOfOrder(steps, step)).toBe(isRefused)
})

test('what may be set of each step is what is taken of it, and nothing beyond either end', () => {
  const fits = codesOf(ALERT_KINDS).flatMap((kind) =>
    thresholdsOf(kind).map((threshold, step) => {
      const isTaken = (value: number) => wish(kind, threshold.severity, value, step) === null
      const range = rangeOf(threshold)
      // Where nothing may be set, what it is already may be said again.
      if (range === null)
        return ![0, 1, 2, 5, 24, 48, 400].some((value) => value !== threshold.amount && isTaken(value))
      const { least, most } = range
      return isTaken(least) && isTaken(most) && !isTaken(least - 1) && !isTaken(most + 1)
    }),
  )

  expect(fits.length).toBeGreaterThan(80)
  expect(fits).not.toContain(false)
})

test.each([
  ['a default', 'CASE_NOT_PROCESSED', 0, { least: 0, most: 2160 }],
  ['a term of a statute', 'ASYLUM_DECISION_DUE', 1, { least: 0, most: 45 }],
  ['at once, by a statute', 'HELD_IN_PROHIBITED_PLACE', 0, null],
] as const)('of %s may be set: a range, or nothing', (_what, kind, step, range) => {
  const threshold = thresholdsOf(kind)[step]

  expect(threshold && rangeOf(threshold)).toEqual(range)
})
