/** The status of a child who is here, and what proves it: A10, A11. */
import { instantOf } from '@vigia/law/mexican-time'
import { expect, test } from 'vitest'
import {
  aChild,
  after,
  aStayIn,
  coursesOf,
  days,
  gravityAt,
  T0,
} from '../../../../../tests/support/builders/picture.ts'
import type { ChildPicture } from '../../engine/child.ts'
import { noHumanitarianStatus } from './no-humanitarian-status.ts'
import { statusWithoutCard } from './status-without-card.ts'

const here = { stays: [aStayIn('CASE')] }
const card: ChildPicture['documents'][number] = {
  ...{ id: 'card', at: T0, document: 'HUMANITARIAN_VISITOR', status: 'CARD_ISSUED', grantedOn: null, issuedOn: null },
  ...{ holder: 'CHILD', retainedOn: null, geographicRestriction: false, boundToldAt: null, curpAssigned: 'TEMPORARY' },
  ...{ expiresOn: null, toldAt: T0, expiredToldAt: null },
}
test.each([
  ['none, 24 hours', here, after(24), 'AMBER'],
  ['none, 5 working days', here, instantOf('2026-11-11'), 'RED'],
  // The 20th is a holiday: the twentieth working day is Wednesday 2 December.
  ['none, on the 20th working day', here, instantOf('2026-12-02', 12), 'RED'],
  ['none, after it', here, instantOf('2026-12-03'), 'CRITICAL'],
  ['granted', { ...here, documents: [card] }, days(60), null],
  ['asked for', { ...here, documents: [{ ...card, status: 'REQUESTED' }] }, after(24), 'AMBER'],
  ['denied', { ...here, documents: [{ ...card, status: 'DENIED' }] }, after(24), 'AMBER'],
  ...(['TEMPORARY_RESIDENT', 'STUDENT_RESIDENT', 'PERMANENT_RESIDENT', 'MEXICAN'] as const).map(
    (document) => [document, { ...here, documents: [{ ...card, document }] }, days(60), null] as const,
  ),
  ['a letter to leave', { ...here, documents: [{ ...card, document: 'EXIT_LETTER' }] }, after(24), 'AMBER'],
  ['nobody knows where the child is', {}, days(60), null],
] as const)('A10 %s', (_given, more, now, expected) => {
  expect(gravityAt(noHumanitarianStatus, aChild({ ...more }), now)).toBe(expected)
})

const [kept, bound] = [
  { holder: 'CAS_OR_DIF', boundToldAt: days(40) },
  { geographicRestriction: true, boundToldAt: days(40) },
] as const
test.each([
  ['complete', card, days(60), null],
  ['no card, 5 working days', { ...card, status: 'GRANTED_WITHOUT_CARD' }, instantOf('2026-11-11'), 'AMBER'],
  ['no CURP, 20 working days', { ...card, curpAssigned: null }, instantOf('2026-12-03'), 'RED'],
  ['kept by the centre since the 10th, before', { ...card, ...kept, retainedOn: '2026-11-10' }, days(6), null],
  ['kept by the centre since the 10th, then', { ...card, ...kept, retainedOn: '2026-11-10' }, days(7), 'CRITICAL'],
  ['kept since before it was granted, before that', { ...card, ...kept, retainedOn: '2026-10-20' }, days(-1), null],
  ['kept since before it was granted, from then on', { ...card, ...kept, retainedOn: '2026-10-20' }, T0, 'CRITICAL'],
  ['kept by the centre, before anybody told', { ...card, ...kept }, days(39), null],
  ['kept by the centre, once somebody told', { ...card, ...kept }, days(40), 'CRITICAL'],
  ['bound to a territory, before anybody told', { ...card, ...bound }, days(39), null],
  ['bound to a territory, once somebody told', { ...card, ...bound }, days(40), 'CRITICAL'],
  ['kept by the family', { ...card, holder: 'FAMILY' }, days(60), null],
  ['asked for alone', { ...card, status: 'REQUESTED', curpAssigned: null }, days(60), null],
  ['denied', { ...card, status: 'DENIED', curpAssigned: null }, days(60), null],
  ['a definitive CURP', { ...card, curpAssigned: 'DEFINITIVE' }, days(60), null],
  ['expired, its card told of', { ...card, status: 'EXPIRED', issuedOn: '2026-11-04' }, days(60), null],
  ['another document', { ...card, document: 'EXIT_LETTER', status: 'GRANTED_WITHOUT_CARD' }, days(60), null],
] as const)('A11 %s', (_given, document, now, expected) => {
  expect(gravityAt(statusWithoutCard, aChild({ documents: [document] }), now)).toBe(expected)
})

test('A11 is over by a card of which nobody tells when it became whole, or was given back', () => {
  expect(coursesOf(statusWithoutCard, aChild({ documents: [card] }))).toMatchObject([
    { since: T0, steps: [], proof: { fact: 'migration_document', id: 'card', at: null } },
  ])
})

const until = (expiresOn: string | null, differences: Partial<typeof card> = {}) => ({
  ...card,
  expiresOn,
  ...differences,
})
test.each([
  // Of Tuesday 10: over with that day; 24 hours after it is Thursday 12.
  ['on its last day', [until('2026-11-10')], instantOf('2026-11-10', 23), null],
  ['24 hours after it', [until('2026-11-10')], instantOf('2026-11-12'), 'AMBER'],
  ['5 working days after it', [until('2026-11-10')], instantOf('2026-11-19'), 'RED'],
  ['and is being renewed', [until('2026-11-10', { status: 'IN_RENEWAL' })], days(60), null],
  [
    'and another does',
    [until('2026-11-10'), until(null, { id: 'other', document: 'PERMANENT_RESIDENT' })],
    days(60),
    null,
  ],
  ['and another was granted since', [until('2026-11-10'), until(null, { id: 'next', at: days(20) })], days(60), null],
  [
    'and another was granted since, before',
    [until('2026-11-10'), until(null, { id: 'next', at: days(20) })],
    days(19),
    'RED',
  ],
  ['long before the child was found', [until('2026-01-10', { at: days(-300) })], after(24), 'AMBER'],
  [
    'on a day that nobody tells, before anybody told',
    [until(null, { status: 'EXPIRED', toldAt: days(30), expiredToldAt: days(9) })],
    days(9.9),
    null,
  ],
  [
    'on a day that nobody tells, then, whatever else was told since',
    [until(null, { status: 'EXPIRED', toldAt: days(30), expiredToldAt: days(9) })],
    days(10),
    'AMBER',
  ],
] as const)('A10 of a document that expired %s', (_given, documents, now, expected) => {
  expect(gravityAt(noHumanitarianStatus, aChild({ ...here, documents: [...documents] }), now)).toBe(expected)
})

test('A10 of a document that expired is an alert of its own', () => {
  expect(coursesOf(noHumanitarianStatus, aChild({ ...here, documents: [until('2026-11-10')] }))).toMatchObject([
    { subject: 'found', ending: { id: 'card' } },
    { subject: 'found/EXPIRED/card', since: instantOf('2026-11-11'), ending: null },
  ])
})

test('A10 of a document that expired is over by the next, and each that expires is another alert', () => {
  const next = until('2026-11-25', { id: 'next', at: instantOf('2026-11-20') })

  expect(coursesOf(noHumanitarianStatus, aChild({ ...here, documents: [until('2026-11-10'), next] }))).toMatchObject([
    { subject: 'found', ending: { id: 'card' } },
    { subject: 'found/EXPIRED/card', ending: { id: 'next', at: instantOf('2026-11-20') } },
    { subject: 'found/EXPIRED/next', since: instantOf('2026-11-26'), ending: null },
  ])
})

const left = aStayIn('CASE', { leftAt: days(3), exitType: 'FAMILY_REINTEGRATION' })
test.each([
  ['of whom nobody tells where it is', {}, null],
  ['who had left before', { stays: [left] }, null],
  ['who was handed on from the last place', { stays: [{ ...left, exitType: 'TRANSFER_TO_CAS' as const }] }, 'CRITICAL'],
] as const)('A10 of a document that expired, of a child %s', (_given, more, expected) => {
  const child = aChild({ ...more, documents: [until('2026-11-10')] })

  expect(gravityAt(noHumanitarianStatus, child, days(60))).toBe(expected)
})

test('A10 of a document that expired ends when the child leaves', () => {
  const away = { stays: [{ ...left, leftAt: days(20) }] }

  expect(coursesOf(noHumanitarianStatus, aChild({ ...away, documents: [until('2026-11-10')] }))).toMatchObject([
    { subject: 'found' },
    { subject: 'found/EXPIRED/card', since: instantOf('2026-11-11'), ending: { fact: 'stay', at: days(20) } },
  ])
})

const uncarded = until('2026-12-31', { status: 'GRANTED_WITHOUT_CARD' })
const next = until('2027-12-31', { id: 'next', at: days(40) })
test.each([
  ['while it holds', [uncarded], days(50), 'RED'],
  ['once it has expired', [uncarded], instantOf('2027-01-01'), null],
  ['while it is being renewed', [{ ...uncarded, status: 'IN_RENEWAL' }], instantOf('2027-01-01'), 'RED'],
  ['once another was granted', [uncarded, next], days(40), null],
  ['once a residence was', [uncarded, { ...next, document: 'PERMANENT_RESIDENT' }], days(40), null],
  ['though another was asked for', [uncarded, { ...next, status: 'REQUESTED' }], days(50), 'RED'],
  ['though a letter to leave was given', [uncarded, { ...next, document: 'EXIT_LETTER' }], days(50), 'RED'],
  ['kept by the centre, once it has expired', [{ ...uncarded, ...kept }], instantOf('2027-01-01'), null],
  ['of the next, which has none either', [uncarded, { ...next, curpAssigned: null }], days(60), 'AMBER'],
] as const)('A11 the card of a status %s', (_given, documents, now, expected) => {
  expect(gravityAt(statusWithoutCard, aChild({ ...here, documents: [...documents] }), now)).toBe(expected)
})
