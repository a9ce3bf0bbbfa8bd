/** Published figures, page by page, and the registry's own count beside each one that it can compute. */

import { Told } from '@vigia/kit/figures/told'
import { batchById } from '@vigia/kit/graph/batch-by-id'
import type { Period } from '@vigia/kit/graph/counting'
import { type Keyset, keysetPage, type Page } from '@vigia/kit/graph/keyset'
import type { PageArgs } from '@vigia/kit/graph/page'
import { type LocalDate, lastOfMonth } from '@vigia/law/local-dates'
import type { FigureTopic, FigureUnit } from '@vigia/law/official-figures'
import type { Pool } from 'pg'
import { CARE, CASES, DETECTIONS, feedsOfCounter, HELD, RETURNS } from '../rules/feed-of-indicator.ts'
import { codesOfCase } from '../rules/path-code.ts'
import { TOLD_IN_OVERSIGHT } from './told-in-oversight.ts'

export interface Figure {
  id: string
  topic: FigureTopic
  value: number
  unit: FigureUnit
  meaning_es: string
  meaning_en: string
  territory: string
  from_on: LocalDate
  to_on: LocalDate
  source: string
  source_page: string | null
  series: string
  cutoff_on: LocalDate | null
  is_official: boolean
  is_approximate: boolean
  indicators: string[]
  nationalities: string[]
  age_groups: string[]
  accompaniments: string[]
}

/** What is left out lets all through. */
export interface FiguresWanted {
  topic?: FigureTopic | null
  /** INEGI code; 00 for those of the nation. */
  territory?: string | null
  /** Figures of which any day lies in it. */
  period?: Period | null
}

const WANTED = `($1::text is null or topic = $1) and ($2::text is null or territory = $2)
  and ($3::date is null or to_on >= $3) and ($4::date is null or from_on <= $4)`

const valuesOf = ({ topic, territory, period }: FiguresWanted) => [
  topic ?? null,
  territory ?? null,
  period?.from ?? null,
  period?.to ?? null,
]

const COLUMNS = `slug as id, topic, value::float8 as value, unit, meaning_es, meaning_en, territory, from_on, to_on, source,
  source_page, series, cutoff_on, is_official, is_approximate, indicators, nationalities, age_groups, accompaniments`

export class FigureStore {
  readonly #pool: Pool
  readonly #registryCounts
  readonly #contradicting

  constructor(pool: Pool, told = new Told(pool, TOLD_IN_OVERSIGHT)) {
    this.#pool = pool
    this.#registryCounts = batchById<string, { id: string; n: number | null }>(
      (ids) => countFigures(pool, told, ids),
      ({ id }) => id,
    )
    this.#contradicting = batchById<string, { id: string; others: Figure[] }>(
      (ids) => readContradicting(pool, ids),
      ({ id }) => id,
    )
  }

  /** Those of the latest periods first. */
  page(wanted: FiguresWanted, args: PageArgs): Promise<Page<Figure>> {
    const keyset: Keyset = {
      pool: this.#pool,
      select: `select ${COLUMNS} from oversight.official_figure`,
      where: WANTED,
      values: valuesOf(wanted),
      order: [
        { column: 'to_on', cast: 'date', key: 'to_on' },
        { column: 'slug', cast: 'text', key: 'id' },
      ],
      descending: true,
    }
    return keysetPage<Figure>(keyset, args)
  }

  async total(wanted: FiguresWanted): Promise<number> {
    const { rows } = await this.#pool.query<{ n: number }>({
      name: 'figures-in-all',
      text: `select count(*) as n from oversight.official_figure where ${WANTED}`,
      values: valuesOf(wanted),
    })
    return rows[0]?.n ?? 0
  }

  /** Null where the registry counts nothing of the kind. */
  async registryCount(id: string): Promise<number | null> {
    return (await this.#registryCounts.load(id))?.n ?? null
  }

  async contradicts(id: string): Promise<Figure[]> {
    return (await this.#contradicting.load(id))?.others ?? []
  }
}

interface CountedFigure extends Pick<Figure, 'territory' | 'from_on' | 'to_on'> {
  id: string
  n: number | null
  counter: string
}

/** Null where a feed that tells of it has not told of the territory all the while: what nobody told is no 0, nor a part the whole. */
async function countFigures(pool: Pool, told: Told, ids: readonly string[]) {
  await told.allOf([DETECTIONS, HELD, CARE, CASES, RETURNS])
  const values = [ids, codesOfCase(true), codesOfCase(false)]
  const { rows } = await pool.query<CountedFigure>({ name: 'figure-counts', text: REGISTRY_COUNTS, values })
  return Promise.all(rows.map(async (row) => ({ id: row.id, n: (await isToldWhole(told, row)) ? row.n : null })))
}

async function isToldWhole(told: Told, { counter, territory, from_on, to_on }: CountedFigure): Promise<boolean> {
  const spans = await Promise.all(feedsOfCounter(counter).map((feed) => told.spans(feed)))
  return spans.every((ofFeed) => {
    const span = ofFeed.get(territory)
    return span !== undefined && span.from <= lastOfMonth(from_on) && span.until >= to_on
  })
}

/** Contradiction is mutual, whichever of the two figures names the other. */
async function readContradicting(pool: Pool, ids: readonly string[]) {
  const { rows } = await pool.query<Figure & { of_id: string }>({
    name: 'contradicting',
    text: `
      select f.slug as of_id, o.* from oversight.official_figure f
      cross join lateral (
        select ${COLUMNS} from oversight.official_figure o
        where o.slug <> f.slug and (o.slug = any (f.contradicts) or f.slug = any (o.contradicts))) o
      where f.slug = any ($1) order by o.to_on desc, o.id desc`,
    values: [ids],
  })
  return [...Map.groupBy(rows, ({ of_id }) => of_id)].map(([id, others]) => ({ id, others }))
}

/**
 * Sums of counters over the period of each figure: whole months from the months, the rest from the days. A figure of a
 * group of children is counted in the cube, which oversight keeps of its own counters. Null where the period begins
 * before the registry's first count of the kind, or has not ended by its last figures: it would count a part for the whole.
 */
const REGISTRY_COUNTS = `
  with asked as (
    select f.slug, f.territory, f.from_on, f.to_on, f.indicators[1] as counter, f.nationalities, f.age_groups, f.accompaniments,
           case f.indicators when '{PATH_CASE_OPENED}' then $2::text[] when '{PATH_NO_CASE}' then $3::text[]
             else f.indicators end as indicators,
           cardinality(nationalities) + cardinality(age_groups) + cardinality(accompaniments) > 0 as of_group,
           date_trunc('month', from_on + interval '1 month' - interval '1 day')::date as first_month,
           date_trunc('month', to_on + 1)::date as after_last
    from oversight.official_figure f where f.slug = any ($1) and cardinality(indicators) > 0
  ), by_month as not materialized (
    select indicator, state, month, n from oversight.indicator_month
    union all
    select indicator, state, month, n from oversight.month_counter
  ), by_day as not materialized (
    select indicator, state, day, n from oversight.indicator_day
    union all
    select indicator, state, day, n from oversight.day_counter
  ), begun as (
    select indicator, min(month) as month from by_month group by 1
  )
  select a.slug as id, a.territory, a.from_on, a.to_on, a.counter, case when a.from_on >= (select min(month) from begun where indicator = any (a.indicators))
      and a.to_on < outbox.mx_date((select max(as_of) from outbox.service_version)) then coalesce(sum(c.n), 0) end as n
  from asked a
  left join lateral (
    select m.state, m.n from by_month m
    where not a.of_group and m.indicator = any (a.indicators) and m.month >= a.first_month and m.month < a.after_last
    union all
    select d.state, d.n from by_day d
    where not a.of_group and d.indicator = any (a.indicators) and d.day between a.from_on and a.to_on
      and (a.first_month >= a.after_last or d.day < a.first_month or d.day >= a.after_last)
    union all
    select m.state, m.n from oversight.month_cube m
    where a.of_group and m.indicator = any (a.indicators) and m.month >= a.first_month and m.month < a.after_last
      and (a.nationalities = '{}' or m.nationality = any (a.nationalities))
      and (a.age_groups = '{}' or m.age_group = any (a.age_groups))
      and (a.accompaniments = '{}' or m.accompaniment = any (a.accompaniments))
    union all
    select d.state, d.n from oversight.cube d
    where a.of_group and d.indicator = any (a.indicators) and d.day between a.from_on and a.to_on
      and (a.first_month >= a.after_last or d.day < a.first_month or d.day >= a.after_last)
      and (a.nationalities = '{}' or d.nationality = any (a.nationalities))
      and (a.age_groups = '{}' or d.age_group = any (a.age_groups))
      and (a.accompaniments = '{}' or d.accompaniment = any (a.accompaniments))
  ) c on a.territory in ('00', c.state)
  group by a.slug, a.territory, a.from_on, a.to_on, a.counter, a.indicators`
