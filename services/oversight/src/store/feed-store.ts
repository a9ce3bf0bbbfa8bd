/** Which authority has told what until when, of each state: one statement for all of them. */
import { onceARequest } from '@vigia/kit/figures/period-counts'
import { addDays, daysBetween, type LocalDate } from '@vigia/law/local-dates'
import { instantOf, localDateOf } from '@vigia/law/mexican-time'
import type { ReportingStatus } from '@vigia/law/official-figures'
import { NATION, STATE_CODES } from '@vigia/law/states'
import type { Pool } from 'pg'
import { EXPECTED_FEEDS, type ExpectedFeed, reportingStatus } from '../rules/expected-feeds.ts'

export interface FeedStatus {
  feed: string
  source: string
  lastCutoff: LocalDate | null
  lastReceivedAt: Date | null
  status: ReportingStatus
  lagDays: number | null
  statesBehind: number
}

interface Told {
  service: string
  feed: string
  source: string
  state: string | null
  last_cutoff: LocalDate
  last_received_at: Date
}

export class FeedStore {
  readonly #told: (question: 'told') => Promise<Told[]>

  constructor(pool: Pool) {
    this.#told = onceARequest(async () => (await pool.query<Told>({ name: 'feeds-told', text: TOLD })).rows)
  }

  /** Every feed that is due of the state; of the nation, the latest of any state and how many are behind. */
  async reporting(state: string, now: Date): Promise<FeedStatus[]> {
    const told = await this.#told('told')
    return EXPECTED_FEEDS.map((expected) => {
      const ofFeed = told.filter((row) => isOf(expected, row))
      const states = state === NATION.code ? STATE_CODES : [state]
      const statuses = states.map((code) => statusOf(expected, latest(ofFeed, [code]), now))
      const last = latest(ofFeed, states)
      return {
        feed: `${expected.service}/${expected.feed}`,
        source: expected.sources[0] ?? '',
        lastCutoff: last?.last_cutoff ?? null,
        lastReceivedAt: last?.last_received_at ?? null,
        status: statusOf(expected, last, now),
        lagDays: last ? Math.max(0, daysBetween(last.last_cutoff, localDateOf(now))) : null,
        statesBehind: statuses.filter((status) => status !== 'ON_TIME').length,
      }
    })
  }
}

function isOf({ service, feed, sources }: ExpectedFeed, row: Told): boolean {
  return row.service === service && row.feed === feed && sources.some((source) => source === row.source)
}

/** Files without a state speak for all of them. */
function latest(told: readonly Told[], states: readonly string[]): Told | null {
  const ofThese = told.filter(({ state }) => state === null || states.includes(state))
  return ofThese.reduce<Told | null>((last, row) => (last && last.last_cutoff >= row.last_cutoff ? last : row), null)
}

function statusOf({ usualPeriodInDays }: ExpectedFeed, last: Told | null, now: Date): ReportingStatus {
  return reportingStatus(last && instantOf(addDays(last.last_cutoff, 1)), usualPeriodInDays, now)
}

/** Of each sender and state the file that goes furthest; one of former days that came after it is not that file. */
const TOLD = `
  select distinct on (service, feed, source, state) service, feed, source, state, cutoff_on as last_cutoff, taken_at as last_received_at
  from oversight.feed_batch where not is_withdrawn order by service, feed, source, state, cutoff_on desc, taken_at desc`
