/** What authorities say of their own work, and the registry's figure beside it: one statement for all states. */

import { onceARequest } from '@vigia/kit/figures/period-counts'
import { Told } from '@vigia/kit/figures/told'
import type { Period } from '@vigia/kit/graph/counting'
import type { AuthorityTable } from '@vigia/law/authority-tables'
import type { LocalDate } from '@vigia/law/local-dates'
import { NATION, STATE_CODES } from '@vigia/law/states'
import type { Pool } from 'pg'
import { type AuthorityCount, authorityCounts, type ClaimedSum } from '../rules/authority-counts.ts'
import type { CodeCount } from '../rules/funnel.ts'
import { FEEDS_OF_COUNTERPARTS, feedOfCounterpart, registryCounterpart } from '../rules/registry-counterpart.ts'
import { TOLD_IN_OVERSIGHT } from './told-in-oversight.ts'

export interface ClaimedPlace {
  place: string
  count: number
  isRecorded: boolean
}

interface PlaceSum {
  key: string
  place: string
  is_recorded: boolean
  state: string
  n: number
  cut: number
}

export class ClaimStore {
  readonly #told: Told
  readonly #sums: (period: Period) => Promise<ClaimedSum[]>
  readonly #places: (period: Period) => Promise<PlaceSum[]>
  readonly #coverage: (question: 'coverage') => Promise<Map<string, LocalDate>>
  readonly #own: (period: Period) => Promise<(CodeCount & { state: string })[]>

  constructor(pool: Pool, told = new Told(pool, TOLD_IN_OVERSIGHT)) {
    this.#told = told
    this.#sums = onceARequest(async ({ from, to }) => (await pool.query(query('claims', SUMS, from, to))).rows)
    this.#places = onceARequest(async ({ from, to }) => (await pool.query(query('places', PLACES, from, to))).rows)
    this.#own = onceARequest(async ({ from, to }) => {
      await told.allOf(FEEDS_OF_COUNTERPARTS)
      return (await pool.query(query('own-counts', OWN, from, to))).rows
    })
    this.#coverage = onceARequest(async () => {
      const { rows } = await pool.query<{ table: string; until: LocalDate }>({ name: 'coverage', text: COVERAGE })
      return new Map(rows.map(({ table, until }) => [table, until]))
    })
  }

  async counts(state: string, period: Period): Promise<AuthorityCount[]> {
    const [sums, coverage] = await Promise.all([this.#sums(period), this.#coverage('coverage')])
    return authorityCounts(statesOf(state), sums, coverage)
  }

  /**
   * For the days of the period that the table covers; null where the registry counts nothing of the kind, or was told
   * nothing of the state in any of them.
   */
  async registryCount(state: string, { from, to }: Period, { measure, coveredUntil }: AuthorityCount) {
    const until = coveredUntil && coveredUntil < to ? coveredUntil : to
    const feed = feedOfCounterpart(measure)
    if (!feed || !coveredUntil || until < from) return null
    if (!(await this.#told.within(feed, state, { from, to: until }))) return null
    const own = await this.#own({ from, to: until })
    return registryCounterpart(measure, state === NATION.code ? own : own.filter((count) => count.state === state))
  }

  /** The last day that a table has rows for, of any state; null before any was sent. */
  async coveredUntil(table: AuthorityTable): Promise<LocalDate | null> {
    return (await this.#coverage('coverage')).get(table) ?? null
  }

  /** The most first; null where the table says nothing of the state, or the period cuts a month of which only the sum is known. */
  async places(state: string, period: Period): Promise<ClaimedPlace[] | null> {
    const wanted = new Set(statesOf(state))
    const here = (await this.#places(period)).filter((sum) => wanted.has(sum.state))
    if (here.length === 0 || here.some(({ cut }) => cut !== 0)) return null
    return [...Map.groupBy(here, ({ key }) => key).values()]
      .map((sums) => ({
        place: sums[0]?.place ?? '',
        isRecorded: sums[0]?.is_recorded ?? false,
        count: sums.reduce((sum, { n }) => sum + n, 0),
      }))
      .filter(({ count }) => count !== 0)
      .sort((a, b) => b.count - a.count || a.place.localeCompare(b.place, 'es'))
  }
}

const statesOf = (state: string): readonly string[] => (state === NATION.code ? STATE_CODES : [state])

const query = (name: string, text: string, from: string, to: string) => ({ name, text, values: [from, to] })

/**
 * Whole months from the months; of the months that the period cuts, the days, and what no day tells of. A month is whole
 * when the period holds all its days that the table covers.
 */
const PARTS = `
  with whole as (
    select t.table_code, date_trunc('month', $1::date + interval '1 month' - interval '1 day')::date as since,
           date_trunc('month', 1 + case when $2::date < t.covered_until then $2::date
             else greatest($2::date, (date_trunc('month', t.covered_until) + interval '1 month')::date - 1) end)::date as until
    from oversight.authority_table t
  ), parts as (
    select m.table_code, m.measure, m.place, m.state, m.n, 0 as cut
    from whole w join oversight.authority_month m using (table_code) where m.month >= w.since and m.month < w.until
    union all
    select m.table_code, m.measure, m.place, m.state, 0, m.rest
    from whole w join oversight.authority_month m using (table_code)
    where m.month between date_trunc('month', $1::date) and $2::date and (m.month < w.since or m.month >= w.until)
    union all
    select d.table_code, d.measure, d.place, d.state, d.n, 0
    from whole w join oversight.authority_day d using (table_code)
    where d.day between $1 and $2 and (w.since >= w.until or d.day < w.since or d.day >= w.until)
  )`

const SUMS = `${PARTS}
  select table_code as table, measure, state, sum(n) as n, sum(cut) as cut from parts where place = '' group by 1, 2, 3`

const PLACES = `${PARTS}
  select p.place as key, coalesce(a.name, p.place) as place, coalesce(a.is_recorded, true) as is_recorded, p.state,
         sum(p.n) as n, sum(p.cut) as cut
  from parts p left join oversight.authority_place a on a.place_key = p.place
  where p.place <> '' and p.table_code = 'CANALIZADOS' and p.measure = 'CHANNELLED' group by 1, 2, 3, 4`

const COVERAGE = 'select table_code as table, covered_until as until from oversight.authority_table'

const OWN = `select indicator, state, n from outbox.period_sums('oversight', $1, $2)`
