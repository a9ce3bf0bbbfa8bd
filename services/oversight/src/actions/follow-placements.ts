/** Oversight's picture of the placements service: where children are lodged or held, and how each stay ended. */
import type { Follower } from '@vigia/kit/follow'
import { type FactColumns, keepFacts, type Stretch } from './keep-facts.ts'
import { keepBatches, keepIndicators } from './keep-indicators.ts'

const FACTS: Record<string, FactColumns> = {
  stay: {
    at: "(p ->> 'entered_at')::timestamptz",
    until: "(p ->> 'left_at')::timestamptz",
    code: "p ->> 'exit_type'",
  },
}

export const followPlacements: Follower = {
  follows: 'placements',
  async apply(client, after, upto) {
    const stretch: Stretch = { source: 'placements', after, upto }
    await keepFacts(client, stretch, FACTS)
    await keepIndicators(client, stretch)
    await keepBatches(client, stretch)
  },
}
