/** Oversight's picture of the representation service: files, representatives, determinations and plans of each child. */
import type { Follower } from '@vigia/kit/follow'
import { detailOf } from './details-of-facts.ts'
import { atOf, type FactColumns, factOfRules, keepFacts, type StretchOf } from './keep-facts.ts'
import { keepBatches, keepIndicators } from './keep-indicators.ts'

/** A day without an hour begins at midnight in Mexico City. */
const morningOf = (column: string) => `((p ->> '${column}')::timestamp at time zone 'America/Mexico_City')`

const FACTS: Readonly<Record<string, FactColumns>> = {
  protection_case: {
    at: "(p ->> 'opened_at')::timestamptz",
    // A file that is closed on a day nobody wrote down is closed.
    until: `coalesce((p ->> 'closed_at')::timestamptz,
                     case when p ->> 'status' = 'CLOSED' then (p ->> 'opened_at')::timestamptz end)`,
    code: "p ->> 'closing_reason'",
    notified_at: "(p ->> 'notified_at')::timestamptz",
    detail: detailOf('protection_case'),
  },
  representation: {
    at: morningOf('started_on'),
    until: morningOf('ended_on'),
    code: "p ->> 'quality'",
    detail: detailOf('representation'),
  },
  counsel_request: factOfRules('counsel_request'),
  determination: {
    at: "(p ->> 'decided_at')::timestamptz",
    code: "p ->> 'outcome'",
    detail: detailOf('determination'),
  },
  restitution_plan: { at: morningOf('issued_on'), detail: detailOf('restitution_plan') },
  follow_up: { at: atOf('follow_up') },
  complaint: factOfRules('complaint'),
}

export const followRepresentation: Follower = {
  follows: 'representation',
  async apply(client, log) {
    const stretch: StretchOf = { ...log, source: 'representation' }
    await keepFacts(client, stretch, FACTS)
    await keepIndicators(client, stretch)
    await keepBatches(client, stretch)
  },
}
