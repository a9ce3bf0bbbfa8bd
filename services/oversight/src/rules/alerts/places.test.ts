import { expect, test } from 'vitest'
import {
  aChild,
  aFile,
  after,
  aStayIn,
  coursesOf,
  days,
  gravityAt,
  T0,
} from '../../../../../tests/support/builders/picture.ts'
import { heldInProhibitedPlace } from './held-in-prohibited-place.ts'
import { heldWithoutLegalBasis } from './held-without-legal-basis.ts'
import { lodgedWithoutMeasure } from './lodged-without-measure.ts'
import { longStay } from './long-stay.ts'
import { measureNotRatified } from './measure-not-ratified.ts'
import { reviewOverdue } from './review-overdue.ts'

const inA = (type: Parameters<typeof aStayIn>[0], more: Parameters<typeof aStayIn>[1] = {}) =>
  aChild({ stays: [aStayIn(type, more)] })
const NOT_ASKED = { requestedAt: null, ratifiedAt: null }
const measure = (more: object = {}) => ({ id: 'm', at: T0, stayId: 'stay', orderedAt: T0, ...NOT_ASKED, ...more })

test.each([
  ['a station, at entry', inA('EM'), T0, 'CRITICAL'],
  ['a provisional stay', inA('EPB'), after(1), 'CRITICAL'],
  ['a place set up as one', inA('LH'), after(1), 'CRITICAL'],
  ['before the entry', inA('EM'), after(-1), null],
  ['after the exit', inA('EM', { leftAt: after(5) }), after(5), null],
  ['a referral centre', inA('CCAN'), after(99), null],
  ['a place of which nothing is known', inA(null), after(99), null],
] as const)('A01 %s', (_given, child, now, expected) => {
  expect(gravityAt(heldInProhibitedPlace, child, now)).toBe(expected)
})

test.each([
  ['2 hours and 59 minutes', inA('CCAN'), after(2.99), null],
  ['3 hours', inA('CCAN'), after(3), 'AMBER'],
  ['24 hours', inA('OR'), after(24), 'RED'],
  ['one second less than 36 hours', inA('PTO'), after(36 - 1 / 3600), 'RED'],
  ['36 hours', inA('CCAN'), after(36), 'CRITICAL'],
  ['left after 35 hours', inA('CCAN', { leftAt: after(35) }), after(40), null],
  ['a centre of DIF', inA('CASE'), after(99), null],
] as const)('A02 %s', (_given, child, now, expected) => {
  expect(gravityAt(heldWithoutLegalBasis, child, now)).toBe(expected)
})

/** Twenty hours in a station, then in a referral centre. */
const moved = (first: Parameters<typeof aStayIn>[1], entered = 20, type: Parameters<typeof aStayIn>[0] = 'EM') =>
  aChild({
    stays: [aStayIn(type, { leftAt: after(20), ...first }), aStayIn('CCAN', { id: 'next', at: after(entered) })],
  })
test.each([
  ['at the entry', moved({ exitType: 'INSTITUTIONAL_REFERRAL' }), after(20), 'AMBER'],
  ['36 hours after the first', moved({ exitType: 'INSTITUTIONAL_REFERRAL' }), after(36), 'CRITICAL'],
  ['and nobody tells how it left', moved({}), after(36), 'CRITICAL'],
  ['and entered a day later', moved({}, 44), after(44), 'CRITICAL'],
  ['and entered more than a day later', moved({}, 44.1), after(44.1), null],
  ['and entered two days later', moved({}, 68), after(69), null],
  ['from an office', moved({}, 20, 'OR'), after(36), 'CRITICAL'],
  ['from a centre of DIF', moved({}, 20, 'CASE'), after(36), 'AMBER'],
  ['and had been let go', moved({ exitType: 'FAMILY_REINTEGRATION' }), after(36), 'AMBER'],
] as const)('A02 moved from another place, %s', (_given, child, now, expected) => {
  expect(gravityAt(heldWithoutLegalBasis, child, now)).toBe(expected)
})

test('A02 of a child who was moved has run since the first entry, and none of its steps was reached before the second', () => {
  expect(coursesOf(heldWithoutLegalBasis, moved({}, 40))).toMatchObject([
    { subject: 'next', since: T0, steps: [{ at: after(40) }, { at: after(40) }, { at: after(40) }] },
  ])
})

test.each([
  ['none, at entry', inA('CASE'), T0, 'RED'],
  ['none after 24 hours', inA('CASP'), after(24), 'CRITICAL'],
  [
    'one before the entry',
    aChild({ stays: [aStayIn('CASE')], measures: [measure({ orderedAt: after(-3) })] }),
    after(30),
    null,
  ],
  [
    'one without an hour',
    aChild({ stays: [aStayIn('CASE')], measures: [measure({ orderedAt: null })] }),
    after(30),
    null,
  ],
  [
    'one after 5 hours, before',
    aChild({ stays: [aStayIn('CASE')], measures: [measure({ orderedAt: after(5) })] }),
    after(4),
    'RED',
  ],
  [
    'one after 5 hours, then',
    aChild({ stays: [aStayIn('CASE')], measures: [measure({ orderedAt: after(5) })] }),
    after(5),
    null,
  ],
  [
    'one of another stay',
    aChild({ stays: [aStayIn('CASE')], measures: [measure({ stayId: 'other' })] }),
    after(1),
    'RED',
  ],
  [
    'one that the prosecutor was asked for, and nobody has ordered',
    aChild({ stays: [aStayIn('CASE')], measures: [measure({ requestedAt: after(-3), orderedAt: null })] }),
    after(1),
    'RED',
  ],
  [
    'one that was asked for, and a judge has ruled on',
    aChild({
      ...{ stays: [aStayIn('CASE')] },
      measures: [measure({ requestedAt: after(-3), orderedAt: null, ratifiedAt: after(-1) })],
    }),
    after(30),
    null,
  ],
  [
    'one that was asked for and ordered',
    aChild({ stays: [aStayIn('CASE')], measures: [measure({ requestedAt: after(-3), orderedAt: after(-1) })] }),
    after(30),
    null,
  ],
  ['none, once it left', inA('CASE', { leftAt: after(5) }), after(5), null],
  ['a foster family', inA('FAM_A'), after(30), null],
] as const)('A12 %s', (_given, child, now, expected) => {
  expect(gravityAt(lodgedWithoutMeasure, child, now)).toBe(expected)
})

test.each([
  ['within 24 hours', measure(), after(23), null],
  ['after 24 hours', measure(), after(24), 'RED'],
  ['ruled on after 20', measure({ ratifiedAt: after(20) }), after(30), null],
  ['without an hour', measure({ orderedAt: null }), after(99), null],
] as const)('A13 %s', (_given, one, now, expected) => {
  expect(gravityAt(measureNotRatified, aChild({ stays: [aStayIn('CASE')], measures: [one] }), now)).toBe(expected)
})

const asked = (more: object = {}) => measure({ requestedAt: T0, orderedAt: null, ...more })
test.each([
  ['one second less than 3 hours', asked(), after(3 - 1 / 3600), null],
  ['3 hours', asked(), after(3), 'RED'],
  ['decreed after 2', asked({ orderedAt: after(2) }), after(4), null],
  ['decreed after 5, before', asked({ orderedAt: after(5) }), after(4), 'RED'],
  ['decreed after 5, then', asked({ orderedAt: after(5) }), after(5), null],
  ['decreed after 5, and no judge ruled within 24 hours of it', asked({ orderedAt: after(5) }), after(29), 'RED'],
  ['without an hour of the decree, and ruled on', asked({ ratifiedAt: after(2) }), after(9), null],
  ['nobody was asked', measure({ orderedAt: null }), after(9), null],
] as const)('A13 the prosecutor, %s', (_given, one, now, expected) => {
  expect(gravityAt(measureNotRatified, aChild({ stays: [aStayIn('CASE')], measures: [one] }), now)).toBe(expected)
})

const midnight = after(12)
test.each([
  ['asked, that evening', asked({ requestedAt: midnight }), after(35), null],
  ['asked, 3 hours after its end', asked({ requestedAt: midnight }), after(39), 'RED'],
  ['ordered, a day after its morning', measure({ orderedAt: midnight }), after(37), null],
  ['ordered, a day after its end', measure({ orderedAt: midnight }), after(60), 'RED'],
] as const)('A13 of a day without an hour %s', (_given, one, now, expected) => {
  expect(gravityAt(measureNotRatified, aChild({ stays: [aStayIn('CASE')], measures: [one] }), now)).toBe(expected)
})

test('A13 the prosecutor and the judge are two alerts, and the end of the stay ends the first', () => {
  const late = [asked({ orderedAt: after(5), ratifiedAt: after(40) })]
  const child = aChild({ stays: [aStayIn('CASE')], measures: late })
  const gone = aChild({ stays: [aStayIn('CASE', { leftAt: after(9) })], measures: [asked()] })

  expect(coursesOf(measureNotRatified, child)).toMatchObject([
    { subject: 'm/REQUEST', since: T0, steps: [{ severity: 'RED', at: after(3) }], ending: { at: after(5) } },
    { subject: 'm', since: after(5), steps: [{ severity: 'RED', at: after(29) }], ending: { at: after(40) } },
  ])
  expect(gravityAt(measureNotRatified, gone, after(9))).toBe(null)
})

test.each([
  [29, null],
  [30, 'AMBER'],
  [90, 'RED'],
  [180, 'CRITICAL'],
  [365, 'CRITICAL'],
] as const)('A25 after %s days', (n, expected) => {
  expect(gravityAt(longStay, inA('CASE'), days(n))).toBe(expected)
})

test.each([
  ['no review, 30 days', [], days(30), 'AMBER'],
  ['no review, 60 days', [], days(60), 'RED'],
  ['reviewed on day 25, day 50', [{ id: 'f', at: days(25) }], days(50), null],
  ['reviewed on day 25, day 55', [{ id: 'f', at: days(25) }], days(55), 'AMBER'],
  ['reviewed before the entry', [{ id: 'f', at: days(-1) }], days(29.9), null],
  ['reviewed before the entry, 30 days of the stay', [{ id: 'f', at: days(-1) }], days(30), 'AMBER'],
] as const)('A26 %s', (_given, followUps, now, expected) => {
  const child = aChild({ stays: [aStayIn('CASE')], cases: [aFile()], followUps: [...followUps] })
  expect(gravityAt(reviewOverdue, child, now)).toBe(expected)
})
