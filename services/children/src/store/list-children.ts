/** Lists children, the latest found first, and says how many there are in all. */
import type { Child, ChildrenDb } from '@vigia/db/children'
import type { Actor } from '@vigia/kit/actor'
import type { CountFilter, Period } from '@vigia/kit/graph/counting'
import { type Keyset, keysetPage, type Page } from '@vigia/kit/graph/keyset'
import type { PageArgs } from '@vigia/kit/graph/page'
import { periodCounts } from '@vigia/kit/graph/period-counts'

export interface ChildrenWanted extends CountFilter {
  /** INEGI codes; empty for the whole country. */
  states: readonly string[]
  period: Period | null
}

/** Columns under the names that Prisma gives them, so that a row is a row wherever it was read. */
const SELECT = `select id, folio, sex, age_group as "ageGroup", nationality, accompaniment, state,
  first_detected_at as "firstDetectedAt" from children.child`

export type ListedChild = Pick<
  Child,
  'id' | 'folio' | 'sex' | 'ageGroup' | 'nationality' | 'accompaniment' | 'state' | 'firstDetectedAt'
>

export function listChildren(db: ChildrenDb, wanted: ChildrenWanted, page: PageArgs): Promise<Page<ListedChild>> {
  const { where, values } = conditions(wanted)
  const keyset: Keyset = {
    pool: db.pool,
    select: SELECT,
    where,
    values,
    order: [
      { column: 'first_detected_at', cast: 'timestamptz', key: 'firstDetectedAt' },
      { column: 'id', cast: 'uuid', key: 'id' },
    ],
    descending: true,
  }
  return keysetPage<ListedChild>(keyset, page)
}

/** From the counters: as many as were counted at the last tick, however many rows that is. */
export async function countChildren(db: ChildrenDb, { states, period, ...filter }: ChildrenWanted): Promise<number> {
  const indicator = 'CHILDREN_DETECTED'
  const counted = await periodCounts(db.pool, {
    service: 'children',
    indicators: [indicator],
    dimensions: [],
    period,
    filter,
  })
  if (states.length === 0) return counted.of('00', indicator)
  return states.reduce((sum, state) => sum + counted.of(state, indicator), 0)
}

/** The states that both the question and the actor's reach leave: null when the two have none in common. */
export function statesInSight({ states }: Actor, asked: string | null): readonly string[] | null {
  if (asked === null) return states ?? []
  return states === null || states.includes(asked) ? [asked] : null
}

function conditions({ states, period, nationality, ageGroup, accompaniment }: ChildrenWanted) {
  const values: unknown[] = []
  const mark = (value: unknown) => `$${values.push(value)}`
  const parts: string[] = []
  if (states.length === 1) parts.push(`state = ${mark(states[0])}`)
  if (states.length > 1) parts.push(`state = any (${mark(states)})`)
  if (period) {
    parts.push(`first_detected_at >= ${mark(period.from)}::date::timestamp at time zone 'America/Mexico_City'`)
    parts.push(`first_detected_at < (${mark(period.to)}::date + 1)::timestamp at time zone 'America/Mexico_City'`)
  }
  const lists = { nationality, age_group: ageGroup, accompaniment }
  for (const [column, kept] of Object.entries(lists)) {
    if (kept && kept.length > 0) parts.push(`${column} = any (${mark(kept)})`)
  }
  return { where: parts.join(' and '), values }
}
