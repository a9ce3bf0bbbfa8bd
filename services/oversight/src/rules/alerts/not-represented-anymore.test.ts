/** A07 of a child whom whoever represented it represents no more: each time an alert of its own, until all that is owed is there again. */
import { expect, test } from 'vitest'
import {
  aChild,
  aStayIn,
  coursesOf,
  days,
  decided,
  gravityAt,
  represented,
  T0,
} from '../../../../../tests/support/builders/picture.ts'
import { notRepresented } from './not-represented.ts'

const here = { stays: [aStayIn('CASE')] }
const until = (endedAt: Date) => represented('SUBSTITUTE', { endedAt })
test.each([
  ['23 hours later', { ...here, representations: [until(days(2))] }, days(2.9), null],
  ['24 hours later', { ...here, representations: [until(days(2))] }, days(3), 'AMBER'],
  ['72 hours later', { ...here, representations: [until(days(2))] }, days(5), 'RED'],
  [
    'and something was decided since',
    { ...here, representations: [until(days(2))], determinations: [decided()] },
    days(5),
    'CRITICAL',
  ],
  [
    'and somebody came in its place',
    { ...here, representations: [until(days(2)), represented('SUBSTITUTE', { id: 'next', at: days(4) })] },
    days(5),
    null,
  ],
  [
    'and somebody else served already',
    { ...here, representations: [until(days(2)), represented('SUBSTITUTE', { id: 'next', at: days(1) })] },
    days(5),
    null,
  ],
  [
    'and a lawyer alone is left',
    { ...here, representations: [until(days(2)), represented('PRO_BONO', { id: 'next' })] },
    days(5),
    'RED',
  ],
  [
    'with the file, as the child was handed to its family',
    {
      stays: [aStayIn('CASE', { leftAt: days(2), exitType: 'FAMILY_REINTEGRATION' })],
      representations: [until(days(2))],
    },
    days(5),
    null,
  ],
] as const)('A07 whose representation ended, %s', (_given, more, now, expected) => {
  expect(gravityAt(notRepresented, aChild({ ...more }), now)).toBe(expected)
})

test('A07 that lapsed is an alert of its own, and the first stays over by whom it was', () => {
  const courses = coursesOf(notRepresented, aChild({ ...here, representations: [until(days(2))] }))

  expect(courses).toMatchObject([
    { subject: 'found', since: T0, ending: { fact: 'representation', id: 'by', at: T0 } },
    { subject: 'found/LAPSED/by', since: days(2), ending: null },
  ])
})

const lawyer = represented('PRO_BONO', { id: 'lawyer', endedAt: days(6) })
test.each([
  ['a lawyer, of whom nothing is owed', [until(days(2)), lawyer], 'found/LAPSED/by', days(2)],
  [
    'the other of two who are owed',
    [represented('GUARDIAN', { endedAt: days(2) }), represented('ADJUNCT', { id: 'beside', endedAt: days(6) })],
    'found/LAPSED/by',
    days(2),
  ],
  [
    'one who came too late to serve beside the other',
    [
      represented('GUARDIAN', { endedAt: days(2) }),
      represented('ADJUNCT', { id: 'beside', endedAt: days(3) }),
      represented('ADJUNCT', { id: 'later', at: days(5), endedAt: days(6) }),
    ],
    'found/LAPSED/by',
    days(2),
  ],
] as const)('A07 that lapsed goes on whatever ends since: %s', (_given, representations, subject, since) => {
  const [, ...lapses] = coursesOf(notRepresented, aChild({ ...here, representations }))

  expect(lapses).toMatchObject([{ subject, since, ending: null }])
})

test('A07 that lapsed is over once all that is owed is there again, and lapses anew as another alert', () => {
  const again = represented('SUBSTITUTE', { id: 'again', at: days(4), endedAt: days(7) })
  const last = represented('SUBSTITUTE', { id: 'last', at: days(9) })
  const courses = coursesOf(notRepresented, aChild({ ...here, representations: [until(days(2)), again, last] }))

  expect(courses).toMatchObject([
    { subject: 'found', ending: { id: 'by', at: T0 } },
    { subject: 'found/LAPSED/by', since: days(2), ending: { id: 'again', at: days(4) } },
    { subject: 'found/LAPSED/again', since: days(7), ending: { id: 'last', at: days(9) } },
  ])
})

test('A07 is not over by two of whom one had gone when the other came', () => {
  const apart = [represented('GUARDIAN', { endedAt: days(2) }), represented('ADJUNCT', { id: 'late', at: days(3) })]

  expect(coursesOf(notRepresented, aChild({ ...here, representations: apart }))).toMatchObject([
    { subject: 'found', since: T0, ending: null },
  ])
})
