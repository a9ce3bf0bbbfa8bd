import { expect, test } from 'vitest'
import { type ChangedThreshold, thresholdsInForce } from './threshold-in-force.ts'

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
