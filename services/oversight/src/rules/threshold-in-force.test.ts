import { nameOfBasis } from '@vigia/law/bases'
import { addHours } from '@vigia/law/durations'
import { instantOf } from '@vigia/law/mexican-time'
import { expect, test } from 'vitest'
import { aChild, aFind, aPlace, departed } from '../../../../tests/support/builders/picture.ts'
import { judge } from '../engine/judge.ts'
import { caseNotProcessed } from './alerts/case-not-processed.ts'
import { fastReturn } from './alerts/fast-return.ts'
import { overcrowded } from './alerts/overcrowded.ts'
import {
  type ChangedThreshold,
  thresholdsInForce,
  thresholdsOverTime,
  wouldBeOutOfOrder,
} from './threshold-in-force.ts'

const change = (id: string, more: Partial<ChangedThreshold>): ChangedThreshold => ({
  ...{ id, kind: 'CASE_NOT_PROCESSED', step: 0, state: null, amount: 12, effectiveOn: '2026-11-01' },
  setAt: instantOf('2026-10-01'),
  ...more,
})
const first = (changes: ChangedThreshold[], day = '2026-11-03') =>
  thresholdsInForce(changes, day).nation('CASE_NOT_PROCESSED')[0]?.amount
const inChiapas = (changes: ChangedThreshold[]) =>
  thresholdsInForce(changes, '2026-11-03').states('CASE_NOT_PROCESSED').get('07')?.[0]?.amount

test.each([
  ['none', [], 24],
  ['one in force', [change('a', {})], 12],
  ['one of tomorrow', [change('a', { effectiveOn: '2026-11-04' })], 24],
  ['one of today', [change('a', { effectiveOn: '2026-11-03' })], 12],
  ['two, the later one counts', [change('a', { effectiveOn: '2026-11-02', amount: 6 }), change('b', {})], 6],
  ['two of one day, the one set last', [change('a', { amount: 6 }), change('b', { amount: 8 })], 8],
  ['of another kind', [change('a', { kind: 'LONG_STAY' })], 24],
  ['of another step', [change('a', { step: 1 })], 24],
  ['of a state', [change('a', { state: '07' })], 24],
])('nationwide, given %s', (_given, changes, amount) => {
  expect(first(changes)).toBe(amount)
})

test.each([
  [
    'its own before the nation’s',
    [change('a', { state: '07', amount: 6 }), change('b', { effectiveOn: '2026-11-02' })],
    6,
  ],
  ['the nation’s for other steps', [change('a', { state: '07', step: 1 }), change('b', { amount: 9 })], 9],
  ['nothing of its own', [change('a', {})], undefined],
])('in a state: %s', (_given, changes, amount) => {
  expect(inChiapas(changes)).toBe(amount)
})

test('a threshold that was set rests on who set it, and the others on what they rested on', () => {
  const changes = [change('a', { kind: 'HELD_WITHOUT_LEGAL_BASIS', step: 2, amount: 24 })]
  const steps = thresholdsInForce(changes, '2026-11-03').nation('HELD_WITHOUT_LEGAL_BASIS')

  expect(steps.map(({ basis }) => nameOfBasis(basis))).toEqual([
    ...['HELD_TOO_LONG_STEPS', 'HELD_TOO_LONG_STEPS', 'SET_BY_THE_SECRETARY'],
  ])
})

test('what was set looser before it was known that a law sets the term counts for nothing', () => {
  const changes = [change('a', { kind: 'UNSAFE_RETURN', amount: 48 })]

  expect(thresholdsInForce(changes, '2026-11-03').nation('UNSAFE_RETURN')[0]?.amount).toBe(0)
})

const wanted = (more: Partial<ChangedThreshold>) =>
  ({
    ...change('wanted', { step: 0, amount: 24, effectiveOn: '2026-12-01', ...more }),
    kind: 'CASE_NOT_PROCESSED',
  }) as const
test.each([
  // Amber at 24 hours, red at 72, critical after 5 working days.
  ['amber as late as red', [], wanted({ amount: 72 }), false],
  ['amber later than red', [], wanted({ amount: 73 }), true],
  ['red before amber', [], wanted({ step: 1, amount: 23 }), true],
  ['red later than critical may be', [], wanted({ step: 1, amount: 121 }), true],
  ['critical before red', [], wanted({ step: 2, amount: 2 }), true],
  [
    'amber later than the red of a state',
    [change('a', { state: '07', step: 1, amount: 30 })],
    wanted({ amount: 40 }),
    true,
  ],
  [
    'amber of another state',
    [change('a', { state: '07', step: 1, amount: 30 })],
    wanted({ state: '30', amount: 40 }),
    false,
  ],
  ['amber of a state later than the red of the nation', [], wanted({ state: '07', amount: 73 }), true],
  [
    'amber of a state later than its own red',
    [change('a', { state: '07', step: 1, amount: 30 })],
    wanted({ state: '07', amount: 40 }),
    true,
  ],
  [
    'amber of a state whose own red is later than that of the nation',
    [change('a', { state: '07', step: 1, amount: 100 })],
    wanted({ state: '07', amount: 90 }),
    false,
  ],
  [
    'amber later than a red that will have been replaced by then',
    [
      change('a', { step: 1, amount: 30, effectiveOn: '2026-10-01' }),
      change('b', { step: 1, amount: 72, effectiveOn: '2026-11-20' }),
    ],
    wanted({ amount: 40 }),
    false,
  ],
  [
    'amber later than the red of a later day',
    [change('a', { step: 1, amount: 30, effectiveOn: '2027-01-01' })],
    wanted({ amount: 40 }),
    true,
  ],
] as const)('steps stay in their order: %s', (_wish, changes, wish, isRefused) => {
  expect(wouldBeOutOfOrder([...changes], wish)).toBe(isRefused)
})

/** Noon of 3 November; a file of the Procuraduría ends it, where there is one, at the hour given. */
const [notice, morning] = [instantOf('2026-11-03', 12), instantOf('2026-11-04')]
const notified = (openedAfter: number | null) =>
  aChild({
    detections: [aFind({ at: notice, ppnnaNotifiedAt: notice })],
    cases:
      openedAfter === null
        ? []
        : [
            {
              id: 'case',
              at: addHours(notice, openedAfter),
              state: '07',
              notifiedAt: null,
              closedAt: null,
              transitionPlanOn: null,
            },
          ],
  })
const looser = { amount: 48, effectiveOn: '2026-11-04' }
const stricter = { amount: 6, effectiveOn: '2026-11-04' }
const SET = 'SET_BY_THE_SECRETARY'

// By its own: amber at 24 hours, red at 72.
test.each([
  [
    'a looser one of later, before amber was reached',
    [{ ...looser, effectiveOn: '2026-11-06' }],
    30,
    24,
    'BACKLOG_STEPS',
  ],
  ['a looser one of before amber was reached', [looser], 30, null, null],
  ['the same, once it is reached', [looser], 48, 48, SET],
  [
    'a looser one of the next day, for what was reached',
    [{ ...looser, effectiveOn: '2026-11-05' }],
    40,
    24,
    'BACKLOG_STEPS',
  ],
  [
    'a looser one set on the day on which it was reached, later',
    [{ ...looser, setAt: addHours(notice, 25) }],
    30,
    24,
    'BACKLOG_STEPS',
  ],
  ['a looser one set on that day, before', [{ ...looser, setAt: addHours(notice, 23) }], 30, null, null],
  ['a stricter one of the next morning, before it', [stricter], 11, null, null],
  ['a stricter one by which it would have been reached, from its morning on', [stricter], 12, 12, SET],
  ['one that was set back again', [{ amount: 6 }, { ...looser, amount: 24 }], 13, 6, SET],
] as const)('the threshold in force when a step is reached decides: %s', (_given, set, hours, reachedAfter, basis) => {
  const inForce = thresholdsOverTime(set.map((more, i) => change(`${i}`, more)))
  const [alert] = judge([caseNotProcessed], notified(null), inForce, addHours(notice, hours)).open

  expect(alert && [alert.severity, alert.reachedAt, alert.restsOn]).toEqual(
    reachedAfter === null ? undefined : ['AMBER', addHours(notice, reachedAfter), basis],
  )
})

test('of what was over before its file came, nothing is raised by what was set since, and nothing is left out', () => {
  const late = (set: object) =>
    judge([caseNotProcessed], notified(30), thresholdsOverTime([change('a', set)]), instantOf('2026-11-20')).late.length

  expect([late({ amount: 48, effectiveOn: '2026-11-15' }), late({ amount: 48, effectiveOn: '2026-11-04' })]).toEqual([
    1, 0,
  ])
})

test.each([
  ['amber set higher, for a place that was full enough before', { amount: 95, effectiveOn: '2026-11-04' }, 'AMBER'],
  ['amber set higher from before', { amount: 95, effectiveOn: '2026-11-03' }, null],
  [
    'amber set lower, for a place that was not full enough',
    { step: 0, amount: 80, effectiveOn: '2026-11-04' },
    'AMBER',
  ],
] as const)('of a place that is full by so much: %s', (_given, set, expected) => {
  const entries = Array.from({ length: 9 }, () => notice)
  const inForce = thresholdsOverTime([change('a', { kind: 'OVERCROWDED', ...set })])
  const [alert] = judge([overcrowded], aPlace({ entries }), inForce, addHours(morning, 1)).open

  expect(alert?.severity ?? null).toBe(expected)
})

test.each([
  ['of before the departure', '2026-11-03', 1],
  ['of after it', '2026-11-10', 0],
] as const)(
  'how many hours make a return fast is what was in force at the departure: one %s',
  (_when, effectiveOn, open) => {
    const inForce = thresholdsOverTime([change('a', { kind: 'FAST_RETURN', amount: 120, effectiveOn })])
    const child = aChild({ detections: [aFind({ at: notice })], returns: [departed({ at: addHours(notice, 100) })] })

    expect(judge([fastReturn], child, inForce, instantOf('2026-11-20')).open).toHaveLength(open)
  },
)
