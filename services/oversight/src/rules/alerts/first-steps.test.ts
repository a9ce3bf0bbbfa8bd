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
  departed,
  evidence,
  gravityAt,
  planned,
  T0,
} from '../../../../../tests/support/builders/picture.ts'
import type { Stay } from '../../engine/child.ts'
import { caseNotProcessed } from './case-not-processed.ts'
import { handoverNotProven } from './handover-not-proven.ts'
import { noInitialEvaluation } from './no-initial-evaluation.ts'
import { ppnnaNotNotified } from './ppnna-not-notified.ts'
import { procedureBeforeNotice } from './procedure-before-notice.ts'

const untold = aFind({ ppnnaNotifiedAt: null, difNotifiedAt: null })
const toldLater = aChild({
  detections: [untold, aFind({ id: 'again', at: after(40), ppnnaNotifiedAt: after(48) })],
})
const aPlan = planned()
const here = { stays: [aStayIn('CASE')] }
const left = { leftAt: days(2), exitType: 'CONTINUED_ROUTE' } as const
const ofAnother = (evaluatedOn: string) => evidence({ detectionId: 'x', evaluatedOn })

const leftBy = (exitType: Stay['exitType']) =>
  aChild({ detections: [untold], stays: [aStayIn('EM', { leftAt: after(30), exitType })] })
test.each([
  ['59 minutes', aChild({ detections: [untold] }), after(0.98), null],
  ['1 hour', aChild({ detections: [untold] }), after(1), 'AMBER'],
  ['24 hours', aChild({ detections: [untold] }), after(24), 'RED'],
  ['36 hours', aChild({ detections: [untold] }), after(36), 'CRITICAL'],
  ['told after 30 hours', aChild({ detections: [aFind({ ppnnaNotifiedAt: after(30) })] }), after(30), null],
  [
    'the Procuraduría knows',
    aChild({ detections: [untold], cases: [aFile({ at: after(9), notifiedAt: after(8) })] }),
    after(40),
    null,
  ],
  [
    'its case was of before',
    aChild({ detections: [untold], cases: [aFile({ at: days(-40), closedAt: days(-30) })] }),
    after(40),
    'CRITICAL',
  ],
  ['returned since', aChild({ detections: [untold], returns: [departed({ at: after(39) })] }), after(40), null],
  ['handed on to a centre that has not told', leftBy('TRANSFER_TO_CAS'), after(40), 'CRITICAL'],
  ['handed on to DIF, which has not told', leftBy('INSTITUTIONAL_REFERRAL'), after(40), 'CRITICAL'],
  ['left, nobody tells how', leftBy(null), after(40), 'CRITICAL'],
  ['out of sight since', leftBy('CONTINUED_ROUTE'), after(40), null],
  ['with the family since', leftBy('FAMILY_REINTEGRATION'), after(40), null],
] as const)('A03 %s', (_given, child, now, expected) => {
  expect(gravityAt(ppnnaNotNotified, child, now)).toBe(expected)
})

test.each([
  ['opened the day before the notice', '2026-11-02', 'CRITICAL'],
  ['opened on the day of the notice', '2026-11-03', null],
  ['opened the day after', '2026-11-04', null],
  ['never opened', null, null],
] as const)('A04 %s', (_given, procedureOpenedOn, expected) => {
  expect(gravityAt(procedureBeforeNotice, aChild({ evidence: [evidence({ procedureOpenedOn })] }), days(9))).toBe(
    expected,
  )
})

test.each([
  ['an hour before the notice', aFind({ ppnnaNotifiedAt: after(2) }), 'CRITICAL'],
  ['an hour after it', aFind({ ppnnaNotifiedAt: T0 }), null],
  ['and nobody was told', aFind({ ppnnaNotifiedAt: null }), 'CRITICAL'],
] as const)('A04 presented %s', (_given, found, expected) => {
  const child = aChild({ detections: [found], evidence: [evidence({ presentedAt: after(1) })] })

  expect(gravityAt(procedureBeforeNotice, child, after(1))).toBe(expected)
})

test('A04 stands since the first of what came before the notice, in the state of that detection', () => {
  const detections = [aFind({ id: 'before', at: days(-30), state: '30' }), aFind({ ppnnaNotifiedAt: days(3) })]
  const child = (presentedAt: Date) =>
    aChild({ detections, evidence: [evidence({ presentedAt, procedureOpenedOn: '2026-11-04' })] })
  const sinceOf = (presentedAt: Date) =>
    coursesOf(procedureBeforeNotice, child(presentedAt)).map(({ since, state }) => [since, state])

  expect(sinceOf(after(1))).toEqual([[after(1), '07']])
  expect(sinceOf(days(2))).toEqual([[instantOf('2026-11-04'), '07']])
})

test.each([
  ['the day of the notice', '2026-11-03', null],
  ['the day before', '2026-11-02', 'CRITICAL'],
] as const)('A04 presented on %s, of which no hour is told', (_given, day, expected) => {
  const child = aChild({ evidence: [evidence({ presentedAt: instantOf(day) })] })

  expect(gravityAt(procedureBeforeNotice, child, days(1))).toBe(expected)
})

test.each([
  ['nothing, 12 hours', {}, after(12), 'AMBER'],
  ['nothing, 24 hours', {}, after(24), 'RED'],
  ['the hour of the hand-over', { evidence: [evidence({ handedOverAt: after(5) })] }, after(30), null],
  ['a stay in a centre', { stays: [aStayIn('CASE', { at: after(6) })] }, after(30), null],
  ['a stay with a family', { stays: [aStayIn('FAM_E', { at: after(6) })] }, after(30), null],
  ['a stay in a centre of before it was found', { stays: [aStayIn('CASE', { at: days(-9) })] }, after(30), 'RED'],
  ['a stay in a place of which nothing is known', { stays: [aStayIn(null, { at: after(6) })] }, after(30), 'RED'],
  ['a stay in a referral centre', { stays: [aStayIn('CCAN', { at: after(6) })] }, after(30), 'RED'],
  ['notice to DIF', { detections: [aFind({ difNotifiedAt: after(2) })] }, after(30), null],
] as const)('A05 %s', (_given, more, now, expected) => {
  expect(gravityAt(handoverNotProven, aChild({ detections: [untold], ...more }), now)).toBe(expected)
})

test('A05 is over by the entry into care, which is no exit, and by an exit where the child went without it', () => {
  const endOf = (type: 'CASE' | 'CCAN') =>
    coursesOf(
      handoverNotProven,
      aChild({
        detections: [untold],
        stays: [aStayIn(type, { at: after(6), leftAt: after(9), exitType: 'CONTINUED_ROUTE' })],
      }),
    )

  expect(endOf('CASE')).toMatchObject([{ ending: { fact: 'entry', at: after(6) } }])
  expect(endOf('CCAN')).toMatchObject([{ ending: { fact: 'stay', at: after(9) } }])
})

const anAct = (tellsNotice: boolean | null, hasReceipt: boolean | null, handedOverAt: Date | null = null) => ({
  evidence: [evidence({ handoverAct: { tellsNotice, hasReceipt }, handedOverAt })],
})
const inCare = { detections: [aFind({ difNotifiedAt: after(2) })], stays: [aStayIn('CASE', { at: after(6) })] }
test.each([
  ['of which a number alone is told', anAct(null, null), after(30), null],
  ['with notice and receipt', anAct(true, true), after(30), null],
  ['with both, of the 20th hour, before', anAct(true, true, after(20)), after(19), 'AMBER'],
  ['with both, of the 20th hour, after', anAct(true, true, after(20)), after(30), null],
  ['without the notice', anAct(false, true, after(2)), after(12), 'AMBER'],
  ['without the receipt', anAct(null, false, after(2)), after(24), 'RED'],
  ['without the receipt, though DIF has the child', { ...inCare, ...anAct(true, false, after(2)) }, after(30), 'RED'],
  ['of which nobody says what it proves, in care', { ...inCare, ...anAct(null, null) }, after(30), null],
  ['without the receipt, and returned', { ...anAct(true, false), returns: [departed()] }, days(10), null],
  [
    'of an earlier detection, which proves nothing of this one',
    {
      detections: [aFind({ at: days(-9), id: 'before' }), untold],
      evidence: [evidence({ detectionId: 'before', handedOverAt: days(-8) })],
    },
    after(30),
    'RED',
  ],
  [
    'of an earlier detection',
    { ...anAct(true, false), detections: [aFind({ at: days(-9), id: 'before' }), aFind()] },
    after(1),
    null,
  ],
] as const)('A05 an act %s', (_given, more, now, expected) => {
  expect(gravityAt(handoverNotProven, aChild({ detections: [untold], ...more }), now)).toBe(expected)
})

test.each([
  ['23 hours', aChild(), after(23), null],
  ['24 hours', aChild(), after(24), 'AMBER'],
  ['72 hours', aChild(), after(72), 'RED'],
  // Tuesday 3: the fifth working day is Tuesday 10, which has to be over.
  ['the fifth working day', aChild(), instantOf('2026-11-10', 23, 59), 'RED'],
  ['once it is over', aChild(), instantOf('2026-11-11'), 'CRITICAL'],
  ['a case after 30 hours', aChild({ cases: [aFile({ at: after(30) })] }), after(31), null],
  ['a case of before the notice', aChild({ cases: [aFile({ at: days(-9) })] }), after(99), null],
  ['returned, no case', aChild({ returns: [departed()] }), days(20), 'CRITICAL'],
  ['no notice', aChild({ detections: [untold] }), days(20), null],
  ['no notice of the first detection, 23 hours after that of the second', toldLater, after(71), null],
  ['no notice of the first detection, 24 hours after that of the second', toldLater, after(72), 'AMBER'],
] as const)('A06 %s', (_given, child, now, expected) => {
  expect(gravityAt(caseNotProcessed, child, now)).toBe(expected)
})

test.each([
  ['none, 72 hours', here, after(72), 'AMBER'],
  ['none, 5 working days', here, instantOf('2026-11-11'), 'RED'],
  ['returned without', { returns: [departed({ at: days(2) })] }, days(2), 'CRITICAL'],
  ['a return planned without, before', { ...here, returnPlans: [aPlan] }, after(23), null],
  ['a return planned without, then', { ...here, returnPlans: [aPlan] }, after(24), 'CRITICAL'],
  ['a return planned, of a child of whom nothing else is known', { returnPlans: [aPlan] }, days(2), 'CRITICAL'],
  ['a transfer planned', { ...here, returnPlans: [{ ...aPlan, returnType: 'TRANSFER' }] }, days(2), null],
  [
    'a return planned, and evaluated then',
    { ...here, returnPlans: [aPlan], evidence: [evidence({ evaluatedOn: '2026-11-05' })] },
    days(2),
    null,
  ],
  [
    'a return planned before the child was found again',
    { ...here, returnPlans: [aPlan], detections: [aFind({ at: days(2) })] },
    days(3),
    null,
  ],
  [
    'a return planned for the day before the find, told of after it',
    { ...here, returnPlans: [{ ...aPlan, plannedOn: '2026-11-02' }] },
    after(24),
    null,
  ],
  [
    'one planned for the day of the find',
    { ...here, returnPlans: [{ ...aPlan, plannedOn: '2026-11-03' }] },
    after(24),
    'CRITICAL',
  ],
  [
    'evaluated on the day of the find, by another file',
    { ...here, evidence: [ofAnother('2026-11-03')] },
    days(9),
    null,
  ],
  [
    'evaluated when it was found before, and found again',
    {
      detections: [aFind(), aFind({ id: 'again', at: days(20) })],
      ...here,
      evidence: [evidence({ evaluatedOn: '2026-11-05' })],
    },
    days(29),
    'RED',
  ],
  ['gone on its way, as the centre tells', { stays: [aStayIn('CASE', left)] }, days(9), null],
  ['evaluated on the second day', { ...here, evidence: [evidence({ evaluatedOn: '2026-11-05' })] }, days(9), null],
  ['nobody knows where the child is', {}, days(9), null],
  [
    'evaluated before it was found',
    { ...here, evidence: [evidence({ detectionId: 'x', evaluatedOn: '2026-01-05' })] },
    days(9),
    'RED',
  ],
  [
    'handed on to a centre that has not told',
    { stays: [aStayIn('EM', { leftAt: after(9), exitType: 'TRANSFER_TO_CAS' })] },
    days(9),
    'RED',
  ],
] as const)('A14 %s', (_given, more, now, expected) => {
  expect(gravityAt(noInitialEvaluation, aChild({ ...more }), now)).toBe(expected)
})
