/** Of which days a feed has told, state by state: what was never told of is unknown, and never 0. */
import type { LocalDate } from '@vigia/law/local-dates'
import { NATION, STATE_CODES } from '@vigia/law/states'
import type { Pool } from 'pg'
import type { Period } from '../graph/counting.ts'
import type { ServiceName } from '../service.ts'
import { ofVersion, versionOf } from './of-version.ts'
import { onceARequest } from './period-counts.ts'

export interface FeedAsked {
  service: ServiceName
  feed: string
  /** Who tells of it, where others tell of something else by the same feed; absent for anybody. */
  sources?: readonly string[]
  /** Day counters that only this feed moves: the first day of any of them is the first that the feed told of. */
  counters: readonly string[]
}

export interface ToldSpan {
  /** First day told of: the earliest that was counted, or the earliest cutoff of a file in which there was nothing to count. */
  from: LocalDate
  /** Last cutoff of a file. */
  cutoff: LocalDate
  /** Last day told of: the last cutoff, or the last day counted where a sender told of days after its own cutoff. */
  until: LocalDate
}

/** Where a service keeps what was told: SQL that gives state, source and cutoff_on of files by service and feed ($1, $2), and day counters. */
export interface ToldTables {
  /** Whose tick counts them. */
  service: ServiceName
  batches: string
  days: string
}

const ownTables = (service: ServiceName): ToldTables => ({
  service,
  batches: `select state, source, cutoff_on from ${service}.batch b where $1 = '${service}' and feed = $2 and withdrawn_at is null
    and not exists (select from outbox.uncounted_batch u where u.batch_id = b.id)`,
  days: `${service}.day_counter`,
})

/**
 * What feeds have told of; one instance a request. A service reads its own batches, unless other tables are given. A batch
 * that no tick has counted yet has told of nothing. Ask before the figures are read: what is told is counted, and stays so.
 */
export class Told {
  readonly #spans: (asked: FeedAsked) => Promise<ReadonlyMap<string, ToldSpan>>
  /** Of the figures of a service, as it was before any of them was read. */
  readonly version: (service: ServiceName) => Promise<string>

  constructor(pool: Pool, tables?: ToldTables) {
    this.version = onceARequest((service) => versionOf(pool, service))
    this.#spans = onceARequest(async (asked) => {
      const from = tables ?? ownTables(asked.service)
      // A batch, or its withdrawal, is told of once a tick has counted it, and what is heard of other services by following them.
      const question = `${from.days} ${JSON.stringify(asked)}`
      return ofVersion(pool, { question, version: await this.version(from.service) }, () =>
        readSpans(pool, from, asked),
      )
    })
  }

  /** By state; of the nation, under "00", from the first day told of any state to the last. No entry where nothing ever was. */
  spans(asked: FeedAsked): Promise<ReadonlyMap<string, ToldSpan>> {
    return this.#spans(asked)
  }

  /** Of several feeds, before figures that are read once for all of them: what one tells later is not in those figures. */
  async allOf(feeds: readonly FeedAsked[]): Promise<void> {
    await Promise.all(feeds.map((asked) => this.#spans(asked)))
  }

  /** Null where nothing was told of the state in any part of the period. */
  async within(asked: FeedAsked, state: string, { from, to }: Period): Promise<ToldSpan | null> {
    const span = (await this.#spans(asked)).get(state)
    return span && span.from <= to && span.until >= from ? span : null
  }
}

async function readSpans(pool: Pool, tables: ToldTables, asked: FeedAsked): Promise<ReadonlyMap<string, ToldSpan>> {
  const { service, feed, sources, counters } = asked
  const { rows } = await pool.query<ToldSpan & { state: string }>({
    name: `told-${tables.days}`,
    text: spansIn(tables),
    values: [service, feed, sources ?? null, counters, STATE_CODES],
  })
  return new Map(rows.map(({ state, ...span }) => [state, span]))
}

/** A file without a state speaks for all of them, from the first day counted in any. Each end of a counter is one look into its index. */
const spansIn = ({ batches, days }: ToldTables) => `
  with told as (
    select state, min(cutoff_on) as first, max(cutoff_on) as last from (${batches}) batch
    where $3::text[] is null or source = any ($3) group by state
  ), counted as (
    select p.state, min(c.first) as first, max(c.last) as last
    from unnest($5::char(2)[]) as p (state) left join unnest($4::text[]) as i (indicator) on true
    left join lateral (
      select (select d.day from ${days} d where d.indicator = i.indicator and d.state = p.state and d.n <> 0 order by d.day limit 1) as first,
        (select d.day from ${days} d where d.indicator = i.indicator and d.state = p.state and d.n <> 0 order by d.day desc limit 1) as last
    ) c on true group by 1
  )
  select coalesce(told_of.state, '${NATION.code}') as state, min(told_of.from) as from, max(cutoff) as cutoff, max(until) as until
  from (
    select c.state, least(own.first, everywhere.first, c.first,
        case when everywhere.first is not null then (select min(first) from counted) end) as from,
      greatest(own.last, everywhere.last) as cutoff, greatest(own.last, everywhere.last, c.last) as until
    from counted c left join told own on own.state = c.state left join told everywhere on everywhere.state is null
    where own.first is not null or everywhere.first is not null) told_of
  group by grouping sets ((told_of.state), ()) having count(*) > 0`
