import { instantOf } from '@vigia/law/mexican-time'
import { expect, test } from 'vitest'
import {
  aChild,
  aFile,
  coursesOf,
  days,
  decided,
  departed,
  gravityAt,
  T0,
} from '../../../../../tests/support/builders/picture.ts'
import { standingAt } from '../../engine/course.ts'
import { counselRequestUnanswered } from './counsel-request-unanswered.ts'
import { noDetermination } from './no-determination.ts'
import { ombudsReportDue } from './ombuds-report-due.ts'

const cases = [aFile()]
const aPlan = { id: 'plan', at: days(8), caseId: 'case' }
const ofInm = { determinations: [decided({ authority: 'INM' })], plans: [aPlan] }
const closedBefore = aFile({ id: 'before', at: days(-30), closedAt: days(-2) })
const madeBefore = (caseId: string | null, determinedAt = days(-5)) => ({
  determinations: [decided({ at: determinedAt, caseId })],
  plans: [{ id: 'plan', at: instantOf('2026-10-30'), caseId }],
})
/** A determination without an hour stands at the end of its day: here of that on which the file before was closed. */
const onItsLastDay = instantOf('2026-11-01', 23, 59, 59)
/** Closed on that day at noon, when the next file was opened. */
const followedAtOnce = [closedBefore, aFile({ at: days(-2) })]
const ofAThird = { cases: [closedBefore, ...cases], determinations: [decided({ caseId: 'third' })], plans: [aPlan] }

test.each([
  // Tuesday 3: 10 working days are over with Tuesday 17, 15 with Wednesday 25 (the 20th is none), 30 with Wednesday 16 December.
  ['on the tenth working day', { cases }, instantOf('2026-11-17', 23), null],
  ['after it', { cases }, instantOf('2026-11-18'), 'AMBER'],
  ['on the fifteenth', { cases }, instantOf('2026-11-25', 23), 'AMBER'],
  ['after it', { cases }, instantOf('2026-11-26'), 'RED'],
  ['after the thirtieth', { cases }, instantOf('2026-12-17'), 'CRITICAL'],
  ['determined, without a plan', { cases, determinations: [decided()] }, instantOf('2026-12-17'), 'CRITICAL'],
  ['determined by INM, and planned', { cases, ...ofInm }, instantOf('2026-12-17'), 'CRITICAL'],
  ['a plan, and nothing determined', { cases, plans: [aPlan] }, instantOf('2026-12-17'), 'CRITICAL'],
  ['determined and planned', { cases, determinations: [decided()], plans: [aPlan] }, instantOf('2026-12-17'), null],
  ['closed', { cases: [aFile({ closedAt: days(3) })] }, instantOf('2026-12-17'), null],
  ['returned', { cases, returns: [departed()] }, instantOf('2026-12-17'), null],
  ['no case', {}, instantOf('2026-12-17'), null],
  ['closed, and another opened since', { cases: [closedBefore, ...cases] }, instantOf('2026-12-17'), 'CRITICAL'],
  [
    'determined before its file was opened, since which it was moved to another state',
    { cases, returns: [departed({ at: days(-3), returnType: 'TRANSFER' })], ...madeBefore(null) },
    instantOf('2026-12-17'),
    null,
  ],
  [
    'determined before its file was opened, and returned later',
    { cases, returns: [departed({ at: days(90) })], ...madeBefore(null) },
    instantOf('2026-12-17'),
    null,
  ],
  [
    'determined in a file that was closed before',
    { cases: [closedBefore, ...cases], ...madeBefore('before') },
    instantOf('2026-12-17'),
    'CRITICAL',
  ],
  [
    'determined in a file that was closed before, at an hour of its last day that nobody tells',
    { cases: followedAtOnce, ...madeBefore('before', onItsLastDay), plans: [aPlan] },
    instantOf('2026-12-17'),
    'CRITICAL',
  ],
  [
    'determined in its file on the day on which the one before was closed',
    { cases: followedAtOnce, ...madeBefore('case', onItsLastDay), plans: [aPlan] },
    instantOf('2026-12-17'),
    null,
  ],
  ['determined in another file, after one was closed', ofAThird, instantOf('2026-12-17'), null],
  [
    'determined before it was returned once',
    { cases, returns: [departed({ at: days(-3) })], ...madeBefore(null) },
    instantOf('2026-12-17'),
    'CRITICAL',
  ],
  [
    'determined on the day of its return, at an hour that nobody tells',
    { cases, returns: [departed({ at: days(-2) })], ...madeBefore(null, onItsLastDay), plans: [aPlan] },
    instantOf('2026-12-17'),
    'CRITICAL',
  ],
  ['determined before its file was opened', { cases, ...madeBefore(null) }, instantOf('2026-12-17'), null],
] as const)('A15 %s', (_given, more, now, expected) => {
  expect(gravityAt(noDetermination, aChild({ ...more }), now)).toBe(expected)
})

test('A15 is over by the plan or the determination, whichever came last', () => {
  const ending = (planAt: Date) => {
    const child = aChild({ cases, determinations: [decided()], plans: [{ ...aPlan, at: planAt }] })
    return coursesOf(noDetermination, child)[0]?.ending
  }

  expect(ending(days(8))).toEqual({ fact: 'restitution_plan', id: 'plan', at: days(8) })
  expect(ending(days(4))).toEqual({ fact: 'determination', id: 'bid', at: days(5) })
})

const request = { id: 'asked', at: instantOf('2026-11-03'), caseId: 'case', answer: null, answeredOn: null } as const
test.each([
  ['the day after', request, instantOf('2026-11-04', 23), null],
  ['24 hours after that day', request, instantOf('2026-11-05'), 'AMBER'],
  ['72 hours', request, instantOf('2026-11-07'), 'RED'],
  ['granted', { ...request, answer: 'GRANTED', answeredOn: '2026-11-04' }, instantOf('2026-11-07'), null],
  ['denied', { ...request, answer: 'DENIED', answeredOn: '2026-11-04' }, instantOf('2026-11-04'), 'RED'],
] as const)('A30 %s', (_given, one, now, expected) => {
  expect(gravityAt(counselRequestUnanswered, aChild({ counselRequests: [one] }), now)).toBe(expected)
})

test.each([
  ['denied on the day of the request, by that day', '2026-11-03', '2026-11-03'],
  ['denied later, by the end of that day', '2026-11-06', '2026-11-04'],
] as const)('A30 %s', (_given, answeredOn, since) => {
  const [course] = coursesOf(
    counselRequestUnanswered,
    aChild({ counselRequests: [{ ...request, answer: 'DENIED', answeredOn }] }),
  )

  expect(course?.since).toEqual(instantOf(since))
})

const denial = { ...request, answer: 'DENIED', answeredOn: '2026-11-04' } as const
test.each([
  ['unanswered, until the child was returned', request, days(8), 'RED'],
  ['unanswered, and the child returned since', request, days(9), null],
  ['unanswered, asked for after it', { ...request, at: instantOf('2026-11-20') }, days(30), 'RED'],
  ['denied, and the child returned since', denial, days(9), 'RED'],
] as const)('A30 %s', (_given, one, now, expected) => {
  expect(gravityAt(counselRequestUnanswered, aChild({ counselRequests: [one], returns: [departed()] }), now)).toBe(
    expected,
  )
})

const complaint = {
  id: 'c',
  at: T0,
  ombuds: 'CNDH',
  state: null,
  against: 'INM',
  reportAskedOn: '2026-11-03',
  reportAnsweredOn: null,
} as const
test.each([
  // Asked for on Tuesday 3: the tenth day after it is Friday 13, the fifteenth and last Wednesday 18.
  ['on the tenth day', complaint, instantOf('2026-11-13', 23), null],
  ['after it', complaint, instantOf('2026-11-14'), 'AMBER'],
  ['on its last day', complaint, instantOf('2026-11-18', 23), 'AMBER'],
  ['after it', complaint, instantOf('2026-11-19'), 'RED'],
  ['answered on its last day', { ...complaint, reportAnsweredOn: '2026-11-18' }, instantOf('2026-11-19'), null],
  ['nobody asked', { ...complaint, reportAskedOn: null }, instantOf('2026-11-19'), null],
] as const)('A37 %s', (_given, one, now, expected) => {
  expect(gravityAt(ombudsReportDue, aChild({ complaints: [one] }), now)).toBe(expected)
})

test.each([
  ['CNDH', 'REPORT_IN_15_DAYS'],
  ['CEDH', 'OMBUDS_REPORT_STEPS'],
  [null, 'OMBUDS_REPORT_STEPS'],
] as const)('A37 where %s asked is red by %s', (ombuds, basis) => {
  const [course] = coursesOf(ombudsReportDue, aChild({ complaints: [{ ...complaint, ombuds }] }))
  const standing = course && standingAt(course, instantOf('2026-11-30'))

  expect(course?.since).toEqual(instantOf('2026-11-03'))
  expect(standing).toEqual({ severity: 'RED', reachedAt: instantOf('2026-11-19'), restsOn: basis })
})

test('A37 says whom the complaint is against, since that is who owes the report', () => {
  const subjects = (against: 'INM' | null) =>
    coursesOf(ombudsReportDue, aChild({ complaints: [{ ...complaint, against }] })).map(({ subject }) => subject)

  expect([subjects('INM'), subjects(null)]).toEqual([['c/INM'], ['c']])
})
