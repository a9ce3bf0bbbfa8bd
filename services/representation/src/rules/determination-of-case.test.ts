import type { DeterminationOutcome } from '@vigia/law/determinations'
import { expect, test } from 'vitest'
import { determinationOfCase } from './determination-of-case.ts'

const made = (id: string, day: number, outcome: DeterminationOutcome) => ({
  id,
  decidedAt: new Date(Date.UTC(2026, 0, day)),
  outcome,
})

test.each([
  ['none', [], undefined],
  ['one that permits', [made('a', 1, 'RETURN_PERMITTED')], 'a'],
  ['a permission after a refusal', [made('b', 9, 'RETURN_PERMITTED'), made('a', 1, 'STAY_IN_MEXICO')], 'b'],
  [
    'both of one day, the permission listed first',
    [made('b', 9, 'RETURN_PERMITTED'), made('a', 9, 'STAY_IN_MEXICO')],
    'a',
  ],
  [
    'both of one day, the refusal listed first',
    [made('b', 9, 'STAY_IN_MEXICO'), made('a', 9, 'RETURN_PERMITTED')],
    'b',
  ],
  ['two permissions of one day', [made('b', 9, 'RETURN_PERMITTED'), made('a', 9, 'RETURN_PERMITTED')], 'b'],
] as const)('given %s', (_situation, latestFirst, id) => {
  expect(determinationOfCase(latestFirst)?.id).toBe(id)
})
