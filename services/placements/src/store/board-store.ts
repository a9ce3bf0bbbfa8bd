/** Reads what the board shows of placements, for all states at once. One instance a request. */
import { ofVersion } from '@vigia/kit/figures/of-version'
import { onceARequest } from '@vigia/kit/figures/period-counts'
import { Told } from '@vigia/kit/figures/told'
import { NATION } from '@vigia/law/states'
import type { Pool } from 'pg'
import { placesOfBoth } from '../rules/care.ts'
import { type CareRow, type CountedCare, type HeldRow, type OpenAsked, openHeld, openInCare } from './open-stays.ts'
import { LISTS, STAYS_HELD, STAYS_IN_CARE } from './told-of-places.ts'

/** Rows by state, and of the nation under "00". */
export type Board<Row> = ReadonlyMap<string, Row>

const SNAPSHOT = `
  select state, as_of as "asOf", in_referral_centers as "inReferralCenters", in_prohibited_places as "inProhibitedPlaces",
    in_other_ad_hoc_places as "inOtherAdHocPlaces", over36_hours as "over36Hours", longest_since as "heldSince",
    in_care as "childrenNow", over_one_year as "overOneYear", capacity, centers
  from placements.snapshot`

export class BoardStore {
  readonly #told: Told
  readonly #snapshot
  readonly #heldAmong
  readonly #inCareAmong

  constructor(pool: Pool) {
    this.#told = new Told(pool)
    this.#snapshot = onceARequest(async () => {
      await this.#told.allOf([STAYS_HELD, STAYS_IN_CARE, LISTS])
      const version = await this.#told.version('placements')
      return ofVersion(pool, { question: 'placements-board', version }, () => readSnapshot(pool))
    })
    this.#heldAmong = onceARequest(({ asked, asOf }: Among) => openHeld(pool, asked, asOf))
    this.#inCareAmong = onceARequest(({ asked, asOf }: Among) => openInCare(pool, asked, asOf))
  }

  /** Null before the first snapshot was written. No row for a state of whose stays INM never told, unless somebody is held all the same. */
  async held(asked: OpenAsked): Promise<Board<HeldRow> | null> {
    const told = await this.#told.spans(STAYS_HELD)
    const snapshot = await this.#snapshot('')
    const asOf = snapshot[0]?.asOf
    if (!asOf) return null
    const isKnown = (row: HeldRow) => told.has(row.state) || row.heldSince !== null
    if (asksForAll(asked)) return only(isKnown, withNation(snapshot, addHeld))
    const found = await this.#heldAmong({ asked, asOf })
    return only(isKnown, withNation(ofEachState(snapshot, found, NOBODY_HELD), addHeld))
  }

  /** The same of children in care, of whom the DIF tells. That there is no centre is known of a state whose list was taken in. */
  async care(asked: OpenAsked): Promise<Board<CareRow> | null> {
    const [told, lists] = [await this.#told.spans(STAYS_IN_CARE), await this.#told.spans(LISTS)]
    const snapshot = await this.#snapshot('')
    const asOf = snapshot[0]?.asOf
    if (!asOf) return null
    const isKnown = ({ state, childrenNow }: CareRow) => told.has(state) || childrenNow > 0
    const rows = asksForAll(asked)
      ? snapshot
      : ofEachState(snapshot, await this.#inCareAmong({ asked, asOf }), NOBODY_IN_CARE)
    const board = only(isKnown, withNation<CountedCare>(rows, addCare))
    return new Map([...board].map(([state, row]) => [state, lists.has(state) ? row : withoutList(row)]))
  }
}

async function readSnapshot(pool: Pool): Promise<readonly (HeldRow & CountedCare)[]> {
  const { rows } = await pool.query<HeldRow & CountedCare>({ name: 'placements-board', text: SNAPSHOT })
  return rows
}

/** What stays tell of centres is told; that there is none nobody knows. */
function withoutList(row: CountedCare): CareRow {
  return row.centers === 0 ? { ...row, centers: null, capacity: null } : row
}

interface Among {
  asked: OpenAsked
  asOf: Date
}

const NOBODY_HELD = {
  inReferralCenters: 0,
  inProhibitedPlaces: 0,
  inOtherAdHocPlaces: 0,
  over36Hours: 0,
  heldSince: null,
} as const
const NOBODY_IN_CARE = { childrenNow: 0, overOneYear: 0, capacity: 0, centers: 0 } as const

function asksForAll({ filter, facilityTypes }: OpenAsked): boolean {
  return filter === null && facilityTypes.length === 0
}

/** A row for each state of the snapshot: the one found, else one that counts nobody. */
function ofEachState<Row extends { state: string; asOf: Date }>(
  snapshot: readonly { state: string; asOf: Date }[],
  found: readonly Row[],
  nobody: Omit<Row, 'state' | 'asOf'>,
): Row[] {
  const byState = new Map(found.map((row) => [row.state, row]))
  return snapshot.map(({ state, asOf }) => byState.get(state) ?? ({ ...nobody, state, asOf } as Row))
}

function withNation<Row extends { state: string }>(rows: readonly Row[], add: (a: Row, b: Row) => Row): Board<Row> {
  const nation = { ...rows.reduce(add), state: NATION.code }
  return new Map([nation, ...rows].map((row) => [row.state, row]))
}

function only<Row>(isKnown: (row: Row) => boolean, board: Board<Row>): Board<Row> {
  return new Map([...board].filter(([, row]) => isKnown(row)))
}

function addHeld(a: HeldRow, b: HeldRow): HeldRow {
  return {
    state: a.state,
    asOf: a.asOf,
    inReferralCenters: a.inReferralCenters + b.inReferralCenters,
    inProhibitedPlaces: a.inProhibitedPlaces + b.inProhibitedPlaces,
    inOtherAdHocPlaces: a.inOtherAdHocPlaces + b.inOtherAdHocPlaces,
    over36Hours: a.over36Hours + b.over36Hours,
    heldSince: earlier(a.heldSince, b.heldSince),
  }
}

function addCare(a: CountedCare, b: CountedCare): CountedCare {
  return {
    state: a.state,
    asOf: a.asOf,
    childrenNow: a.childrenNow + b.childrenNow,
    overOneYear: a.overOneYear + b.overOneYear,
    capacity: placesOfBoth(a, b),
    centers: a.centers + b.centers,
  }
}

function earlier(a: Date | null, b: Date | null): Date | null {
  if (a === null || b === null) return a ?? b
  return a < b ? a : b
}
