import { expect, test } from 'vitest'
import { ALL_RULES } from './alerts/all.ts'
import { EXPECTED_FEEDS } from './expected-feeds.ts'
import { silenceThatFreezes } from './frozen-by.ts'

test.each([
  ['HELD_WITHOUT_LEGAL_BASIS', 'placements/stays/INM/07'],
  ['CASE_NOT_PROCESSED', 'representation/protection-cases/PPNNA/07'],
  ['RETURN_WITHOUT_DETERMINATION', 'representation/determinations/PPNNA/07'],
  ['CHILD_DEPORTED', null],
] as const)('%s is frozen by the silence of %s', (kind, silence) => {
  expect(silenceThatFreezes({ kind, state: '07' })).toBe(silence)
})

test('every delivery that ends an alert is one that is owed', () => {
  const owed = EXPECTED_FEEDS.map(({ service, feed, sources }) => `${service}/${feed}/${sources[0]}`)
  const needed = ALL_RULES.flatMap(({ endedBy }) => (endedBy ? [endedBy] : []))

  expect(needed.filter((delivery) => !owed.includes(delivery))).toEqual([])
})
