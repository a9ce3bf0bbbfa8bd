/** Asks the registry whom the live simulation has to go on with: children held, waiting for a case, or for a determination. */
import { FACILITY_TYPES, type FacilityType, isDetention } from '@vigia/law/facilities'
import type { StateCode } from '@vigia/law/states'
import type { Pool } from 'pg'
import type { LeftBehind } from '../../../prisma/seed/live.ts'

/** As many as a simulation moves in a day; it asks again before they are used up. */
const AT_MOST = 80

const HELD = `
  select s.child_id as id, s.entered_at, f.key, f.name, f.type, f.state
  from placements.stay s join placements.facility f on f.id = s.facility_id
  where s.left_at is null and f.type = any ($1)`

/** The latest first: what an office works off is what it was just told of. */
const WAITING = `
  select child_id as id from representation.case_ledger
  where notified_at is not null and opened_at is null order by notified_at desc limit ${AT_MOST}`

const UNDECIDED = `
  select c.child_id as id, c.folio, c.state from representation.protection_case c
  where c.status = 'OPEN' and not exists (select from representation.determination d where d.child_id = c.child_id)
  order by c.opened_at desc limit ${AT_MOST}`

const WITH_CASE = `select distinct child_id as id from representation.protection_case where child_id = any ($1)`

const CHILDREN = `
  select distinct on (d.child_id) d.child_id as id, d.acta, d.state, d.accompaniment, d.nationality, d.ppnna_notified_at, c.language
  from children.detection d join children.child c on c.id = d.child_id
  where d.child_id = any ($1) order by d.child_id, d.detected_at desc`

interface Held {
  id: string
  entered_at: Date
  key: string | null
  name: string
  type: FacilityType
  state: StateCode
}

interface Child {
  id: string
  acta: string
  state: StateCode
  accompaniment: string
  nationality: string
  ppnna_notified_at: Date | null
  language: string | null
}

interface Logins {
  pool: (service: 'children' | 'placements' | 'representation') => Pool
}

const DETENTION = (Object.keys(FACILITY_TYPES) as FacilityType[]).filter(isDetention)

/** Each by the login of the service that knows it. */
export async function leftBehind({ pool }: Logins): Promise<LeftBehind[]> {
  const [children, placements, representation] = [pool('children'), pool('placements'), pool('representation')]
  const held = await byId<Held>(placements, HELD, [DETENTION])
  const undecided = await byId<Pick<Child, 'id' | 'state'> & { folio: string }>(representation, UNDECIDED)
  const waiting = await byId<{ id: string }>(representation, WAITING)
  const ids = [...new Set([...held.keys(), ...waiting.keys(), ...undecided.keys()])]
  const withCase = await byId<{ id: string }>(representation, WITH_CASE, [ids])
  const known = await byId<Child>(children, CHILDREN, [ids])
  return [...known.values()].map((child) => ({
    ...{ acta: child.acta, nationality: child.nationality, language: child.language },
    state: undecided.get(child.id)?.state ?? child.state,
    isAlone: child.accompaniment === 'UNACCOMPANIED',
    noticeAt: child.ppnna_notified_at,
    held: heldOf(held.get(child.id)),
    folio: undecided.get(child.id)?.folio ?? null,
    hasCase: withCase.has(child.id),
  }))
}

function heldOf(row: Held | undefined): LeftBehind['held'] {
  if (!row) return null
  const { key, name, type, state, entered_at: enteredAt } = row
  return { place: { key, name, type, state }, enteredAt }
}

async function byId<Row extends { id: string }>(
  pool: Pool,
  sql: string,
  values: readonly unknown[] = [],
): Promise<Map<string, Row>> {
  const { rows } = await pool.query<Row>(sql, [...values])
  return new Map(rows.map((row) => [row.id, row]))
}
