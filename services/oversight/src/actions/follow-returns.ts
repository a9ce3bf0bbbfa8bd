/** Oversight's picture of the returns service: which children an authority returned, from where and how. */
import type { Follower } from '@vigia/kit/follow'
import { detailOf } from './details-of-facts.ts'
import { type FactColumns, factOfRules, keepFacts, type StretchOf } from './keep-facts.ts'
import { keepBatches, keepIndicators } from './keep-indicators.ts'

const FACTS: Readonly<Record<string, FactColumns>> = {
  executed_return: {
    at: "(p ->> 'departed_at')::timestamptz",
    code: "p ->> 'return_type'",
    state: "p ->> 'state'",
    nationality: 'c.nationality',
    age_group: 'c.age_group',
    accompaniment: 'c.accompaniment',
    detail: detailOf('executed_return'),
  },
  return_plan: { ...factOfRules('return_plan'), code: "p ->> 'return_type'", state: "p ->> 'state'" },
  return_checklist: factOfRules('return_checklist'),
}

export const followReturns: Follower = {
  follows: 'returns',
  async apply(client, log) {
    const stretch: StretchOf = { ...log, source: 'returns' }
    await keepFacts(client, stretch, FACTS)
    await keepIndicators(client, stretch)
    await keepBatches(client, stretch)
  },
}
