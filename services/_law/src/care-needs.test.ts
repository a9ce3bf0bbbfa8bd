import { expect, test } from 'vitest'
import { careNeedsOf } from './care-needs.ts'
import type { RiskFactor } from './risk-factors.ts'

const none = { health: [], needsOtherLanguage: false, isFlagged: false }

test.each<[string, RiskFactor[], unknown]>([
  ['given nothing is recorded, nothing is known', [], null],
  ['given an illness, that illness', ['ILLNESS', 'ILLNESS'], { ...none, health: ['ILLNESS'] }],
  ['given a language, that there is one', ['LANGUAGE'], { ...none, needsOtherLanguage: true }],
  ['given sexual violence, that there is a danger', ['SEXUAL_VIOLENCE'], { ...none, isFlagged: true }],
  ['given trafficking and torture, the same', ['TRAFFICKING_VICTIM', 'TORTURE'], { ...none, isFlagged: true }],
  ['given what care need not know, no more than that something is recorded', ['LGBTIQ', 'FORMER_RETURN'], none],
])('%s', (_name, factors, told) => {
  expect(careNeedsOf(factors)).toEqual(told)
})
