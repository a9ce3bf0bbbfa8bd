/** Open alerts of one kind, one place (else one state) and one local day, together: a page of such notices, each with what is under it. */
import type { Actor } from '@vigia/kit/actor'
import { sightOf } from '@vigia/kit/graph/in-sight'
import { type Keyset, keysetPage, type Page } from '@vigia/kit/graph/keyset'
import type { PageArgs } from '@vigia/kit/graph/page'
import type { AlertKind } from '@vigia/law/alert-kinds'
import type { LocalDate } from '@vigia/law/local-dates'
import type { Pool } from 'pg'
import { type AlertsWanted, nowWhere } from './alerts-wanted.ts'

export interface AlertGroupRow {
  kind: AlertKind
  state: string
  /** The zero id where the alerts are of no place. */
  place: string
  day: LocalDate
  /** Of alerts about children one of these; null for those about a place or a state. */
  aChild: string | null
  amber: number
  red: number
  critical: number
  /** Of them, those that somebody sees to now. */
  acknowledged: number
  firstSince: Date
  firstOpenedAt: Date
  lastOpenedAt: Date
}

const NO_PLACE = '00000000-0000-0000-0000-000000000000'
const DAY = "(a.opened_at at time zone 'America/Mexico_City')::date"
const counted = (severity: string) =>
  `count(*) filter (where a.severity = '${severity}')::int as ${severity.toLowerCase()}`

/**
 * Whether no alert of another state can be among them: then they are in order without it, and are read in the order of an index, a page of
 * them and no further. In an order that names it the whole day was read, of which a first file opens hundreds of thousands.
 */
function isOfOneState({ state }: AlertsWanted, actor: Actor): boolean {
  const sight = sightOf(actor)
  return state !== null || ('states' in sight && sight.states.length === 1)
}

/** The latest day first; only those that stand open, of those that the actor may read one by one. */
export function groupsPage(
  pool: Pool,
  wanted: AlertsWanted,
  actor: Actor,
  args: PageArgs,
): Promise<Page<AlertGroupRow>> {
  const { where, values } = nowWhere({ ...wanted, isOpen: true }, actor, 'AT_ONCE')
  const grouped = `select ${DAY} as day, a.state, a.kind, coalesce(a.facility_id, '${NO_PLACE}') as place, ${counted('AMBER')},
    ${counted('RED')}, ${counted('CRITICAL')}, count(a.acknowledged_until)::int as acknowledged, min(a.child_id::text) as "aChild", min(a.since) as "firstSince", min(a.opened_at) as "firstOpenedAt", max(a.opened_at) as "lastOpenedAt"
    from oversight.alert a where ${where} group by 1, 2, 3, 4
    order by 1 desc, 2 desc, 3 desc, 4 desc`
  const byState = { column: 'g.state', cast: 'char(2)', key: 'state' }
  const keyset: Keyset = {
    ...{ pool, values, where: '', descending: true, isOfMany: true },
    select: `select g.* from (${grouped}) g`,
    order: [
      { column: 'g.day', cast: 'date', key: 'day' },
      ...(isOfOneState(wanted, actor) ? [] : [byState]),
      { column: 'g.kind', cast: 'text', key: 'kind' },
      { column: 'g.place', cast: 'uuid', key: 'place' },
    ],
  }
  return keysetPage<AlertGroupRow>(keyset, args)
}

export const placeOf = ({ place }: AlertGroupRow): string | null => (place === NO_PLACE ? null : place)
