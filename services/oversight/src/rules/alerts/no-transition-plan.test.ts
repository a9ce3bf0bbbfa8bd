/** Who turns 18 without a plan: of a case, and of a centre where there is none. */
import { instantOf } from '@vigia/law/mexican-time'
import { expect, test } from 'vitest'
import { aChild, aFile, aStayIn, coursesOf, days, gravityAt } from '../../../../../tests/support/builders/picture.ts'
import { noTransitionPlan } from './no-transition-plan.ts'

const cases = [aFile()]
const turns = { turns18On: '2027-06-30', cases }
const placed = aStayIn('CASE')
const left = aStayIn('CASE', { leftAt: days(3), exitType: 'NOT_LOCATED' })
test.each([
  ['181 days before its month', turns, instantOf('2026-12-02'), null],
  ['180 days before its month', turns, instantOf('2026-12-03'), 'AMBER'],
  ['90 days before its month', turns, instantOf('2027-03-03'), 'RED'],
  ['30 days before its month', turns, instantOf('2027-05-02'), 'CRITICAL'],
  ['with a plan', { ...turns, cases: [aFile({ transitionPlanOn: '2026-11-20' })] }, instantOf('2027-05-31'), null],
  ['without a case', { ...turns, cases: [] }, instantOf('2027-05-31'), null],
  ['without a case, placed in a centre', { ...turns, cases: [], stays: [placed] }, instantOf('2027-05-31'), 'CRITICAL'],
  [
    'without a case, in a referral centre',
    { ...turns, cases: [], stays: [aStayIn('CCAN')] },
    instantOf('2027-05-31'),
    null,
  ],
  ['without a case, once it left', { ...turns, cases: [], stays: [left] }, instantOf('2027-05-31'), null],
  [
    'the case closed, and still in the centre',
    { ...turns, cases: [aFile({ closedAt: days(3) })], stays: [placed] },
    instantOf('2027-05-31'),
    'CRITICAL',
  ],
  ['the case closed', { ...turns, cases: [aFile({ closedAt: days(3) })] }, instantOf('2027-05-31'), null],
  [
    'the case closed, another open',
    { ...turns, cases: [aFile({ closedAt: days(3) }), aFile({ id: 'next', at: days(9) })] },
    instantOf('2027-05-31'),
    'CRITICAL',
  ],
  [
    'the case closed, once it left the centre',
    { ...turns, cases: [aFile({ closedAt: days(9) })], stays: [left] },
    instantOf('2027-05-31'),
    null,
  ],
  ['nobody knows when', { ...turns, turns18On: null }, instantOf('2027-05-31'), null],
] as const)('A35 %s', (_given, more, now, expected) => {
  expect(gravityAt(noTransitionPlan, aChild({ ...more, cases: [...more.cases] }), now)).toBe(expected)
})

test('A35 tells of no two children of one month which of them was born when', () => {
  const [first, last] = ['2027-06-01', '2027-06-30'].map((turns18On) =>
    coursesOf(noTransitionPlan, aChild({ turns18On, cases })),
  )
  const [next] = coursesOf(noTransitionPlan, aChild({ turns18On: '2027-07-01', cases }))

  expect(first).toEqual(last)
  expect(next?.since).not.toEqual(first?.[0]?.since)
})

test('A35 is of the child, in the state of its centre, and a case that is opened changes neither its subject nor its clock', () => {
  const inCentre = { turns18On: '2027-06-30', stays: [aStayIn('CASE', { state: '30' })] }
  const [before] = coursesOf(noTransitionPlan, aChild(inCentre))
  const [after] = coursesOf(noTransitionPlan, aChild({ ...inCentre, cases }))

  const ended = { leftAt: days(3), exitType: 'TRANSFER_TO_CAS' } as const
  const moved = [aStayIn('CASE', { state: '27', ...ended }), aStayIn('CASE', { id: 'next', at: days(4), state: '30' })]
  const ofMoved = coursesOf(noTransitionPlan, aChild({ ...inCentre, stays: moved }))

  expect(before).toMatchObject({ subject: 'child', state: '30', ending: null })
  expect(ofMoved).toMatchObject([{ subject: 'child', state: '30', ending: null }])
  expect(after).toMatchObject({
    subject: 'child',
    state: '07',
    since: before?.since,
    steps: before?.steps,
    ending: null,
  })
})
