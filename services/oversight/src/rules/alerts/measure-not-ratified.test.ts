/** A13, the ruling of the judge: until when it is owed. */
import { expect, test } from 'vitest'
import {
  aChild,
  aFile,
  aFind,
  after,
  aStayIn,
  coursesOf,
  departed,
  gravityAt,
  T0,
} from '../../../../../tests/support/builders/picture.ts'
import type { ChildPicture } from '../../engine/child.ts'
import { measureNotRatified } from './measure-not-ratified.ts'

const MEASURE = { id: 'm', at: T0, stayId: 'stay', orderedAt: T0, requestedAt: null, ratifiedAt: null }
const under = (differences: Partial<ChildPicture>) => aChild({ cases: [aFile()], measures: [MEASURE], ...differences })
const left = (hours: number, exitType: 'FAMILY_REINTEGRATION' | 'TRANSFER_TO_CAS' | null) =>
  aStayIn('CASE', { leftAt: after(hours), exitType })
const next = (hours: number, more = {}) => aStayIn('CASM', { id: 'next', at: after(hours), ...more })
const [HOME, MOVED] = ['FAMILY_REINTEGRATION', 'TRANSFER_TO_CAS'] as const

test.each([
  ['is there', under({ stays: [aStayIn('CASE')] }), 'RED'],
  ['went home', under({ stays: [left(40, HOME)] }), null],
  ['was moved on, to where nobody has told', under({ stays: [left(40, MOVED)] }), 'RED'],
  ['left, nobody tells how', under({ stays: [left(40, null)] }), 'RED'],
  ['was moved to another centre, and is there', under({ stays: [left(40, MOVED), next(41)] }), 'RED'],
  [
    'was moved, and went home',
    under({ stays: [left(40, MOVED), next(41, { leftAt: after(60), exitType: HOME })] }),
    null,
  ],
  ['went home, and came to a centre later', under({ stays: [left(40, HOME), next(60)] }), null],
  [
    'was moved, and is in a centre since it was found again',
    under({ stays: [left(40, MOVED), next(80)], detections: [aFind(), aFind({ id: 'again', at: after(70) })] }),
    null,
  ],
  [
    'was moved, and was found again',
    under({ stays: [left(40, MOVED)], detections: [aFind(), aFind({ id: 'again', at: after(70) })] }),
    null,
  ],
  [
    'was moved within one instant, and is there',
    under({ stays: [left(40, MOVED), next(40, { leftAt: after(40), exitType: MOVED }), next(40, { id: 'third' })] }),
    'RED',
  ],
  ['was returned', under({ stays: [aStayIn('CASE')], returns: [departed({ at: after(90) })] }), null],
  ['was moved, and was returned', under({ stays: [left(40, MOVED)], returns: [departed({ at: after(90) })] }), null],
] as const)('of a child who %s', (_what, child, expected) => {
  expect(gravityAt(measureNotRatified, child, after(100))).toBe(expected)
})

test('it stands until then, and ends by the exit; where the judge ruled before, by that', () => {
  const gone = under({ stays: [left(40, HOME)] })
  expect(gravityAt(measureNotRatified, gone, after(39))).toBe('RED')
  expect(coursesOf(measureNotRatified, gone)).toMatchObject([{ ending: { fact: 'stay', id: 'stay', at: after(40) } }])

  const ruled = under({ stays: [left(40, HOME)], measures: [{ ...MEASURE, ratifiedAt: after(30) }] })
  expect(coursesOf(measureNotRatified, ruled)).toMatchObject([{ ending: { fact: 'urgent_measure', at: after(30) } }])
})
