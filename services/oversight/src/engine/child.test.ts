/** Whether a child left Mexico after it was last found, in a table. */
import { instantOf } from '@vigia/law/mexican-time'
import { expect, test } from 'vitest'
import { aChild, aFind, days, departed, T0 } from '../../../../tests/support/builders/picture.ts'
import { leftMexico } from './child.ts'

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
