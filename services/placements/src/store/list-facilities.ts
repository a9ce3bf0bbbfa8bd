/** Lists facilities by state and name: of the whole country, or one page for each of many states in one statement. */
import type { Facility } from '@vigia/db/placements'
import type { Keyset } from '@vigia/kit/graph/keyset'
import { codesOf } from '@vigia/law/code-list'
import { FACILITY_TYPES } from '@vigia/law/facilities'
import type { Pool } from 'pg'
import { isHome } from '../rules/name-of-place.ts'

export interface FacilitiesWanted {
  types: readonly string[]
  registryStatuses: readonly string[]
  lifecycles: readonly string[]
  /** Whether children are there now; null for either. */
  isOccupied: boolean | null
  /** Keys of INEGI; empty for all. */
  municipalityKeys: readonly string[]
  /** States whose places the asker oversees; null for the whole country. */
  states: readonly string[] | null
}

export type ListedFacility = Pick<
  Facility,
  | 'id'
  | 'name'
  | 'nameKey'
  | 'type'
  | 'state'
  | 'municipality'
  | 'municipalityKey'
  | 'operator'
  | 'runBy'
  | 'capacity'
  | 'carers'
  | 'registryStatus'
  | 'lifecycle'
> & { openedOn: Date | string | null; closedOn: Date | string | null }

const HOMES = codesOf(FACILITY_TYPES).filter(isHome)
/** A home has no name in any answer, and none in the order of a list either: it would tell between which two others its own stands. */
const IS_HOME = `type in (${HOMES.map((type) => `'${type}'`).join(', ')})`
const SHOWN_NAME = `case when ${IS_HOME} then '' else name_key end`

const SELECT = `select id, name, ${SHOWN_NAME} as "nameKey", type, state, municipality,
  municipality_key as "municipalityKey", operator, run_by as "runBy", capacity, carers,
  registry_status as "registryStatus", lifecycle, opened_on as "openedOn", closed_on as "closedOn" from placements.facility`

/** How many in each state. */
export async function countFacilities(pool: Pool, wanted: FacilitiesWanted): Promise<Map<string, number>> {
  const { where, values } = conditions(wanted)
  const { rows } = await pool.query<{ state: string; n: number }>(
    `select state, count(*) as n from placements.facility where ${where} group by state`,
    values,
  )
  return new Map(rows.map(({ state, n }) => [state, n]))
}

export function facilitiesList(pool: Pool, wanted: FacilitiesWanted): Keyset {
  return {
    pool,
    select: SELECT,
    ...conditions(wanted),
    order: [
      { column: 'state', cast: 'char(2)', key: 'state' },
      { column: SHOWN_NAME, cast: 'text', key: 'nameKey' },
      { column: 'id', cast: 'uuid', key: 'id' },
    ],
    descending: false,
  }
}

/** By the index of open stays by facility. */
const SOMEBODY_IS_THERE =
  'exists (select from placements.stay_counted c where c.facility_id = facility.id and c.left_at is null)'

function conditions({ types, registryStatuses, lifecycles, isOccupied, municipalityKeys, states }: FacilitiesWanted) {
  const values: unknown[] = []
  // One that was told to be another is counted and listed as that one.
  const parts = ['same_as is null']
  const lists = { type: types, registry_status: registryStatuses, lifecycle: lifecycles }
  for (const [column, kept] of Object.entries(lists)) {
    if (kept.length > 0) parts.push(`${column} = any ($${values.push(kept)})`)
  }
  if (isOccupied !== null) parts.push(isOccupied ? SOMEBODY_IS_THERE : `not ${SOMEBODY_IS_THERE}`)
  // Where a home is, no answer tells: neither may a filter.
  if (municipalityKeys.length > 0)
    parts.push(`municipality_key = any ($${values.push(municipalityKeys)}::char(5)[]) and not ${IS_HOME}`)
  if (states !== null) parts.push(`state = any ($${values.push(states)}::char(2)[])`)
  return { where: parts.join(' and '), values }
}
