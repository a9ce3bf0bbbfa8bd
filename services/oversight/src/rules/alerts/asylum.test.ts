/** What a claim of asylum asks for: that it can be filed, is decided and can be challenged. */
import { instantOf } from '@vigia/law/mexican-time'
import { expect, test } from 'vitest'
import {
  aChild,
  aFind,
  aStayIn,
  coursesOf,
  days,
  departed,
  evidence,
  gravityAt,
  T0,
} from '../../../../../tests/support/builders/picture.ts'
import type { ChildPicture } from '../../engine/child.ts'
import { asylumClaimDue } from './asylum-claim-due.ts'
import { asylumDecisionDue } from './asylum-decision-due.ts'
import { asylumReviewDue } from './asylum-review-due.ts'

const claim = { id: 'claim', at: instantOf('2026-11-03'), status: 'FILED', statusOn: null, notifiedOn: null } as const
const extended = (statusOn: string | null) => ({ ...claim, status: 'EXTENDED', statusOn }) as const
test.each([
  ['on the 40th working day', claim, instantOf('2026-12-31', 23), null],
  ['40 working days', claim, instantOf('2027-01-01'), 'AMBER'],
  ['45 working days', claim, instantOf('2027-01-09'), 'RED'],
  ['90 working days', claim, instantOf('2027-03-31'), 'CRITICAL'],
  ['extended, 45 working days', extended('2026-12-15'), instantOf('2027-01-09'), null],
  ['extended, on a day that nobody tells', extended(null), instantOf('2027-01-09'), null],
  ['extended, 90 working days', extended('2026-12-15'), instantOf('2027-03-31'), 'CRITICAL'],
  ['extended once it was over', extended('2027-01-20'), instantOf('2027-01-21'), 'RED'],
  ['granted', { ...claim, status: 'REFUGEE', statusOn: '2026-12-01' }, instantOf('2027-03-31'), null],
  ['in review', { ...claim, status: 'IN_REVIEW', statusOn: '2026-12-01' }, instantOf('2027-03-31'), null],
  ['before a court', { ...claim, status: 'IN_AMPARO', statusOn: '2026-12-01' }, instantOf('2027-03-31'), null],
  ['withdrawn', { ...claim, status: 'WITHDRAWN', statusOn: '2026-12-01' }, instantOf('2027-03-31'), null],
  ['withdrawn, on a day that nobody tells', { ...claim, status: 'WITHDRAWN' }, instantOf('2027-03-31'), null],
  [
    'granted later, until then',
    { ...claim, status: 'REFUGEE', statusOn: '2027-01-20' },
    instantOf('2027-01-09'),
    'RED',
  ],
  ['only an intention', { ...claim, status: 'INTENTION' }, instantOf('2027-03-31'), null],
] as const)('A21 %s', (_given, one, now, expected) => {
  expect(gravityAt(asylumDecisionDue, aChild({ claims: [one] }), now)).toBe(expected)
})

const withItsFamily = { stays: [aStayIn('CASE', { leftAt: days(2), exitType: 'FAMILY_REINTEGRATION' })] } as const
test('A21, A23 run on for a child who has left the centre, and end by its return', () => {
  const gravities = (more: object) => [
    gravityAt(asylumDecisionDue, aChild({ claims: [claim], ...more }), instantOf('2027-03-31')),
    gravityAt(asylumReviewDue, aChild({ claims: [denied], ...more }), instantOf('2026-11-26')),
  ]

  expect(gravities(withItsFamily)).toEqual(['CRITICAL', 'CRITICAL'])
  expect(gravities({ ...withItsFamily, returns: [departed()] })).toEqual([null, null])
})

const [needed, none] = [{ need: 'SEEN' }, { need: 'RULED_OUT' }] as const
const inNeed = { evidence: [evidence({ need: 'SEEN' })] }
test.each([
  ['20 working days', inNeed, instantOf('2026-12-03'), 'AMBER'],
  ['28 working days', inNeed, instantOf('2026-12-15'), 'RED'],
  ['30 working days', inNeed, instantOf('2026-12-17'), 'CRITICAL'],
  ['claimed', { ...inNeed, claims: [claim] }, instantOf('2026-12-17'), null],
  ['no need seen', {}, instantOf('2026-12-17'), null],
  ['a need found by the evaluation', { evidence: [evidence(needed)] }, instantOf('2026-12-17'), 'CRITICAL'],
  ['evaluated, no need found', { evidence: [evidence(none)] }, instantOf('2026-12-17'), null],
  ['a need, returned', { ...inNeed, returns: [departed()] }, instantOf('2026-12-17'), null],
] as const)('A22 %s', (_given, more, now, expected) => {
  expect(gravityAt(asylumClaimDue, aChild({ ...more }), now)).toBe(expected)
})

const entered = (enteredOn: string | null) => ({ evidence: [evidence({ need: 'SEEN', enteredOn })] })
const again = aFind({ id: 'again', at: days(1) })
const before = (status: 'INTENTION' | 'NOT_INFORMED') => ({ ...claim, id: 'before', at: T0, status })
const enteredTwice = (first: string | null, second: string | null) => ({
  detections: [aFind(), again],
  evidence: [
    evidence({ need: 'SEEN', enteredOn: first }),
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
  ['long before, and said so', { ...entered('2026-01-05'), claims: [before('INTENTION')] }, T0, 'CRITICAL'],
  ['long before, and was not informed', { ...entered('2026-01-05'), claims: [before('NOT_INFORMED')] }, T0, 'CRITICAL'],
  [
    'long before, said so, and claimed',
    { ...entered('2026-01-05'), claims: [before('INTENTION'), claim] },
    instantOf('2026-11-17'),
    null,
  ],
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
  ['before a court', { ...denied, status: 'IN_AMPARO', statusOn: '2026-11-09' }, instantOf('2026-11-26'), null],
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

test('A23 is over by the challenge, and of a claim that was not denied nothing is asked', () => {
  const proofs = (status: ChildPicture['claims'][number]['status'], statusOn: string | null = '2026-11-06') =>
    coursesOf(asylumReviewDue, aChild({ claims: [{ ...claim, status, statusOn }] })).map(({ proof }) => proof)

  expect(proofs('DENIED')).toEqual([null])
  expect(proofs('IN_AMPARO')).toEqual([{ fact: 'asylum_claim', id: 'claim', at: instantOf('2026-11-06') }])
  expect([proofs('FILED'), proofs('REFUGEE'), proofs('DENIED', null)]).toEqual([[], [], []])
})
