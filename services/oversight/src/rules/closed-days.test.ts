/** Terms of working days by the calendar of their authority, beside thresholds that were set for a state. */
import { instantOf } from '@vigia/law/mexican-time'
import { STATE_CODES } from '@vigia/law/states'
import type { WorkSuspension } from '@vigia/law/work-suspensions'
import { expect, test } from 'vitest'
import { aChild, aFind } from '../../../../tests/support/builders/picture.ts'
import { type Judgement, judge } from '../engine/judge.ts'
import { caseNotProcessed } from './alerts/case-not-processed.ts'
import { byCalendars } from './closed-days.ts'
import { type ChangedThreshold, thresholdsOverTime } from './threshold-in-force.ts'

/** Told of on a Monday: the five working days are Tuesday 10 to Friday 13 and Monday 16. Friday 20 is none. */
const TOLD = instantOf('2026-11-09', 12)
const toldIn = (state: string) => aChild({ state, detections: [aFind({ at: TOLD, state, ppnnaNotifiedAt: TOLD })] })
const suspended = (differences: Partial<WorkSuspension> = {}): WorkSuspension => ({
  ...{ id: 'a', authority: 'PPNNA', state: '07', from: '2026-11-12', until: '2026-11-13' },
  ...differences,
})
const set: ChangedThreshold = {
  ...{ id: 'set', kind: 'CASE_NOT_PROCESSED', step: 2, state: '07', amount: 4 },
  ...{ effectiveOn: '2026-01-01', setAt: instantOf('2026-01-01') },
}

function judged(
  state: string,
  suspensions: readonly WorkSuspension[],
  now: Date,
  changes: readonly ChangedThreshold[] = [],
): Judgement {
  return judge([caseNotProcessed], toldIn(state), byCalendars(thresholdsOverTime(changes), suspensions), now)
}
const gravity = (...of: Parameters<typeof judged>) => judged(...of).open[0]?.severity

test.each([
  ['no suspension', '07', [], '2026-11-17', 'CRITICAL'],
  ['a suspension of two of its days', '07', [suspended()], '2026-11-18', 'RED'],
  ['the same, once the term is over', '07', [suspended()], '2026-11-19', 'CRITICAL'],
  ['the same twice: a day is left out once', '07', [suspended(), suspended({ id: 'b' })], '2026-11-19', 'CRITICAL'],
  ['one of another state', '30', [suspended()], '2026-11-17', 'CRITICAL'],
  ['one of COMAR', '07', [suspended({ authority: 'COMAR', state: null })], '2026-11-17', 'CRITICAL'],
] as const)('given %s', (_what, state, suspensions, day, expected) => {
  expect(gravity(state, suspensions, instantOf(day))).toBe(expected)
})

test('given a threshold was set for the state as well, its days run by the calendar too', () => {
  expect(gravity('07', [], instantOf('2026-11-14'), [set])).toBe('CRITICAL')
  expect(gravity('07', [suspended()], instantOf('2026-11-17'), [set])).toBe('RED')
  expect(gravity('07', [suspended()], instantOf('2026-11-18'), [set])).toBe('CRITICAL')
})

test('hours run on, whoever has suspended its work, and the next clock is that of the term as it is now', () => {
  const all = suspended({ from: '2026-11-10', until: '2026-11-13' })

  expect(gravity('07', [all], instantOf('2026-11-10', 13))).toBe('AMBER')
  expect(judged('07', [all], instantOf('2026-11-13')).next).toEqual(instantOf('2026-11-24'))
})

test('given every state has suspended the work of its Procuraduría, a child is judged by the calendars of its own states alone', () => {
  const everywhere = byCalendars(
    thresholdsOverTime([]),
    STATE_CODES.map((state) => suspended({ id: state, state })),
  )
  let times = 0
  const counted: typeof caseNotProcessed = {
    ...caseNotProcessed,
    courses: (child, thresholds) => {
      times += 1
      return caseNotProcessed.courses(child, thresholds)
    },
  }
  const { open } = judge([counted], toldIn('07'), everywhere, instantOf('2026-11-18'))

  expect(open.map(({ severity }) => severity)).toEqual(['RED'])
  expect(times).toBe(2)
})
