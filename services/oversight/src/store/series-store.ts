/** What was counted by day, for series: the states that are asked for, in one statement a series. */

import { onceARequest } from '@vigia/kit/graph/period-counts'
import type { Grain, Indicator } from '@vigia/law/indicators'
import { firstOfMonth, type LocalDate } from '@vigia/law/local-dates'
import { localDateOf } from '@vigia/law/mexican-time'
import { NATION, STATE_CODES } from '@vigia/law/states'
import type { Pool } from 'pg'
import { countersOf, FEED_OF_INDICATOR } from '../rules/feed-of-indicator.ts'
import type { Span } from '../rules/points-of-series.ts'
import { type SeriesPoint, seriesOf } from '../rules/series.ts'

export interface SeriesAsked {
  indicator: Indicator
  grain: Grain
  points: readonly Span[]
}

interface Facts {
  counts: Map<string, { before: number; perPoint: number[] }>
  toldUntil: Map<string, LocalDate>
}

export class SeriesStore {
  readonly #facts: (asked: SeriesAsked) => Promise<Facts>

  constructor(pool: Pool) {
    this.#facts = onceARequest((asked) => readFacts(pool, asked))
  }

  /** Of a state by its INEGI code, or of all for '00'. */
  async series(state: string, asked: SeriesAsked, asOf: Date): Promise<SeriesPoint[]> {
    const facts = await this.#facts(asked)
    const states = state === NATION.code ? STATE_CODES : [state]
    const { indicator, points } = asked
    return seriesOf(states, { ...facts, indicator, points, today: localDateOf(asOf) })
  }
}

async function readFacts(pool: Pool, asked: SeriesAsked): Promise<Facts> {
  const [counts, toldUntil] = await Promise.all([readCounts(pool, asked), readToldUntil(pool, asked.indicator)])
  return { counts, toldUntil }
}

async function readCounts(pool: Pool, { indicator, grain, points }: SeriesAsked): Promise<Facts['counts']> {
  const from = points[0]?.from ?? ''
  const { rows } = await pool.query<{ state: string; point: LocalDate | null; n: number }>({
    name: 'series',
    text: COUNTED,
    values: [countersOf(indicator), grain.toLowerCase(), from, points.at(-1)?.to, firstOfMonth(from)],
  })
  const at = new Map(points.map((point, index) => [point.from, index]))
  const counts: Facts['counts'] = new Map()
  for (const { state, point, n } of rows) {
    const known = counts.get(state) ?? { before: 0, perPoint: points.map(() => 0) }
    if (point === null) known.before += n
    else known.perPoint[at.get(point) ?? -1] = n
    counts.set(state, known)
  }
  return counts
}

/** Files without a state speak for all of them. */
async function readToldUntil(pool: Pool, indicator: Indicator): Promise<Facts['toldUntil']> {
  const { service, feed, sources } = FEED_OF_INDICATOR[indicator]
  const { rows } = await pool.query<{ state: string | null; until: LocalDate }>({
    name: 'told-until',
    text: TOLD_UNTIL,
    values: [service, feed, sources ?? null],
  })
  const until = new Map(rows.map((row) => [row.state, row.until]))
  const national = until.get(null) ?? ''
  const latest = STATE_CODES.map((state) => [state, laterOf(until.get(state) ?? '', national)] as const)
  return new Map(latest.filter(([, day]) => day !== ''))
}

const laterOf = (one: LocalDate, other: LocalDate) => (one > other ? one : other)

/** Points by the day they begin on; null for what was counted before the first, which a stock begins with. */
const COUNTED = `
  select state, greatest(date_trunc($2, day)::date, $3::date) as point, sum(n) as n
  from oversight.indicator_day where indicator = any ($1) and day between $3 and $4 group by 1, 2
  union all
  select state, null, sum(n)
  from (
    select state, n from oversight.indicator_month where indicator = any ($1) and month < $5
    union all
    select state, n from oversight.indicator_day where indicator = any ($1) and day >= $5 and day < $3) before
  group by 1`

const TOLD_UNTIL = `
  select state, max(cutoff_on) as until from oversight.feed_batch
  where service = $1 and feed = $2 and not is_withdrawn and ($3::text[] is null or source = any ($3)) group by 1`
