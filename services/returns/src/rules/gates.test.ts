import { expect, test } from 'vitest'
import { consularContactGate, type Document, returnGate } from './gates.ts'

const NOW = new Date('2026-06-10T15:00:00Z')
const decided = (hoursBefore: number, facts: Partial<Document> = {}): Document => ({
  id: String(hoursBefore),
  decidedAt: new Date(NOW.getTime() - hoursBefore * 3_600_000),
  outcome: 'RETURN_PERMITTED',
  authority: 'PPNNA',
  number: `BID ${hoursBefore}`,
  ...facts,
})
const stays = { outcome: 'STAY_IN_MEXICO' } as const

test.each([
  ['none', [], null],
  ['one that permits', [decided(24)], 'BID 24'],
  ['the later of two that permit', [decided(24), decided(48)], 'BID 24'],
  ['one that permits, later today', [decided(-1)], null],
  ['one that says stay', [decided(24, stays)], null],
  ['permitted, then stay', [decided(48), decided(24, stays)], null],
  ['stay, then permitted', [decided(48, stays), decided(24)], 'BID 24'],
  ['permitted and stay, of one instant', [decided(24), decided(24, stays)], null],
  ['permitted, then stay, later today', [decided(24), decided(-1, stays)], null],
  ['permitted, and INM says stay, later today', [decided(24), decided(-1, { ...stays, authority: 'INM' })], 'BID 24'],
  ['permitted by INM alone', [decided(24, { authority: 'INM' })], null],
  ['permitted, and INM says stay after', [decided(48), decided(24, { ...stays, authority: 'INM' })], 'BID 48'],
] as const)('given determinations: %s, a return is permitted by %s', (_situation, determinations, number) => {
  const gate = returnGate(NOW, determinations)

  expect(returnGate(NOW, determinations.toReversed())).toEqual(gate)
  expect(gate.document?.number ?? null).toBe(number)
  expect(gate.answer).toBe(number === null ? 'NOT_PERMITTED' : 'PERMITTED')
})

const yes = (actedOn: string) => ({ isPermitted: true, actedOn })
const no = (actedOn: string) => ({ isPermitted: false, actedOn })

test.each([
  ['none', [], 'NOT_PERMITTED'],
  ['one that permits', [yes('2026-06-01')], 'PERMITTED'],
  ['one that refuses', [no('2026-06-01')], 'NOT_PERMITTED'],
  ['refused, then permitted', [no('2026-06-01'), yes('2026-06-02')], 'PERMITTED'],
  ['permitted, then refused', [no('2026-06-02'), yes('2026-06-01')], 'NOT_PERMITTED'],
  ['both on one day', [yes('2026-06-01'), no('2026-06-01')], 'NOT_PERMITTED'],
] as const)('given acts on the consulate: %s, contact is %s', (_situation, acts, gate) => {
  expect(consularContactGate(acts)).toBe(gate)
  expect(consularContactGate(acts.toReversed())).toBe(gate)
})
