/** Lists stays, the latest entry first: of all places, or the same page for each of many places in one statement. */
import type { Stay } from '@vigia/db/placements'
import { onDays, type Period } from '@vigia/kit/graph/counting'
import { fewInList, type Sight, whereInSight } from '@vigia/kit/graph/in-sight'
import type { Keyset, Part } from '@vigia/kit/graph/keyset'
import type { Overseen } from '@vigia/law/competence'
import type { Pool } from 'pg'

export interface PlacementsWanted {
  /** State of the place by its INEGI code; null for all. */
  state: string | null
  /** Local days of the entry. */
  period: Period | null
  nationalities: readonly string[]
  ageGroups: readonly string[]
  accompaniments: readonly string[]
  facilityTypes: readonly string[]
  /** Whether the child is there now; null for both. */
  isOpen: boolean | null
  /** Local days on one of which at least the child was there; left out, on whichever. */
  there?: Period | null
  /** Whole hours that it lasted at least, so far where it goes on; left out, however long. */
  minHours?: number | null
  /** Whose stays the asker may know of. */
  sight: Sight
  /** Of one who oversees one side: the stays that it reads whole. */
  overseen: OverseenPlaces | null
}

/** Places kept by federal bodies for null states, else by those of these states. */
interface OverseenPlaces {
  side: Overseen
  states: readonly string[] | null
}

export type ListedStay = Pick<Stay, 'id' | 'childId' | 'facilityId' | 'enteredAt' | 'leftAt' | 'exitType'>

/** The ledger holds of each stay what is filtered by; how it ended stands with the fact alone. */
const SELECT = `select l.stay_id as id, l.child_id as "childId", l.facility_id as "facilityId", l.entered_at as "enteredAt",
  l.left_at as "leftAt", (select exit_type from placements.stay s where s.id = l.stay_id) as "exitType"
  from placements.stay_ledger l`

/** Of all places. Whoever knows of few children by acts reads by these; an ombudsperson of states who knows of many, by place. */
export async function placementsOfAll(pool: Pool, wanted: PlacementsWanted): Promise<Keyset> {
  const few = await fewInList(pool, 'placements', wanted.sight)
  const { overseen } = wanted
  const byPlace = few === null && overseen?.states ? overseen : null
  const { where, values, mark } = conditions(byPlace ? { ...wanted, overseen: null } : wanted, few)
  return { ...inOrder(pool), select: byPlace ? [ofEachPlace(byPlace, mark)] : SELECT, where, values }
}

export function placementsList(pool: Pool, wanted: PlacementsWanted): Keyset {
  const { where, values } = conditions(wanted, null)
  return { ...inOrder(pool), select: SELECT, where, values }
}

function inOrder(pool: Pool) {
  return {
    pool,
    order: [
      { column: 'l.entered_at', cast: 'timestamptz', key: 'enteredAt' },
      { column: 'l.stay_id', cast: 'uuid', key: 'id' },
    ],
    descending: true,
  }
}

/** In a place the stays have an order. All of those of a state's places together were read and sorted: a hundred thousand. */
function ofEachPlace(overseen: OverseenPlaces, mark: Mark): Part {
  const select = SELECT.replace('placements.stay_ledger l', STAYS_OF_PLACE)
  return { each: `(${placesOf(overseen, mark)} offset 0) of_place (id)`, select }
}
const STAYS_OF_PLACE = '(select * from placements.stay_ledger where facility_id = of_place.id) l'

type Mark = (value: unknown) => string

function conditions(wanted: PlacementsWanted, few: readonly string[] | null) {
  const { state, period, facilityTypes, isOpen, sight, overseen } = wanted
  const values: unknown[] = []
  const mark = (value: unknown) => `$${values.push(value)}`
  const parts: string[] = []
  if (state !== null) parts.push(`l.state = ${mark(state)}`)
  if (period) parts.push(...onDays(period, 'l.entered_at', mark))
  if (isOpen !== null) parts.push(`l.left_at is ${isOpen ? '' : 'not '}null`)
  if (wanted.there) parts.push(...wasThere(wanted.there, mark))
  if (wanted.minHours) parts.push(...lasted(`make_interval(hours => ${mark(wanted.minHours)})`))
  const lists = { nationality: wanted.nationalities, age_group: wanted.ageGroups, accompaniment: wanted.accompaniments }
  for (const [column, kept] of Object.entries(lists)) {
    if (kept.length > 0) parts.push(`l.${column} = any (${mark(kept)})`)
  }
  if (facilityTypes.length > 0) {
    const places = `select id from placements.facility where type = any (${mark(facilityTypes)})`
    parts.push(`l.facility_id = any (array(${places}))`)
  }
  if (overseen) parts.push(`l.facility_id = any (array(${placesOf(overseen, mark)}))`)
  parts.push(...whereInSight('placements', sight, few, mark, 'l.child_id'))
  return { where: parts.join(' and '), values, mark }
}

/** Who left within the first of the days was there on it. */
const wasThere = ({ from, to }: Period, mark: Mark): string[] => [
  `l.entered_at < (${mark(to)}::date + 1)::timestamp at time zone 'America/Mexico_City'`,
  `(l.left_at is null or l.left_at >= ${mark(from)}::date::timestamp at time zone 'America/Mexico_City')`,
]

/** The first follows from the second, and the order of the list begins there. */
const lasted = (span: string): string[] => [
  `l.entered_at <= now() - ${span}`,
  `coalesce(l.left_at, now()) - l.entered_at >= ${span}`,
]

/** By the same function as the policies of the database: of acts of others no list tells, nor any filter of one. Of places there are few. */
function placesOf({ side, states }: OverseenPlaces, mark: Mark): string {
  const ofStates = states === null ? '' : `and f.state = any (${mark(states)}::char(2)[])`
  return `select f.id from placements.facility f where sec.side_of_place(f.type, f.run_by) = ${mark(side)} ${ofStates}`
}
