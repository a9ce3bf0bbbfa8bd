/** Returns soon after the detection, and how they went on: A19, A20; by which law a return is stopped: A18. */
import { thresholdsOf } from '@vigia/law/alert-thresholds'
import { instantOf } from '@vigia/law/mexican-time'
import { expect, test } from 'vitest'
import {
  aChild,
  aFind,
  after,
  coursesOf,
  days,
  departed,
  evidence,
  gravityAt,
  planned,
  represented,
  T0,
} from '../../../../../tests/support/builders/picture.ts'
import { standingAt } from '../../engine/course.ts'
import { fastReturn } from './fast-return.ts'
import { returnWhilePending } from './return-while-pending.ts'
import { unsafeReturn } from './unsafe-return.ts'

const returns = [departed()]

test.each([
  ['after 72 hours', aChild({ returns: [departed({ at: after(72) })] }), 'RED'],
  ['after 73 hours', aChild({ returns: [departed({ at: after(73) })] }), null],
  [
    'on the day of the find, at an hour that nobody tells',
    aChild({ returns: [departed({ at: instantOf('2026-11-03') })] }),
    'RED',
  ],
  ['before the find of that day', aChild({ returns: [departed({ at: after(-1) })] }), null],
  ['a transfer on the second day', aChild({ returns: [departed({ at: days(2), returnType: 'TRANSFER' })] }), null],
  ['found again after it', aChild({ detections: [aFind(), aFind({ id: 'again', at: days(10) })], returns }), null],
] as const)('A19 %s', (_given, child, expected) => {
  expect(gravityAt(fastReturn, child, days(30))).toBe(expected)
})

test.each([
  [120, 73, 1],
  [120, 121, 0],
  [48, 72, 0],
])('A19 where %s hours are set in the place of 72, after %s', (amount, hours, courses) => {
  const set = thresholdsOf('FAST_RETURN').map((threshold) => ({ ...threshold, amount }))

  expect(fastReturn.courses(aChild({ returns: [departed({ at: after(hours) })] }), set)).toHaveLength(courses)
})

const checked = (items: object) => [{ id: 'list', at: T0, returnId: 'return', items }]
test.each([
  ['no escort', { SPECIALISED_ESCORT: 'NO' }, 'RETURN_FOLLOWS_THE_PLAN'],
  ['firearms', { FIREARMS_VISIBLE: 'YES' }, 'UNSAFE_RETURN_MARKS'],
  ['belongings withheld', { BELONGINGS_RETURNED: 'NO' }, 'UNSAFE_RETURN_MARKS'],
  ['both', { SPECIALISED_ESCORT: 'NO', FIREARMS_VISIBLE: 'YES' }, 'RETURN_FOLLOWS_THE_PLAN'],
] as const)('A20 with %s rests on the law where the law orders it, and else on a default', (_given, items, basis) => {
  const [course] = coursesOf(unsafeReturn, aChild({ returns, checklists: checked(items) }))

  expect(course && standingAt(course, days(30))).toEqual({ severity: 'RED', reachedAt: days(9), restsOn: basis })
})

test.each([
  ['all there', { SPECIALISED_ESCORT: 'YES', FIREARMS_VISIBLE: 'NO' }, [], null],
  ['no escort', { SPECIALISED_ESCORT: 'NO' }, [], 'RED'],
  ['firearms', { FIREARMS_VISIBLE: 'YES' }, [], 'RED'],
  ['belongings withheld', { BELONGINGS_RETURNED: 'NO' }, [], 'RED'],
  ['unknown', { BELONGINGS_RETURNED: 'UNKNOWN' }, [], null],
  ['consulate not told', { CONSULATE_NOTIFIED: 'NO' }, [], 'RED'],
  ['no receiving authority', { RECEIVING_AUTHORITY_CONFIRMED: 'NO' }, [], 'RED'],
  ['no escort, of a child in need of protection', { SPECIALISED_ESCORT: 'NO' }, [evidence({ need: 'SEEN' })], 'RED'],
  ['consulate not told, no need seen', { CONSULATE_NOTIFIED: 'NO' }, [evidence({ need: 'NOT_SEEN' })], 'RED'],
  ['consulate not told, as is right', { CONSULATE_NOTIFIED: 'NO' }, [evidence({ need: 'SEEN' })], null],
  ['another item', { CHILD_HEARD: 'NO' }, [], null],
] as const)('A20 %s', (_given, items, seen, expected) => {
  const child = aChild({ returns, checklists: checked(items), evidence: [...seen] })
  expect(gravityAt(unsafeReturn, child, days(30))).toBe(expected)
})

test('A20 what a list says of one return says nothing of another', () => {
  const twice = [departed(), departed({ id: 'second', folio: 'R2', at: days(30) })]
  const child = aChild({ returns: twice, checklists: checked({ SPECIALISED_ESCORT: 'NO' }) })

  expect(coursesOf(unsafeReturn, child).map(({ subject }) => subject)).toEqual(['return'])
})

const amparo = { representations: [represented('PRO_BONO', { forum: 'AMPARO' })] }
const claims = [{ id: 'claim', at: T0, status: 'FILED', statusOn: null, notifiedOn: null }] as const
test.each([
  ['a claim', { claims }, 'NO_RETURN_OF_ASYLUM_SEEKERS'],
  ['an amparo', amparo, 'AMPARO_SUSPENDS_EXPULSION'],
  ['both', { claims, ...amparo }, 'NO_RETURN_OF_ASYLUM_SEEKERS'],
] as const)('A18 against what %s stands rests on the law of that, planned and executed', (_given, more, basis) => {
  const child = aChild({ ...more, returnPlans: [planned()], returns: [departed({ folio: 'R2' })] })
  const grounds = coursesOf(returnWhilePending, child).map((course) => standingAt(course, days(30))?.restsOn)

  expect(grounds).toEqual([basis, basis])
})
