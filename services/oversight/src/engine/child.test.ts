/** Whether a child left Mexico after it was last found, whether anybody still owes it anything, and who saw its need first: in tables. */
import { instantOf } from '@vigia/law/mexican-time'
import { expect, test } from 'vitest'
import {
  aChild,
  aFile,
  aFind,
  aStayIn,
  days,
  departed,
  evidence,
  T0,
} from '../../../../tests/support/builders/picture.ts'
import { departure, earliest, isWithUs, latest, leftMexico } from './child.ts'
import { protectionNeed } from './protection-need.ts'

const again = aFind({ id: 'again', at: days(10) })
test.each([
  ['after the find', [departed()], [aFind()], days(9)],
  ['before the find of that day', [departed({ at: instantOf('2026-11-03', 11) })], [aFind()], null],
  [
    'on the day of the find, at an hour that nobody tells: not before it',
    [departed({ at: instantOf('2026-11-03') })],
    [aFind()],
    T0,
  ],
  ['on the day before, at an hour that nobody tells', [departed({ at: instantOf('2026-11-02') })], [aFind()], null],
  ['and was found again', [departed()], [aFind(), again], null],
  ['moved to another state', [departed({ returnType: 'TRANSFER' })], [aFind()], null],
  ['and nobody tells of a find', [departed()], [], days(9)],
] as const)('a child returned %s', (_how, returns, detections, at) => {
  expect(leftMexico(aChild({ returns, detections }))?.at ?? null).toEqual(at)
})

const ended = (at: Date, exitType: 'FAMILY_REINTEGRATION' | 'TRANSFER_TO_CAS' | null = 'FAMILY_REINTEGRATION') =>
  aStayIn('CASE', { leftAt: at, exitType })
const closed = (at: Date) => aFile({ closedAt: at })
test.each([
  ['in a stay', { stays: [aStayIn('CASE')] }, null, true],
  ['whose stay ended and whose file is open', { stays: [ended(days(3))], cases: [aFile()] }, null, true],
  ['whose file was closed and who is in a stay', { stays: [aStayIn('CASE')], cases: [closed(days(3))] }, null, true],
  ['whose stay ended', { stays: [ended(days(3))] }, days(3), false],
  ['whose file was closed', { cases: [closed(days(3))] }, days(3), false],
  ['whose file was closed after its stay', { stays: [ended(days(3))], cases: [closed(days(5))] }, days(5), false],
  ['whose stay ended after its file', { stays: [ended(days(5))], cases: [closed(days(3))] }, days(5), false],
  ['handed on from its last stay', { stays: [ended(days(3), 'TRANSFER_TO_CAS')] }, null, true],
  ['who left its last stay, nobody tells how', { stays: [ended(days(3), null)] }, null, true],
  [
    'handed on from its last stay, whose file was closed since',
    { stays: [ended(days(3), 'TRANSFER_TO_CAS')], cases: [closed(days(5))] },
    days(5),
    false,
  ],
  [
    'handed on once, and let go from the next stay',
    { stays: [{ ...ended(days(3), 'TRANSFER_TO_CAS'), id: 'first' }, ended(days(5))] },
    days(5),
    false,
  ],
  ['whose stay ended when it was found', { stays: [ended(T0)] }, T0, false],
  ['found again since', { stays: [ended(days(3))], detections: [aFind(), again] }, null, false],
  ['of whom nothing else is told', {}, null, false],
] as const)('of a child %s', (_what, more, departedAt, isHere) => {
  const child = aChild({ ...more })

  expect(departure(child)?.at ?? null).toEqual(departedAt)
  expect(isWithUs(child)).toBe(isHere)
})

const claim = { id: 'claim', at: days(5), status: 'FILED', statusOn: null, notifiedOn: null } as const
test.each([
  ['nobody', {}, null],
  ['nobody, as INM says', { evidence: [evidence({ need: 'NOT_SEEN' })] }, null],
  ['nobody, as DIF found', { evidence: [evidence({ need: 'RULED_OUT' })] }, null],
  ['INM, of its detection', { evidence: [evidence({ need: 'SEEN' })] }, { id: 'found', at: T0 }],
  ['DIF', { evidence: [evidence({ need: 'SEEN' })] }, { id: 'found', at: T0 }],
  ['the child, who has claimed', { claims: [claim] }, { id: 'claim', at: days(5) }],
  [
    'the child, before it was found again',
    {
      claims: [claim],
      evidence: [evidence({ detectionId: 'again', need: 'SEEN' })],
      detections: [aFind(), again],
    },
    { id: 'claim', at: days(5) },
  ],
] as const)('its need of protection was seen first by %s', (_whom, more, seen) => {
  expect(protectionNeed(aChild({ ...more }))).toEqual(seen === null ? null : expect.objectContaining(seen))
})

test('of facts at one instant the first is that of the lesser id, in whatever order they are told', () => {
  const [a, b] = [
    { id: 'a', at: T0 },
    { id: 'b', at: T0 },
  ]

  expect([earliest([a, b]), earliest([b, a])]).toEqual([a, a])
  expect([latest([a, b]), latest([b, a])]).toEqual([b, b])
})
