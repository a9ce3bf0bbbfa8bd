/** What was set of a threshold and is taken back from a day on: from then on what holds is what would hold without it. */
import { nameOfBasis } from '@vigia/law/bases'
import { addHours } from '@vigia/law/durations'
import { instantOf } from '@vigia/law/mexican-time'
import { expect, test } from 'vitest'
import { aChild, aFind } from '../../../../tests/support/builders/picture.ts'
import { judge } from '../engine/judge.ts'
import { caseNotProcessed } from './alerts/case-not-processed.ts'
import {
  type ChangedThreshold,
  isSetOn,
  thresholdsInForce,
  thresholdsOverTime,
  wouldBeOutOfOrder,
} from './threshold-in-force.ts'

const KIND = 'CASE_NOT_PROCESSED'
/** Amber at 24 hours, red at 72. */
const change = (id: string, more: Partial<ChangedThreshold>): ChangedThreshold => ({
  ...{ id, kind: KIND, step: 0, state: null, amount: 12, effectiveOn: '2026-11-01' },
  setAt: instantOf('2026-10-01'),
  ...more,
})
const [OF_CHIAPAS, TOMORROW] = [{ state: '07' }, { effectiveOn: '2026-11-04' }] as const
const BACK = { amount: null }

test.each([
  ['the nation’s', [change('a', {}), change('b', BACK)], 24, 24],
  ['the nation’s from tomorrow on', [change('a', {}), change('b', { ...BACK, ...TOMORROW })], 12, 12],
  ['what was set again since', [change('a', BACK), change('b', { amount: 9 })], 9, 9],
  ['the state’s', [change('a', OF_CHIAPAS), change('b', { ...OF_CHIAPAS, ...BACK })], 24, 24],
  [
    'the state’s, the nation’s set',
    [change('a', OF_CHIAPAS), change('b', { amount: 9 }), change('c', { ...OF_CHIAPAS, ...BACK })],
    9,
    9,
  ],
  ['the nation’s, the state’s set', [change('a', OF_CHIAPAS), change('b', { amount: 9 }), change('c', BACK)], 24, 12],
] as const)('taken back: %s', (_what, changes, ofNation, ofState) => {
  const inForce = thresholdsInForce(changes, '2026-11-03')
  const here = inForce.states(KIND).get('07') ?? inForce.nation(KIND)

  expect([inForce.nation(KIND)[0]?.amount, here[0]?.amount]).toEqual([ofNation, ofState])
})

test('it rests on what it rested on before', () => {
  const [step] = thresholdsInForce([change('a', {}), change('b', BACK)], '2026-11-03').nation(KIND)

  expect(step && nameOfBasis(step.basis)).toBe('BACKLOG_STEPS')
})

test.each([
  ['set there by then', {}, true],
  ['set for a later day', { effectiveOn: '2026-11-02' }, false],
  ['set for another place', { state: null }, false],
  ['set for another step', { step: 1 }, false],
  ['taken back by then', { effectiveOn: '2026-11-20' }, false],
] as const)('what can be taken back is what holds there on the day: %s', (_given, asked, isThere) => {
  const changes = [
    change('a', { ...OF_CHIAPAS, effectiveOn: '2026-11-03' }),
    change('b', { ...OF_CHIAPAS, ...BACK, effectiveOn: '2026-11-15' }),
  ]

  expect(isSetOn(changes, change('wanted', { ...OF_CHIAPAS, effectiveOn: '2026-11-10', ...asked }))).toBe(isThere)
})

test('steps stay in their order: amber is not taken back where that of the nation is later than the red of the state', () => {
  const red = change('b', { ...OF_CHIAPAS, step: 1, amount: 30 })
  const changes = (ofNation: number) => [change('a', { amount: ofNation }), red, change('c', OF_CHIAPAS)]
  const wanted = { ...change('wanted', { ...OF_CHIAPAS, ...BACK }), kind: KIND } as const

  expect([48, 30].map((ofNation) => wouldBeOutOfOrder(changes(ofNation), wanted))).toEqual([true, false])
})

/** Noon of 3 November. */
const notice = instantOf('2026-11-03', 12)
const SET = 'SET_BY_THE_SECRETARY'
test.each([
  ['before it was reached', 18, 20, null, null],
  ['before it was reached, and the registry’s own is reached', 18, 24, 24, 'BACKLOG_STEPS'],
  ['after it was reached, so that it stays', 6, 13, 6, SET],
] as const)(
  'one of an earlier day is taken back on the next morning: %s',
  (_when, amount, hours, reachedAfter, basis) => {
    const inForce = thresholdsOverTime([change('a', { amount }), change('b', { ...BACK, ...TOMORROW })])
    const child = aChild({ detections: [aFind({ at: notice, ppnnaNotifiedAt: notice })] })
    const [alert] = judge([caseNotProcessed], child, inForce, addHours(notice, hours)).open

    expect(alert && [alert.reachedAt, alert.restsOn]).toEqual(
      reachedAfter === null ? undefined : [addHours(notice, reachedAfter), basis],
    )
  },
)
