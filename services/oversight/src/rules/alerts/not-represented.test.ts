/** Who is owed to a child of whom a procedure is: the Procuraduría to every one, and somebody in the place of absent parents. */
import { expect, test } from 'vitest'
import {
  aChild,
  after,
  coursesOf,
  days,
  decided,
  evidence,
  gravityAt,
  represented,
  T0,
} from '../../../../../tests/support/builders/picture.ts'
import type { ChildPicture } from '../../engine/child.ts'
import { notRepresented } from './not-represented.ts'

const guardian = (at: Date) => [represented('GUARDIAN'), represented('ADJUNCT', { id: 'beside', at })]
const parents = [represented('ORIGINAL'), represented('ADJUNCT', { id: 'beside' })]
const separated = { accompaniment: 'SEPARATED' } as const
test.each([
  ['nobody, 24 hours', {}, after(24), 'AMBER'],
  ['nobody, 72 hours', {}, after(72), 'RED'],
  ['nobody, and something decided', { determinations: [decided()] }, days(5), 'CRITICAL'],
  ['in their place', { representations: [represented('SUBSTITUTE')] }, after(80), null],
  ['a guardian alone', { representations: [represented('GUARDIAN')] }, after(80), 'RED'],
  ['parents from afar alone', { representations: [represented('ORIGINAL')] }, after(80), 'RED'],
  ['a guardian, and the Procuraduría alongside', { representations: guardian(after(30)) }, after(80), null],
  ['the same, until the Procuraduría is there', { representations: guardian(after(30)) }, after(29), 'AMBER'],
  [
    'nobody knows with whom, and the Procuraduría alongside',
    { accompaniment: 'UNDETERMINED', representations: [represented('ADJUNCT')] },
    after(80),
    null,
  ],
  [
    'nobody knows with whom, a guardian alone',
    { accompaniment: 'UNDETERMINED', representations: [represented('GUARDIAN')] },
    after(80),
    'RED',
  ],
  [
    'accompanied, represented by the parents alone',
    { accompaniment: 'ACCOMPANIED', representations: [represented('ORIGINAL')] },
    after(80),
    'RED',
  ],
  ['parents from afar, and the Procuraduría alongside', { representations: parents }, after(80), null],
  [
    'separated, the Procuraduría alongside alone',
    { ...separated, representations: [represented('ADJUNCT')] },
    after(80),
    'RED',
  ],
  ['separated, a guardian alone', { ...separated, representations: [represented('GUARDIAN')] }, after(80), 'RED'],
  ['separated, in their place', { ...separated, representations: [represented('SUBSTITUTE')] }, after(80), null],
  ['only alongside', { representations: [represented('ADJUNCT')] }, after(80), 'RED'],
  [
    'alongside, of an accompanied child',
    { accompaniment: 'ACCOMPANIED', representations: [represented('ADJUNCT')] },
    after(80),
    null,
  ],
  ['written down as none', { representations: [represented('NONE')] }, after(80), 'RED'],
  [
    'ended before the child was found',
    { representations: [represented('SUBSTITUTE', { at: days(-9), endedAt: days(-1) })] },
    after(80),
    'RED',
  ],
  ['a lawyer alone', { representations: [represented('PRO_BONO')] }, after(80), 'RED'],
  ['interviewed before anybody did', { evidence: [evidence({ interviewedAt: after(1) })] }, after(2), 'CRITICAL'],
  [
    'decided by INM before anybody did',
    { evidence: [evidence({ procedureDecidedOn: '2026-11-04' })] },
    days(1),
    'CRITICAL',
  ],
  ['interviewed when it was found before', { evidence: [evidence({ interviewedAt: days(-9) })] }, after(2), null],
  ['an interview that is yet to come', { evidence: [evidence({ interviewedAt: after(3) })] }, after(2), null],
  [
    'interviewed once somebody did',
    { evidence: [evidence({ interviewedAt: after(2) })], representations: [represented('SUBSTITUTE')] },
    after(80),
    null,
  ],
] as const)('A07 %s', (_given, more, now, expected) => {
  expect(gravityAt(notRepresented, aChild({ ...more }), now)).toBe(expected)
})

const claim = (status: ChildPicture['claims'][number]['status'], statusOn: string | null) => ({
  claims: [{ ...{ id: 'claim', at: after(1), notifiedOn: null }, status, statusOn }],
})
test.each([
  ['denied', claim('DENIED', '2026-11-05'), days(2), 'CRITICAL'],
  ['recognised', claim('REFUGEE', '2026-11-05'), days(2), 'CRITICAL'],
  ['denied, and challenged since', claim('IN_REVIEW', '2026-11-05'), days(2), 'CRITICAL'],
  ['denied on a day that nobody tells', claim('DENIED', null), days(2), 'AMBER'],
  ['before it is decided', claim('INTERVIEW', '2026-11-05'), days(2), 'AMBER'],
  ['given up', claim('WITHDRAWN', '2026-11-05'), days(2), 'AMBER'],
  [
    'denied once somebody represented',
    { ...claim('DENIED', '2026-11-05'), representations: [represented('SUBSTITUTE')] },
    days(2),
    null,
  ],
] as const)('A07 with a claim of asylum, %s', (_given, more, now, expected) => {
  expect(gravityAt(notRepresented, aChild({ ...more }), now)).toBe(expected)
})

test('A07 is over by whoever came last of those who are owed', () => {
  const [course] = coursesOf(notRepresented, aChild({ representations: guardian(after(30)) }))

  expect(course).toMatchObject({ since: T0, ending: { fact: 'representation', id: 'beside', at: after(30) } })
})
