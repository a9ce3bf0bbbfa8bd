import { instantOf } from '@vigia/law/mexican-time'
import { expect, test } from 'vitest'
import {
  aChild,
  aFile,
  aFind,
  after,
  aStayIn,
  coursesOf,
  days,
  decided,
  departed,
  evidence,
  gravityAt,
  represented,
  T0,
} from '../../../../../tests/support/builders/picture.ts'
import { standingAt } from '../../engine/course.ts'
import { asylumClaimDue } from './asylum-claim-due.ts'
import { asylumDecisionDue } from './asylum-decision-due.ts'
import { asylumReviewDue } from './asylum-review-due.ts'
import { claimGivenUpInCare } from './claim-given-up-in-care.ts'
import { counselRequestUnanswered } from './counsel-request-unanswered.ts'
import { noDetermination } from './no-determination.ts'
import { noInterpreter } from './no-interpreter.ts'
import { noTransitionPlan } from './no-transition-plan.ts'
import { ombudsReportDue } from './ombuds-report-due.ts'

const cases = [aFile()]
const aPlan = { id: 'plan', at: days(8) }

test.each([
  // Tuesday 3: 10 working days are over with Tuesday 17, 15 with Wednesday 25 (the 20th is none), 30 with Wednesday 16 December.
  ['on the tenth working day', { cases }, instantOf('2026-11-17', 23), null],
  ['after it', { cases }, instantOf('2026-11-18'), 'AMBER'],
  ['on the fifteenth', { cases }, instantOf('2026-11-25', 23), 'AMBER'],
  ['after it', { cases }, instantOf('2026-11-26'), 'RED'],
  ['after the thirtieth', { cases }, instantOf('2026-12-17'), 'CRITICAL'],
  ['determined, without a plan', { cases, determinations: [decided()] }, instantOf('2026-12-17'), 'CRITICAL'],
  ['a plan, and nothing determined', { cases, plans: [aPlan] }, instantOf('2026-12-17'), 'CRITICAL'],
  ['determined and planned', { cases, determinations: [decided()], plans: [aPlan] }, instantOf('2026-12-17'), null],
  ['closed', { cases: [aFile({ closedAt: days(3) })] }, instantOf('2026-12-17'), null],
  ['returned', { cases, returns: [departed()] }, instantOf('2026-12-17'), null],
  ['no case', {}, instantOf('2026-12-17'), null],
] as const)('A15 %s', (_given, more, now, expected) => {
  expect(gravityAt(noDetermination, aChild({ ...more }), now)).toBe(expected)
})

test('A15 is over by the plan or the determination, whichever came last', () => {
  const ending = (planAt: Date) => {
    const child = aChild({ cases, determinations: [decided()], plans: [{ id: 'plan', at: planAt }] })
    return coursesOf(noDetermination, child)[0]?.ending
  }

  expect(ending(days(8))).toEqual({ fact: 'restitution_plan', id: 'plan', at: days(8) })
  expect(ending(days(4))).toEqual({ fact: 'determination', id: 'bid', at: days(5) })
})

const claim = { id: 'claim', at: instantOf('2026-11-03'), status: 'FILED', statusOn: null, notifiedOn: null } as const
test.each([
  ['on the 40th working day', claim, instantOf('2026-12-31', 23), null],
  ['40 working days', claim, instantOf('2027-01-01'), 'AMBER'],
  ['45 working days', claim, instantOf('2027-01-09'), 'RED'],
  ['90 working days', claim, instantOf('2027-03-31'), 'CRITICAL'],
  ['granted', { ...claim, status: 'REFUGEE', statusOn: '2026-12-01' }, instantOf('2027-03-31'), null],
  ['in review', { ...claim, status: 'IN_REVIEW', statusOn: '2026-12-01' }, instantOf('2027-03-31'), null],
  ['only an intention', { ...claim, status: 'INTENTION' }, instantOf('2027-03-31'), null],
] as const)('A21 %s', (_given, one, now, expected) => {
  expect(gravityAt(asylumDecisionDue, aChild({ claims: [one] }), now)).toBe(expected)
})

const inNeed = { evidence: [evidence({ protectionNeed: true })] }
test.each([
  ['20 working days', inNeed, instantOf('2026-12-03'), 'AMBER'],
  ['28 working days', inNeed, instantOf('2026-12-15'), 'RED'],
  ['30 working days', inNeed, instantOf('2026-12-17'), 'CRITICAL'],
  ['claimed', { ...inNeed, claims: [claim] }, instantOf('2026-12-17'), null],
  ['no need seen', {}, instantOf('2026-12-17'), null],
] as const)('A22 %s', (_given, more, now, expected) => {
  expect(gravityAt(asylumClaimDue, aChild({ ...more }), now)).toBe(expected)
})

const entered = (enteredOn: string | null) => ({ evidence: [evidence({ protectionNeed: true, enteredOn })] })
const again = aFind({ id: 'again', at: days(1) })
const enteredTwice = (first: string | null, second: string | null) => ({
  detections: [aFind(), again],
  evidence: [
    evidence({ protectionNeed: true, enteredOn: first }),
    evidence({ id: 'more', at: again.at, detectionId: 'again', enteredOn: second }),
  ],
})
test.each([
  // From Monday 5 October: 20 working days are over with Monday 2 November, 28 with Thursday 12, 30 with Monday 16.
  ['20 working days before being found', entered('2026-10-05'), T0, 'AMBER'],
  ['nothing while nobody had found the child', entered('2026-10-05'), new Date(T0.getTime() - 1), null],
  ['on the 28th', entered('2026-10-05'), instantOf('2026-11-12', 23), 'AMBER'],
  ['after the 28th', entered('2026-10-05'), instantOf('2026-11-13'), 'RED'],
  ['on the 30th', entered('2026-10-05'), instantOf('2026-11-16', 23), 'RED'],
  ['after the 30th', entered('2026-10-05'), instantOf('2026-11-17'), 'CRITICAL'],
  ['long before', entered('2026-01-05'), T0, 'CRITICAL'],
  ['on a day that nobody tells', entered(null), instantOf('2026-11-17'), null],
  ['long before, and claimed', { ...entered('2026-01-05'), claims: [claim] }, instantOf('2026-11-17'), null],
  ['again since, 20 working days', enteredTwice('2026-01-05', '2026-11-04'), instantOf('2026-12-03', 23), null],
  ['again since, after them', enteredTwice('2026-01-05', '2026-11-04'), instantOf('2026-12-04'), 'AMBER'],
  ['and was found again, of which nobody tells', enteredTwice('2026-01-05', null), days(2), 'CRITICAL'],
] as const)('A22 entered %s', (_given, more, now, expected) => {
  expect(gravityAt(asylumClaimDue, aChild({ ...more }), now)).toBe(expected)
})

test('A22 its clock begins with the day of entry, and no step of it was reached before the child was found', () => {
  const [course] = coursesOf(asylumClaimDue, aChild(entered('2026-01-05')))

  expect(course).toMatchObject({ since: instantOf('2026-01-05'), steps: [{ at: T0 }, { at: T0 }, { at: T0 }] })
})

const denied = { ...claim, status: 'DENIED', statusOn: '2026-11-03' } as const
test.each([
  ['10 working days', denied, instantOf('2026-11-18'), 'AMBER'],
  ['14 working days', denied, instantOf('2026-11-25'), 'RED'],
  ['15 working days', denied, instantOf('2026-11-26'), 'CRITICAL'],
  ['challenged', { ...denied, status: 'IN_REVIEW', statusOn: '2026-11-09' }, instantOf('2026-11-26'), null],
  ['nobody knows when', { ...denied, statusOn: null }, instantOf('2026-11-26'), null],
  ['notified three weeks later', { ...denied, notifiedOn: '2026-11-24' }, instantOf('2026-11-26'), null],
  [
    'notified three weeks later, and 10 working days',
    { ...denied, notifiedOn: '2026-11-24' },
    instantOf('2026-12-09'),
    'AMBER',
  ],
] as const)('A23 %s', (_given, one, now, expected) => {
  expect(gravityAt(asylumReviewDue, aChild({ claims: [one] }), now)).toBe(expected)
})

const givenUp = { claims: [{ ...claim, status: 'WITHDRAWN', statusOn: '2026-11-06' }] } as const
test.each([
  ['in a centre, without counsel', { ...givenUp, stays: [aStayIn('CASE')] }, 'RED'],
  [
    'in a centre, with counsel',
    { ...givenUp, stays: [aStayIn('CASE')], representations: [represented('PRO_BONO')] },
    'AMBER',
  ],
  ['with a family', { ...givenUp, stays: [aStayIn('FAM_E')] }, null],
  ['after the centre', { ...givenUp, stays: [aStayIn('CASE', { leftAt: days(1) })] }, null],
] as const)('A24 %s', (_given, more, expected) => {
  expect(gravityAt(claimGivenUpInCare, aChild({ ...more }), days(9))).toBe(expected)
})

const request = { id: 'asked', at: instantOf('2026-11-03'), answer: null, answeredOn: null } as const
test.each([
  ['the day after', request, instantOf('2026-11-04', 23), null],
  ['24 hours after that day', request, instantOf('2026-11-05'), 'AMBER'],
  ['72 hours', request, instantOf('2026-11-07'), 'RED'],
  ['granted', { ...request, answer: 'GRANTED', answeredOn: '2026-11-04' }, instantOf('2026-11-07'), null],
  ['denied', { ...request, answer: 'DENIED', answeredOn: '2026-11-04' }, instantOf('2026-11-04'), 'RED'],
] as const)('A30 %s', (_given, one, now, expected) => {
  expect(gravityAt(counselRequestUnanswered, aChild({ counselRequests: [one] }), now)).toBe(expected)
})

const turns = { turns18On: '2027-06-30', cases }
test.each([
  ['181 days before', turns, instantOf('2026-12-31'), null],
  ['180 days before', turns, instantOf('2027-01-01'), 'AMBER'],
  ['90 days before', turns, instantOf('2027-04-01'), 'RED'],
  ['30 days before', turns, instantOf('2027-05-31'), 'CRITICAL'],
  ['with a plan', { ...turns, cases: [aFile({ transitionPlanOn: '2026-11-20' })] }, instantOf('2027-05-31'), null],
  ['without a case', { ...turns, cases: [] }, instantOf('2027-05-31'), null],
] as const)('A35 %s', (_given, more, now, expected) => {
  expect(gravityAt(noTransitionPlan, aChild({ ...more, cases: [...more.cases] }), now)).toBe(expected)
})

const complaint = {
  id: 'c',
  at: T0,
  ombuds: 'CNDH',
  against: 'INM',
  reportAskedOn: '2026-11-03',
  reportAnsweredOn: null,
} as const
test.each([
  ['9 days', complaint, instantOf('2026-11-12'), null],
  ['10 days', complaint, instantOf('2026-11-13'), 'AMBER'],
  ['15 days', complaint, instantOf('2026-11-18'), 'RED'],
  ['answered', { ...complaint, reportAnsweredOn: '2026-11-16' }, instantOf('2026-11-18'), null],
  ['nobody asked', { ...complaint, reportAskedOn: null }, instantOf('2026-11-18'), null],
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

  expect(standing).toEqual({ severity: 'RED', reachedAt: instantOf('2026-11-18'), restsOn: basis })
})

test('A37 says whom the complaint is against, since that is who owes the report', () => {
  const subjects = (against: 'INM' | null) =>
    coursesOf(ombudsReportDue, aChild({ complaints: [{ ...complaint, against }] })).map(({ subject }) => subject)

  expect([subjects('INM'), subjects(null)]).toEqual([['c/INM'], ['c']])
})

const interview = { evidence: [evidence({ hadInterpreter: false })] }
test.each([
  ['Mam, interviewed without', { language: 'Mam', ...interview }, 'AMBER'],
  [
    'Haitian creole, determined without',
    { language: 'Criollo haitiano', determinations: [decided({ interpreter: 'NO' })] },
    'RED',
  ],
  ['Spanish', { language: 'Español', ...interview }, null],
  ['nobody knows', { language: null, ...interview }, null],
  ['Mam, nobody asked', { language: 'Mam', evidence: [evidence()] }, null],
] as const)('A29 %s', (_given, more, expected) => {
  expect(gravityAt(noInterpreter, aChild({ ...more }), days(9))).toBe(expected)
})

test.each([
  ['from the hour of the interview, where it is told', after(6), after(6)],
  ['from the detection, where it is not', null, T0],
] as const)('A29 runs %s', (_given, interviewedAt, since) => {
  const child = aChild({ language: 'Mam', evidence: [evidence({ hadInterpreter: false, interviewedAt })] })

  expect(coursesOf(noInterpreter, child)).toMatchObject([{ since, steps: [{ severity: 'AMBER', at: since }] }])
})
