/** A24: a claim of asylum that a child gives up in a centre, with counsel beside it or without. */
import { instantOf } from '@vigia/law/mexican-time'
import { expect, test } from 'vitest'
import { aChild, aStayIn, days, gravityAt, represented } from '../../../../../tests/support/builders/picture.ts'
import type { ChildPicture } from '../../engine/child.ts'
import { claimGivenUpInCare } from './claim-given-up-in-care.ts'

const situation = (status: ChildPicture['claims'][number]['status'], statusOn: string | null = '2026-11-06') => ({
  claims: [{ id: 'claim', at: instantOf('2026-11-03'), status, statusOn, notifiedOn: null }],
})
const givenUp = situation('WITHDRAWN')
const counselled = (...by: Parameters<typeof represented>) => ({
  stays: [aStayIn('CASE')],
  representations: [represented(...by)],
})
test.each([
  ['in a centre, without counsel', { ...givenUp, stays: [aStayIn('CASE')] }, 'RED'],
  [
    'in a centre, with counsel',
    { ...givenUp, stays: [aStayIn('CASE')], representations: [represented('PRO_BONO')] },
    'AMBER',
  ],
  ['with a family', { ...givenUp, stays: [aStayIn('FAM_E')] }, null],
  ['after the centre', { ...givenUp, stays: [aStayIn('CASE', { leftAt: days(1) })] }, null],
  ['on the day on which it left the centre', { ...givenUp, stays: [aStayIn('CASE', { leftAt: days(3) })] }, 'RED'],
  ['on the day on which it came there', { ...givenUp, stays: [aStayIn('CASE', { at: days(3.4) })] }, 'RED'],
  ['before it came there', { ...givenUp, stays: [aStayIn('CASE', { at: days(4) })] }, null],
  ['abandoned there', { ...situation('ABANDONED'), stays: [aStayIn('CASE')] }, 'RED'],
  ['denied there', { ...situation('DENIED'), stays: [aStayIn('CASE')] }, null],
  ['pending there', { ...situation('INTERVIEW'), stays: [aStayIn('CASE')] }, null],
  ['given up on a day that nobody tells', { ...situation('WITHDRAWN', null), stays: [aStayIn('CASE')] }, null],
  ['there, with the Procuraduría alone', { ...givenUp, ...counselled('SUBSTITUTE') }, 'RED'],
  ['there, whose counsel had gone', { ...givenUp, ...counselled('PRO_BONO', { endedAt: days(1) }) }, 'RED'],
  ['there, whose counsel went later', { ...givenUp, ...counselled('PRO_BONO', { endedAt: days(4) }) }, 'AMBER'],
  ['there, whose counsel came later', { ...givenUp, ...counselled('PRO_BONO', { at: days(4) }) }, 'RED'],
] as const)('A24 %s', (_given, more, expected) => {
  expect(gravityAt(claimGivenUpInCare, aChild({ ...more }), days(9))).toBe(expected)
})
