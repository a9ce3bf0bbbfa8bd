import { expect, test } from 'vitest'
import { type Agreement, lacksKinds, outOfTerm, scopesAgreed } from './agreements.ts'

const AGREEMENT: Agreement = { data: ['alerts'], kinds: null, from: 1_000, until: 2_000 }

test.each([
  [999, 'AGREEMENT_NOT_BEGUN'],
  [1_000, null],
  [1_999, null],
  [2_000, 'AGREEMENT_ENDED'],
])('at %i an agreement from 1,000 to 2,000 says %s', (now, says) => {
  expect(outOfTerm(AGREEMENT, now)).toBe(says)
})

test('an agreement opens what it names, and nothing that rests on no agreement is closed by it', () => {
  const all = ['public:read', 'alert:read', 'pseudonym:read', 'webhook:read', 'webhook:manage'] as const

  expect(scopesAgreed(all, AGREEMENT)).toEqual(['public:read', 'alert:read', 'webhook:read', 'webhook:manage'])
  expect(scopesAgreed(all, { ...AGREEMENT, data: ['overstays'] })).toEqual(['public:read', 'pseudonym:read'])
  expect(scopesAgreed(all, undefined)).toEqual(['public:read'])
})

test('an agreement lacks the kinds that it does not name; one for every kind lacks none, nor does who needs none', () => {
  const ofTwo = { ...AGREEMENT, kinds: ['NO_INTERPRETER', 'NOT_REPRESENTED'] } as const

  expect(lacksKinds(ofTwo, ['NOT_REPRESENTED'])).toBe(false)
  expect(lacksKinds(ofTwo, ['NOT_REPRESENTED', 'NO_TRANSITION_PLAN'])).toBe(true)
  expect(lacksKinds(ofTwo, null)).toBe(false)
  expect(lacksKinds(AGREEMENT, ['NO_TRANSITION_PLAN'])).toBe(false)
  expect(lacksKinds(undefined, ['NO_TRANSITION_PLAN'])).toBe(false)
})
