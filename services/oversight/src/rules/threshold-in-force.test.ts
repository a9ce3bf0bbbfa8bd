import { nameOfBasis } from '@vigia/law/bases'
import { expect, test } from 'vitest'
import { type ChangedThreshold, thresholdsInForce, wouldBeOutOfOrder } from './threshold-in-force.ts'

const change = (id: string, more: Partial<ChangedThreshold>): ChangedThreshold => ({
  ...{ id, kind: 'CASE_NOT_PROCESSED', step: 0, state: null, amount: 12, effectiveOn: '2026-11-01' },
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
  [
    'amber later than the red of a later day',
    [change('a', { step: 1, amount: 30, effectiveOn: '2027-01-01' })],
    wanted({ amount: 40 }),
    true,
  ],
] as const)('steps stay in their order: %s', (_wish, changes, wish, isRefused) => {
  expect(wouldBeOutOfOrder([...changes], wish)).toBe(isRefused)
})
