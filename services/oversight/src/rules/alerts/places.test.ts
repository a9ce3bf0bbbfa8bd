import { expect, test } from 'vitest'
import {
  aChild,
  aFile,
  aFind,
  after,
  aPlace,
  aStayIn,
  coursesOf,
  days,
  gravityAt,
  T0,
} from '../../../../../tests/support/builders/picture.ts'
import { disappearanceNotReported } from './disappearance-not-reported.ts'
import { heldInProhibitedPlace } from './held-in-prohibited-place.ts'
import { heldWithoutLegalBasis } from './held-without-legal-basis.ts'
import { lodgedWithoutMeasure } from './lodged-without-measure.ts'
import { longStay } from './long-stay.ts'
import { measureNotRatified } from './measure-not-ratified.ts'
import { notApartFromAdults } from './not-apart-from-adults.ts'
import { overcrowded } from './overcrowded.ts'
import { reviewOverdue } from './review-overdue.ts'
import { unlistedPlace } from './unlisted-place.ts'

const inA = (type: Parameters<typeof aStayIn>[0], more: Parameters<typeof aStayIn>[1] = {}) =>
  aChild({ stays: [aStayIn(type, more)] })
const measure = (more: object = {}) => ({ id: 'm', at: T0, stayId: 'stay', orderedAt: T0, ratifiedAt: null, ...more })

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
  ['reviewed before the entry', [{ id: 'f', at: days(-1) }], days(30), 'AMBER'],
] as const)('A26 %s', (_given, followUps, now, expected) => {
  const child = aChild({ stays: [aStayIn('CASE')], cases: [aFile()], followUps: [...followUps] })
  expect(gravityAt(reviewOverdue, child, now)).toBe(expected)
})

const entries = (n: number) => Array.from({ length: n }, (_none, i) => after(i))
test.each([
  ['8 of 10', aPlace({ entries: entries(8) }), null],
  ['9 of 10', aPlace({ entries: entries(9) }), 'AMBER'],
  ['10 of 10', aPlace({ entries: entries(10) }), 'RED'],
  ['12 of 10', aPlace({ entries: entries(12) }), 'CRITICAL'],
  ['whatever, of an unknown number', aPlace({ entries: entries(99), capacity: null }), null],
  ['whatever, of none', aPlace({ entries: entries(99), capacity: 0 }), null],
] as const)('A27 %s', (_given, place, expected) => {
  expect(gravityAt(overcrowded, place, after(200))).toBe(expected)
})

test('A27 stands since the entry that made the place that full, and ends by the last exit', () => {
  const exit = { fact: 'stay', id: 'gone', at: after(9) }

  expect(coursesOf(overcrowded, aPlace({ entries: entries(10) }))[0]?.steps.at(-1)).toEqual({
    severity: 'RED',
    at: after(9),
  })
  expect(coursesOf(overcrowded, aPlace({ entries: entries(5), lastExit: exit }))[0]).toMatchObject({
    steps: [],
    proof: exit,
  })
})

test.each([
  ['sighted, with a child', aPlace({ lifecycle: 'SIGHTED', entries: [T0] }), 'RED'],
  ['sighted, empty', aPlace({ lifecycle: 'SIGHTED' }), null],
  ['acknowledged, with a child', aPlace({ entries: [T0] }), null],
] as const)('A32 %s', (_given, place, expected) => {
  expect(gravityAt(unlistedPlace, place, after(1))).toBe(expected)
})

const told = (more: Partial<NonNullable<ReturnType<typeof aStayIn>['keeping']>> = {}) => ({
  ...{ toldAt: after(1), sleepsWith: null, areSiblingsApart: null, isMissingReported: null, missingReportedAt: null },
  ...more,
})
const kept = (more: Parameters<typeof told>[0], stay: Parameters<typeof aStayIn>[1] = {}) =>
  inA('CASE', { keeping: told(more), ...stay })
const withAdults = { sleepsWith: 'UNRELATED_ADULTS' } as const
test.each([
  ['without family, with unrelated adults', kept(withAdults), T0, 'RED'],
  ['separated, with unrelated adults', { ...kept(withAdults), accompaniment: 'SEPARATED' as const }, T0, 'RED'],
  ['accompanied, with unrelated adults', { ...kept(withAdults), accompaniment: 'ACCOMPANIED' as const }, T0, null],
  ['with children alone', kept({ sleepsWith: 'CHILDREN_ALONE' }), after(2), null],
  ['with its family', kept({ sleepsWith: 'OWN_FAMILY' }), after(2), null],
  ['parted from siblings', { ...kept({ areSiblingsApart: true }), accompaniment: 'ACCOMPANIED' as const }, T0, 'RED'],
  ['together with siblings', kept({ areSiblingsApart: false }), after(2), null],
  ['before the entry', kept(withAdults), after(-1), null],
  ['after the exit', kept(withAdults, { leftAt: after(5) }), after(5), null],
  ['of a place that does not tell', inA('CASE'), after(99), null],
] as const)('A28 %s', (_given, child, now, expected) => {
  expect(gravityAt(notApartFromAdults, child, now)).toBe(expected)
})

test('A28 is over by what the place told last, and of a place that never told nothing is over', () => {
  const proofs = (child: Parameters<typeof notApartFromAdults.courses>[0]) =>
    coursesOf(notApartFromAdults, child).map(({ proof }) => proof)

  expect(proofs(kept({ sleepsWith: 'CHILDREN_ALONE' }))).toEqual([{ fact: 'stay', id: 'stay', at: after(1) }])
  expect(proofs(inA('CASE'))).toEqual([])
})

const goneAt = after(10)
const gone = (more: Parameters<typeof told>[0], stay: object = {}) =>
  kept(more, { leftAt: goneAt, exitType: 'NOT_LOCATED', ...stay })
const unreported = { isMissingReported: false }
const reported = (hours: number) => ({ isMissingReported: true, missingReportedAt: after(hours) })
const again = { ...gone(unreported), detections: [aFind(), aFind({ id: 'again', at: after(12) })] }
test.each([
  ['59 minutes', gone(unreported), after(10.98), null],
  ['1 hour', gone(unreported), after(11), 'AMBER'],
  ['3 hours', gone(unreported), after(13), 'RED'],
  ['24 hours', gone(unreported), after(34), 'CRITICAL'],
  ['went on', gone(unreported, { exitType: 'CONTINUED_ROUTE' }), after(11), 'AMBER'],
  ['handed to its family', gone(unreported, { exitType: 'FAMILY_REINTEGRATION' }), after(99), null],
  ['reported late, until then', gone(reported(14)), after(13.9), 'RED'],
  ['reported', gone(reported(14)), after(14), null],
  ['reported at an hour that nobody told', gone({ isMissingReported: true }), after(99), null],
  ['found again', again, after(12), null],
  [
    'lodged elsewhere',
    { ...gone(unreported), stays: [...gone(unreported).stays, aStayIn('CASE', { id: 'next', at: after(14) })] },
    after(15),
    null,
  ],
  ['of which nobody tells whether it was reported', gone({}), after(99), null],
] as const)('A34 %s', (_given, child, now, expected) => {
  expect(gravityAt(disappearanceNotReported, child, now)).toBe(expected)
})
