/** What is told by the day of a find alone, of a child that was found at noon of it: it stands at the midnight before, and was after the find. */
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
  T0,
} from '../../../../../tests/support/builders/picture.ts'
import { handoverNotProven } from './handover-not-proven.ts'
import { noInitialEvaluation } from './no-initial-evaluation.ts'
import { notRepresented } from './not-represented.ts'
import { ppnnaNotNotified } from './ppnna-not-notified.ts'

const THAT_DAY = instantOf('2026-11-03')
const untold = { detections: [aFind({ ppnnaNotifiedAt: null, difNotifiedAt: null })] }
const inTheMorning = instantOf('2026-11-03', 9)

test.each([
  ['A03 the Procuraduría opened a case', ppnnaNotNotified, { cases: [aFile({ at: THAT_DAY })] }, null],
  ['A03 it was told, and opened one later', ppnnaNotNotified, { cases: [aFile({ notifiedAt: THAT_DAY })] }, null],
  ['A03 a case of the hours before', ppnnaNotNotified, { cases: [aFile({ at: inTheMorning })] }, 'CRITICAL'],
  ['A05 it came to a centre', handoverNotProven, { stays: [aStayIn('CASE', { at: THAT_DAY })] }, null],
  ['A05 it came to a family', handoverNotProven, { stays: [aStayIn('FAM_E', { at: THAT_DAY })] }, null],
  ['A05 it came to a station', handoverNotProven, { stays: [aStayIn('EM', { at: THAT_DAY })] }, 'RED'],
  [
    'A05 it had left a centre in the morning',
    handoverNotProven,
    { stays: [aStayIn('CASE', { at: THAT_DAY, leftAt: inTheMorning })] },
    'RED',
  ],
] as const)('%s', (_given, rule, more, expected) => {
  expect(gravityAt(rule, aChild({ ...untold, ...more }), days(5))).toBe(expected)
})

test.each([
  ['A03', ppnnaNotNotified],
  ['A05', handoverNotProven],
] as const)(
  '%s a child that came to a hospital, and to its family from there, all of that day, is owed nothing more',
  (_number, rule) => {
    const stay = aStayIn('HOSP', { at: THAT_DAY, leftAt: THAT_DAY, exitType: 'FAMILY_REINTEGRATION' })

    expect(gravityAt(rule, aChild({ ...untold, stays: [stay] }), days(5))).toBe(null)
  },
)

test('A03 a child that ran from a centre on the day of its find may have been found after that', () => {
  const stay = aStayIn('CASE', { at: days(-9), leftAt: THAT_DAY, exitType: 'CONTINUED_ROUTE' })

  expect(gravityAt(ppnnaNotNotified, aChild({ ...untold, stays: [stay] }), days(5))).toBe('CRITICAL')
})

test.each([
  ['interviewed', evidence({ interviewedAt: THAT_DAY }), 'CRITICAL'],
  ['its procedure decided', evidence({ procedureDecidedOn: '2026-11-03' }), 'CRITICAL'],
  ['interviewed in the morning, at an hour that is told', evidence({ interviewedAt: inTheMorning }), null],
  ['interviewed when it was found before', evidence({ detectionId: 'before', interviewedAt: THAT_DAY }), null],
] as const)('A07 %s', (_given, told, expected) => {
  expect(gravityAt(notRepresented, aChild({ evidence: [told] }), after(1))).toBe(expected)
})

test('A14 a child that was returned on the day of its find, and never evaluated, is critical since the find', () => {
  const child = aChild({ returns: [departed({ at: THAT_DAY })] })

  expect(coursesOf(noInitialEvaluation, child)).toMatchObject([{ subject: 'found', ending: null }])
  expect(gravityAt(noInitialEvaluation, child, T0)).toBe('CRITICAL')
})

test('A14 a return of the day on which a child was found again is that of the later find', () => {
  const detections = [aFind({ id: 'before', at: days(-20) }), aFind()]
  const stays = [aStayIn('CASE', { at: days(-20) })]
  const courses = coursesOf(noInitialEvaluation, aChild({ detections, stays, returns: [departed({ at: THAT_DAY })] }))

  expect(courses).toMatchObject([
    { subject: 'before', ending: { fact: 'new_detection' } },
    { subject: 'found', ending: null },
  ])
  expect(
    courses.map(({ steps }) => steps.filter(({ severity }) => severity === 'CRITICAL').map(({ at }) => at)),
  ).toEqual([[], [T0]])
})
