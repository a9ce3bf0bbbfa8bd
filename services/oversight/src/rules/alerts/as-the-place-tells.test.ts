/** What a place tells of how it keeps a child, and of one that is out of sight: A28, A34. */
import { expect, test } from 'vitest'
import {
  aChild,
  aFind,
  after,
  aStayIn,
  coursesOf,
  departed,
  gravityAt,
  T0,
} from '../../../../../tests/support/builders/picture.ts'
import { disappearanceNotReported } from './disappearance-not-reported.ts'
import { notApartFromAdults } from './not-apart-from-adults.ts'

const inA = (type: Parameters<typeof aStayIn>[0], more: Parameters<typeof aStayIn>[1] = {}) =>
  aChild({ stays: [aStayIn(type, more)] })
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
  expect(proofs(kept({}))).toEqual([])
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
  ['returned', { ...gone(unreported), returns: [departed({ at: after(14) })] }, after(15), null],
  ['left, nobody tells how', gone(unreported, { exitType: null }), after(99), null],
  ['of a place that does not tell', inA('CASE', { leftAt: goneAt, exitType: 'NOT_LOCATED' }), after(99), null],
  ['of which nobody tells whether it was reported', gone({}), after(99), null],
] as const)('A34 %s', (_given, child, now, expected) => {
  expect(gravityAt(disappearanceNotReported, child, now)).toBe(expected)
})
