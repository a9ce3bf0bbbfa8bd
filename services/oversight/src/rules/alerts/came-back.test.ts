/** A child that was returned, came back and was found again: what was done before the return is of that time (A08, A15, A22, A23). */
import { instantOf } from '@vigia/law/mexican-time'
import { expect, test } from 'vitest'
import {
  aChild,
  aFile,
  aFind,
  coursesOf,
  days,
  decided,
  departed,
  evidence,
  gravityAt,
} from '../../../../../tests/support/builders/picture.ts'
import type { ChildPicture } from '../../engine/child.ts'
import { asylumClaimDue } from './asylum-claim-due.ts'
import { asylumReviewDue } from './asylum-review-due.ts'
import { comarNotNotified } from './comar-not-notified.ts'
import { noDetermination } from './no-determination.ts'

type Claim = ChildPicture['claims'][number]
const denied: Claim = { id: 'claim', at: days(1), status: 'DENIED', statusOn: '2026-11-08', notifiedOn: null }

/** Returned on the ninth day, found again on the twentieth, when a need of protection was seen. */
const cameBack: Partial<ChildPicture> = {
  detections: [aFind(), aFind({ id: 'again', at: days(20) })],
  evidence: [evidence({ detectionId: 'again', need: 'SEEN' })],
  returns: [departed()],
}
const withClaim = (claim: Partial<Claim>) => ({ ...cameBack, claims: [{ ...denied, ...claim }] })

test.each([
  ['nothing', cameBack, 'RED'],
  ['a claim that was denied before the return', withClaim({}), 'RED'],
  ['one of before that is pending still', withClaim({ status: 'FILED', statusOn: null }), null],
  ['one that was filed since', withClaim({ at: days(21), statusOn: '2026-11-29' }), null],
  ['one that was denied before, and no return', { ...withClaim({}), returns: [] }, null],
  [
    'one that was denied before a transfer',
    { ...withClaim({}), returns: [departed({ returnType: 'TRANSFER' })] },
    null,
  ],
] as const)('A08 COMAR knows by %s', (_given, more, expected) => {
  expect(gravityAt(comarNotNotified, aChild(more), days(30))).toBe(expected)
})

const needSeenFirst = (comarNotifiedAt: Date | null): Partial<ChildPicture> => ({
  detections: [aFind(), aFind({ id: 'again', at: days(2), comarNotifiedAt })],
  evidence: [evidence({ need: 'SEEN' })],
})
test('A08 is over once COMAR is told when the child is found again', () => {
  const [course] = coursesOf(comarNotNotified, aChild(needSeenFirst(days(2))))

  expect(course?.ending).toEqual({ fact: 'detection', id: 'again', at: days(2) })
  expect(gravityAt(comarNotNotified, aChild(needSeenFirst(days(2))), days(1))).toBe('RED')
  expect(gravityAt(comarNotNotified, aChild(needSeenFirst(null)), days(9))).toBe('RED')
})

// From Monday 23 November, found again: 30 working days are over with Wednesday 6 January.
const [before, over] = [instantOf('2027-01-06', 12), instantOf('2027-01-07')]
test.each([
  ['runs from the find after the return', cameBack, before, 'RED'],
  ['is over 30 working days after that find', cameBack, over, 'CRITICAL'],
  ['is not kept by a claim that was denied before', withClaim({}), over, 'CRITICAL'],
  ['is kept by one that is pending still', withClaim({ status: 'FILED', statusOn: null }), over, null],
  ['is kept by one that was filed since', withClaim({ at: days(21), statusOn: '2026-11-29' }), over, null],
] as const)('A22 the term to claim %s', (_given, more, now, expected) => {
  expect(gravityAt(asylumClaimDue, aChild(more), now)).toBe(expected)
})

test('A22 an entry that was told before the return is not the one of this time', () => {
  const entered = evidence({ id: 'first', detectionId: 'found', enteredOn: '2026-01-05' })
  const child = aChild({ ...cameBack, evidence: [...(cameBack.evidence ?? []), entered] })

  expect(coursesOf(asylumClaimDue, child)).toMatchObject([{ since: days(20) }])
})

const plan = { id: 'plan', at: days(6), caseId: 'case' }
const used = { ...cameBack, determinations: [decided()], plans: [plan] }
const [old, anew] = [aFile(), aFile({ id: 'new', at: days(21), state: '27' })]
test('A15 a case that nobody closed before the return does not speak for the one that was opened since', () => {
  expect(coursesOf(noDetermination, aChild({ ...used, cases: [old, anew] }))).toMatchObject([
    { subject: 'case', ending: { id: 'plan' } },
    { subject: 'new', state: '27', since: days(21), ending: null },
  ])
})

test('A15 the return ended what was owed in the case of before, once there is one of since', () => {
  const endings = (cases: ChildPicture['cases']) =>
    coursesOf(noDetermination, aChild({ ...cameBack, cases })).map(({ subject, ending }) => [subject, ending?.fact])

  expect(endings([old, anew])).toEqual([
    ['case', 'executed_return'],
    ['new', undefined],
  ])
  expect(endings([old])).toEqual([['case', undefined]])
})

test('A15 what is determined and planned since ends it, in whichever case', () => {
  const plans = [plan, { id: 'next', at: days(27), caseId: null }]
  const determinations = [decided(), decided({ id: 'anew', at: days(26), caseId: 'case' })]
  const [, course] = coursesOf(noDetermination, aChild({ ...cameBack, cases: [old, anew], plans, determinations }))

  expect(course).toMatchObject({ subject: 'new', ending: { id: 'next', at: days(27) } })
})

test('A23 a term that ended by the return does not run out once the child is back', () => {
  const gravityOf = (returns: ChildPicture['returns']) =>
    gravityAt(asylumReviewDue, aChild({ ...withClaim({}), returns }), days(40))

  expect(gravityOf([departed()])).toBe(null)
  expect(gravityOf([departed({ at: days(3) })])).toBe('CRITICAL')
  expect(gravityOf([])).toBe('CRITICAL')
})
