/** What was counted by day, for series: the states that are asked for, in one statement a series. */

import { onceARequest } from '@vigia/kit/figures/period-counts'
import type { Told } from '@vigia/kit/figures/told'
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

type Counts = Map<string, { before: number; perPoint: number[] }>

export class SeriesStore {
  readonly #counts: (asked: SeriesAsked) => Promise<Counts>
  readonly #told: Told

  constructor(pool: Pool, told: Told) {
    this.#counts = onceARequest((asked) => readCounts(pool, asked))
    this.#told = told
  }

  /** Of a state by its INEGI code, or of all for '00'. */
  async series(state: string, asked: SeriesAsked, asOf: Date): Promise<SeriesPoint[]> {
    const { indicator, points } = asked
    const feed = FEED_OF_INDICATOR[indicator]
    const told = await this.#told.spans(feed)
    const counts = await this.#counts(asked)
    const states = state === NATION.code ? STATE_CODES : [state]
    return seriesOf(states, { counts, told, indicator, points, today: localDateOf(asOf) })
  }
}

async function readCounts(pool: Pool, { indicator, grain, points }: SeriesAsked): Promise<Counts> {
  const from = points[0]?.from ?? ''
  const { rows } = await pool.query<{ state: string; point: LocalDate | null; n: number }>({
    name: 'series',
    text: COUNTED,
    values: [countersOf(indicator), grain.toLowerCase(), from, points.at(-1)?.to, firstOfMonth(from)],
  })
  const at = new Map(points.map((point, index) => [point.from, index]))
  const counts: Counts = new Map()
  for (const { state, point, n } of rows) {
    const known = counts.get(state) ?? { before: 0, perPoint: points.map(() => 0) }
    if (point === null) known.before += n
    else known.perPoint[at.get(point) ?? -1] = n
    counts.set(state, known)
  }
  return counts
}

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
