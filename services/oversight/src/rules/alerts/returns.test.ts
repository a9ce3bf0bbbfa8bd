import { expect, test } from 'vitest'
import {
  aChild,
  coursesOf,
  days,
  decided,
  departed,
  gravityAt,
  planned,
  represented,
  T0,
} from '../../../../../tests/support/builders/picture.ts'
import { childDeported } from './child-deported.ts'
import { returnWhilePending } from './return-while-pending.ts'
import { returnWithoutDetermination } from './return-without-determination.ts'

const plan = planned()
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
  [
    'executed with, and refused at the same instant',
    { returns, determinations: [decided({ id: 'a', outcome: 'RETURN_NOT_PERMITTED' }), decided({ id: 'b' })] },
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
  ['an assisted return planned', { returnPlans }, days(10), null],
] as const)('A17 %s', (_given, more, now, expected) => {
  expect(gravityAt(childDeported, aChild({ ...more }), now)).toBe(expected)
})

test('A17 a plan to deport gives way to its own execution alone', () => {
  const plans = [{ ...plan, returnType: 'DEPORTATION' as const }]
  const endings = (folio: string) =>
    coursesOf(childDeported, aChild({ returnPlans: plans, returns: [departed({ folio })] })).map(({ ending }) => ending)

  expect(endings('R1')).toEqual([{ fact: 'executed_return', id: 'return', at: days(9) }])
  expect(endings('R2')).toEqual([null])
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
  ['represented before INM, which holds nothing back', { representations: [represented('CSO_LAWYER')] }, null],
  [
    'a suspension written down of what is no amparo',
    { representations: [{ ...inAmparo({ suspension: 'GRANTED', suspensionOn: '2026-11-05' }), forum: null }] },
    null,
  ],
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

test('A18 a transfer to another state is no return that a claim stands against, planned or executed', () => {
  const returnType = 'TRANSFER' as const
  const transfers = { returnPlans: [{ ...plan, returnType }], returns: [departed({ returnType })] }

  expect(coursesOf(returnWhilePending, aChild({ ...transfers, claims: [claim] }))).toEqual([])
})

/** Of two that stand against the plan. */
const [denied, deniedLater] = [
  { ...claim, id: 'denied', at: T0, status: 'DENIED', statusOn: '2026-11-08' },
  { ...claim, id: 'later', at: T0, status: 'DENIED', statusOn: '2026-11-10' },
] as const
test.each([
  ['by the denial of both, the one that came last', [denied, deniedLater], 'later'],
  ['by the denial of both, in whatever order they are told', [deniedLater, denied], 'later'],
  ['by nothing while one of them is pending', [denied, claim], null],
  ['by nothing while one of them is pending, told first', [claim, denied], null],
] as const)('A18 of a plan is over %s', (_by, claims, id) => {
  const [course] = coursesOf(returnWhilePending, aChild({ returnPlans, claims: [...claims] }))

  expect(course?.ending?.id ?? null).toBe(id)
})

test('A18 of a plan that nothing stood against for a while runs since what stands now', () => {
  const since = days(6)
  const again = { ...claim, id: 'again', at: since }
  const [course] = coursesOf(returnWhilePending, aChild({ returnPlans, claims: [denied, again] }))

  expect(course).toMatchObject({ since, steps: [{ at: since }], ending: null })
})

test('A18 a plan gives way to its own execution alone', () => {
  const other = [departed({ folio: 'R2' })]
  const courses = coursesOf(returnWhilePending, aChild({ returnPlans, returns: other, claims: [claim] }))

  expect(courses.map(({ subject, ending }) => [subject, ending])).toEqual([
    ['plan', null],
    ['return', null],
  ])
})

test('A18 a plan that was executed gives way to the return', () => {
  const courses = coursesOf(returnWhilePending, aChild({ returnPlans, returns, claims: [claim] }))

  expect(courses.map(({ subject, ending }) => [subject, ending?.fact ?? null])).toEqual([
    ['plan', 'executed_return'],
    ['return', null],
  ])
})
