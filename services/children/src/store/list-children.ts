/** Lists children, the latest found first, and says how many there are in all. */
import type { Child, ChildrenDb } from '@vigia/db/children'
import { ofMany } from '@vigia/db/kept-plans'
import type { Actor } from '@vigia/kit/actor'
import { periodCounts } from '@vigia/kit/figures/period-counts'
import { type CountFilter, onDays, type Period } from '@vigia/kit/graph/counting'
import { fewInList, sightOf } from '@vigia/kit/graph/in-sight'
import { type Keyset, keysetPage, type Page } from '@vigia/kit/graph/keyset'
import type { PageArgs } from '@vigia/kit/graph/page'
import { NATION } from '@vigia/law/states'
import { childrenFoundElsewhere, childrenToCount, countedStates, isNation, partsInSightOf } from './in-sight.ts'

export interface ChildrenWanted extends CountFilter {
  /** State of the first detection by its INEGI code; null for all. */
  state: string | null
  period: Period | null
  /** Who asks: only children of whom that one may know are listed and counted. */
  actor: Actor
}

/** Columns under the names that Prisma gives them, so that a row is a row wherever it was read. */
export const COLUMNS = `id, folio, sex, age_group as "ageGroup", nationality, accompaniment, state,
  first_detected_at as "firstDetectedAt"`

export type ListedChild = Pick<
  Child,
  'id' | 'folio' | 'sex' | 'ageGroup' | 'nationality' | 'accompaniment' | 'state' | 'firstDetectedAt'
>

export async function listChildren(db: ChildrenDb, wanted: ChildrenWanted, page: PageArgs): Promise<Page<ListedChild>> {
  const few = await fewInList(db.rows, 'children', sightOf(wanted.actor))
  const { where, values, mark } = conditions(wanted, few)
  const keyset: Keyset = {
    pool: db.rows,
    select: partsInSightOf(wanted.actor, COLUMNS, mark),
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

/** From the counters where these tell: as many as were counted at the last tick, however many rows that is. */
export async function countChildren(db: ChildrenDb, wanted: ChildrenWanted): Promise<number> {
  const { state, period, actor, ...filter } = wanted
  const states = countedStates(actor)
  if (states === null && sightOf(actor).of !== 'ALL') return countRows(db, wanted, childrenToCount)
  const indicator = 'CHILDREN_DETECTED'
  const counted = await periodCounts(db.figures, {
    service: 'children',
    indicators: [indicator],
    dimensions: [],
    period,
    filter,
  })
  if (states === null) return counted.of(state ?? NATION.code, indicator)
  const own = states.filter((code) => state === null || code === state)
  const elsewhere = isNation(states)
    ? 0
    : await countRows(db, wanted, (_actor, mark) => childrenFoundElsewhere(states, mark))
  return own.reduce((sum, code) => sum + counted.of(code, indicator), elsewhere)
}

type Relation = (actor: Actor, mark: (value: unknown) => string) => string

/** Few: whom other states found first, or of whom one office alone may know. */
async function countRows(db: ChildrenDb, wanted: ChildrenWanted, relation: Relation): Promise<number> {
  const { where, values, mark } = conditions(wanted)
  const from = relation(wanted.actor, mark)
  const counted = ofMany(`select count(*) as n from ${from} ${where ? `where ${where}` : ''}`, values)
  const { rows } = await db.rows.query<{ n: number }>(counted)
  return rows[0]?.n ?? 0
}

function conditions(
  { state, period, nationality, ageGroup, accompaniment }: ChildrenWanted,
  few: readonly string[] | null = null,
) {
  const values: unknown[] = []
  const mark = (value: unknown) => `$${values.push(value)}`
  const parts: string[] = []
  if (few) parts.push(`id = any (${mark(few)}::uuid[])`)
  if (state !== null) parts.push(`state = ${mark(state)}`)
  if (period) parts.push(...onDays(period, 'first_detected_at', mark))
  const lists = { nationality, age_group: ageGroup, accompaniment }
  for (const [column, kept] of Object.entries(lists)) {
    if (kept && kept.length > 0) parts.push(`${column} = any (${mark(kept)})`)
  }
  return { where: parts.join(' and '), values, mark }
}
