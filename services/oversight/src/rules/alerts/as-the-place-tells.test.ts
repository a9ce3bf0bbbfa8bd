/** What a place tells of how it keeps a child, and of one that is out of sight: A28, A34. */
import { instantOf } from '@vigia/law/mexican-time'
import { expect, test } from 'vitest'
import {
  aChild,
  aFind,
  after,
  aStayIn,
  coursesOf,
  days,
  departed,
  gravityAt,
  T0,
} from '../../../../../tests/support/builders/picture.ts'
import type { ChildPicture } from '../../engine/child.ts'
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

  expect(proofs(kept({ sleepsWith: 'CHILDREN_ALONE' }))).toEqual([{ fact: 'place_told', id: 'stay', at: after(1) }])
  expect(proofs(kept({}))).toEqual([])
  expect(proofs(inA('CASE'))).toEqual([])
})

const goneAt = after(10)
const gone = (more: Parameters<typeof told>[0], stay: object = {}) =>
  kept(more, { leftAt: goneAt, exitType: 'NOT_LOCATED', ...stay })
const unreported = { isMissingReported: false }
const reported = (hours: number) => ({ isMissingReported: true, missingReportedAt: after(hours) })
const elsewhere = (differences: Parameters<typeof aStayIn>[1]) => ({
  ...gone(unreported),
  stays: [...gone(unreported).stays, aStayIn('CASE', { id: 'next', ...differences })],
})
/** Gone at noon of the next day; what else is told by that day stands at its midnight. */
const nextDay = instantOf('2026-11-04')
const next = aStayIn('CASE', { id: 'next', at: nextDay })
const untilMorning = { ...next, leftAt: after(20) }
const goneByNoon = gone(unreported, { leftAt: days(1) })
const byTheDay = ({ stays = [], ...more }: Partial<ChildPicture>) => ({
  ...{ ...goneByNoon, ...more },
  stays: [...goneByNoon.stays, ...stays],
})
const thatDay = instantOf('2026-11-03')
const onOneDay = gone(unreported, { at: thatDay, leftAt: thatDay })
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
  ['lodged elsewhere in the same minute', elsewhere({ at: goneAt }), after(40), null],
  ['lodged elsewhere before the exit was written, and there still', elsewhere({ at: after(9) }), after(40), null],
  ['lodged elsewhere, and left there before', elsewhere({ at: after(2), leftAt: after(9) }), after(40), 'CRITICAL'],
  ['lodged elsewhere on that day, at an hour that nobody tells', byTheDay({ stays: [next] }), days(5), null],
  [
    'lodged elsewhere on that day, and there no more in its morning',
    byTheDay({ stays: [untilMorning] }),
    days(5),
    'CRITICAL',
  ],
  [
    'found again on that day, at an hour that nobody tells',
    byTheDay({ detections: [aFind({ at: nextDay })] }),
    days(5),
    null,
  ],
  ['found, lodged and gone on one day, at hours that the place does not tell', onOneDay, days(5), 'CRITICAL'],
  ['returned', { ...gone(unreported), returns: [departed({ at: after(14) })] }, after(15), null],
  ['left, nobody tells how', gone(unreported, { exitType: null }), after(99), null],
  ['of a place that does not tell', inA('CASE', { leftAt: goneAt, exitType: 'NOT_LOCATED' }), after(99), null],
  ['of which nobody tells whether it was reported', gone({}), after(99), null],
] as const)('A34 %s', (_given, child, now, expected) => {
  expect(gravityAt(disappearanceNotReported, child, now)).toBe(expected)
})
