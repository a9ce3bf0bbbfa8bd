import { thresholdsOf } from '@vigia/law/alert-thresholds'
import { instantOf } from '@vigia/law/mexican-time'
import { expect, test } from 'vitest'
import {
  aChild,
  aFind,
  after,
  coursesOf,
  days,
  decided,
  departed,
  evidence,
  gravityAt,
  represented,
  T0,
} from '../../../../../tests/support/builders/picture.ts'
import { standingAt } from '../../engine/course.ts'
import { childDeported } from './child-deported.ts'
import { fastReturn } from './fast-return.ts'
import { returnWhilePending } from './return-while-pending.ts'
import { returnWithoutDetermination } from './return-without-determination.ts'
import { unsafeReturn } from './unsafe-return.ts'

/** Learned of on the first day, for the ninth. */
const plan = { id: 'plan', at: days(1), folio: 'R1', state: '07', returnType: 'ASSISTED_RETURN' } as const
const returnPlans = [plan]
const returns = [departed()]

test.each([
  ['planned, nothing determined', { returnPlans }, days(1), 'CRITICAL'],
  ['planned, determined on the fifth day, before', { returnPlans, determinations: [decided()] }, days(4), 'CRITICAL'],
  ['planned, determined on the fifth day, then', { returnPlans, determinations: [decided()] }, days(5), null],
  [
    'planned, determined otherwise',
    { returnPlans, determinations: [decided({ outcome: 'STAY_IN_MEXICO' })] },
    days(6),
    'CRITICAL',
  ],
  [
    'planned, determined otherwise later',
    { returnPlans, determinations: [decided(), decided({ id: 'bid2', at: days(6), outcome: 'RETURN_NOT_PERMITTED' })] },
    days(7),
    'CRITICAL',
  ],
  ['planned, determined by INM', { returnPlans, determinations: [decided({ authority: 'INM' })] }, days(6), 'CRITICAL'],
  ['a transfer planned', { returnPlans: [{ ...plan, returnType: 'TRANSFER' }] }, days(2), null],
  ['executed with', { returns, determinations: [decided()] }, days(10), null],
  ['executed without', { returns }, days(9), 'CRITICAL'],
  [
    'executed, determined at the same instant',
    { returns, determinations: [decided({ at: days(9) })] },
    days(10),
    'CRITICAL',
  ],
  ['executed, determined afterwards', { returns, determinations: [decided({ at: days(11) })] }, days(12), 'CRITICAL'],
  ['a repatriation from the United States', { returns: [departed({ returnType: 'REPATRIATION' })] }, days(10), null],
] as const)('A16 %s', (_given, more, now, expected) => {
  expect(gravityAt(returnWithoutDetermination, aChild({ ...more }), now)).toBe(expected)
})

test('A16 a plan that was executed gives way to the return', () => {
  const courses = coursesOf(returnWithoutDetermination, aChild({ returnPlans, returns }))

  expect(courses.map(({ subject, ending }) => [subject, ending?.fact ?? null])).toEqual([
    ['plan', 'executed_return'],
    ['return', null],
  ])
})

test.each([
  ['executed', { returns: [departed({ returnType: 'DEPORTATION' })] }, days(9), 'CRITICAL'],
  ['planned', { returnPlans: [{ ...plan, returnType: 'DEPORTATION' }] }, days(1), 'CRITICAL'],
  ['an assisted return', { returns }, days(10), null],
] as const)('A17 %s', (_given, more, now, expected) => {
  expect(gravityAt(childDeported, aChild({ ...more }), now)).toBe(expected)
})

const inAmparo = (told: Pick<ReturnType<typeof represented>, 'suspension' | 'suspensionOn'>) =>
  represented('CSO_LAWYER', { forum: 'AMPARO', endedAt: days(3), ...told })
const claim = { id: 'claim', at: days(2), status: 'FILED', statusOn: null, notifiedOn: null } as const
test.each([
  ['a claim pending', { claims: [claim] }, 'CRITICAL'],
  ['a claim of after the return', { claims: [{ ...claim, at: days(20) }] }, null],
  ['recognised', { claims: [{ ...claim, status: 'REFUGEE' }] }, 'CRITICAL'],
  ['denied before', { claims: [{ ...claim, status: 'DENIED', statusOn: '2026-11-06' }] }, null],
  ['denied after', { claims: [{ ...claim, status: 'DENIED', statusOn: '2026-12-06' }] }, 'CRITICAL'],
  ['in amparo', { representations: [represented('CSO_LAWYER', { forum: 'AMPARO' })] }, 'CRITICAL'],
  [
    'an amparo that had ended',
    { representations: [represented('CSO_LAWYER', { forum: 'AMPARO', endedAt: days(3) })] },
    null,
  ],
  [
    'an amparo that had ended, its suspension granted and not lifted',
    { representations: [inAmparo({ suspension: 'GRANTED', suspensionOn: '2026-11-05' })] },
    'CRITICAL',
  ],
  [
    'a suspension granted after the return',
    { representations: [inAmparo({ suspension: 'GRANTED', suspensionOn: '2026-12-05' })] },
    null,
  ],
  [
    'a suspension lifted before',
    { representations: [inAmparo({ suspension: 'LIFTED', suspensionOn: '2026-11-10' })] },
    null,
  ],
  [
    'a suspension lifted after',
    { representations: [inAmparo({ suspension: 'LIFTED', suspensionOn: '2026-12-05' })] },
    'CRITICAL',
  ],
  ['a suspension denied', { representations: [inAmparo({ suspension: 'DENIED', suspensionOn: '2026-11-05' })] }, null],
  ['nothing', {}, null],
] as const)('A18 %s', (_given, more, expected) => {
  expect(gravityAt(returnWhilePending, aChild({ returns, ...more }), days(30))).toBe(expected)
})

test.each([
  ['a claim that is pending', { claims: [claim] }, days(3), 'CRITICAL'],
  ['a claim of after the plan, before it is made', { claims: [{ ...claim, at: days(4) }] }, days(3), null],
  ['a claim of after the plan, then', { claims: [{ ...claim, at: days(4) }] }, days(4), 'CRITICAL'],
  [
    'a claim denied before the plan',
    { claims: [{ ...claim, status: 'DENIED', statusOn: '2026-11-03' }] },
    days(3),
    null,
  ],
  [
    'a claim denied later, until then',
    { claims: [{ ...claim, at: T0, status: 'DENIED', statusOn: '2026-11-08' }] },
    days(3),
    'CRITICAL',
  ],
  [
    'a claim denied later, then',
    { claims: [{ ...claim, at: T0, status: 'DENIED', statusOn: '2026-11-08' }] },
    days(5),
    null,
  ],
  [
    'an amparo that goes on',
    { representations: [represented('CSO_LAWYER', { forum: 'AMPARO' })] },
    days(2),
    'CRITICAL',
  ],
  [
    'a suspension that stands',
    { representations: [inAmparo({ suspension: 'GRANTED', suspensionOn: '2026-11-05' })] },
    days(20),
    'CRITICAL',
  ],
  ['nothing against it', {}, days(3), null],
] as const)('A18 planned, with %s', (_given, more, now, expected) => {
  expect(gravityAt(returnWhilePending, aChild({ returnPlans, ...more }), now)).toBe(expected)
})

test('A18 a plan that was executed gives way to the return', () => {
  const courses = coursesOf(returnWhilePending, aChild({ returnPlans, returns, claims: [claim] }))

  expect(courses.map(({ subject, ending }) => [subject, ending?.fact ?? null])).toEqual([
    ['plan', 'executed_return'],
    ['return', null],
  ])
})

test.each([
  ['after 72 hours', aChild({ returns: [departed({ at: after(72) })] }), 'RED'],
  ['after 73 hours', aChild({ returns: [departed({ at: after(73) })] }), null],
  [
    'on the day of the find, at an hour that nobody tells',
    aChild({ returns: [departed({ at: instantOf('2026-11-03') })] }),
    'RED',
  ],
  ['before the find of that day', aChild({ returns: [departed({ at: after(-1) })] }), null],
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
  ['consulate not told, as is right', { CONSULATE_NOTIFIED: 'NO' }, [evidence({ protectionNeed: true })], null],
  ['another item', { CHILD_HEARD: 'NO' }, [], null],
] as const)('A20 %s', (_given, items, seen, expected) => {
  const child = aChild({ returns, checklists: checked(items), evidence: [...seen] })
  expect(gravityAt(unsafeReturn, child, days(30))).toBe(expected)
})
