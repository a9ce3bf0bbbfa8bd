/** Reads what the board shows of placements, for all states at once. One instance a request. */
import type { CountFilter } from '@vigia/kit/graph/counting'
import { onceARequest } from '@vigia/kit/graph/period-counts'
import { type FeedAsked, Told } from '@vigia/kit/graph/told'
import { NATION } from '@vigia/law/states'
import type { Pool } from 'pg'
import { heldTooLongSince } from '../rules/detention.ts'

export interface HeldRow {
  state: string
  asOf: Date
  inReferralCenters: number
  inProhibitedPlaces: number
  inOtherAdHocPlaces: number
  over36Hours: number
  heldSince: Date | null
}

export interface CareRow {
  state: string
  asOf: Date
  childrenNow: number
  overOneYear: number
  capacity: number | null
  centers: number
}

/** Rows by state, and of the nation under "00". */
export type Board<Row> = ReadonlyMap<string, Row>

const SNAPSHOT = `
  select state, as_of as "asOf", in_referral_centers as "inReferralCenters", in_prohibited_places as "inProhibitedPlaces",
    in_other_ad_hoc_places as "inOtherAdHocPlaces", over36_hours as "over36Hours", longest_since as "heldSince",
    in_care as "childrenNow", over_one_year as "overOneYear", capacity, centers
  from placements.snapshot`

/** Counted among the stays that are open, at the instant of the snapshot: a filter asks for cells that it does not hold. */
const FILTERED = `
  select state, $1::timestamptz as "asOf",
    count(*) filter (where kind = 'REFERRAL') as "inReferralCenters",
    count(*) filter (where kind = 'PROHIBITED') as "inProhibitedPlaces",
    count(*) filter (where kind = 'OTHER_AD_HOC') as "inOtherAdHocPlaces",
    count(*) filter (where entered_at <= $2) as "over36Hours",
    min(entered_at) as "heldSince"
  from placements.stay_ledger
  where left_at is null and kind in ('REFERRAL', 'PROHIBITED', 'OTHER_AD_HOC') and entered_at <= $1
    and (coalesce(cardinality($3::text[]), 0) = 0 or nationality = any ($3))
    and (coalesce(cardinality($4::text[]), 0) = 0 or age_group = any ($4))
    and (coalesce(cardinality($5::text[]), 0) = 0 or accompaniment = any ($5))
  group by state`

/** Without which nobody knows who is held: files of stays, by anybody; and who is in care: those of the DIF. */
const STAYS: FeedAsked = { service: 'placements', feed: 'stays', counters: [] }
const STAYS_IN_CARE: FeedAsked = { ...STAYS, sources: ['DIF', 'SNDIF'] }

export class BoardStore {
  readonly #told: Told
  readonly #snapshot
  readonly #filtered

  constructor(pool: Pool) {
    this.#told = new Told(pool)
    this.#snapshot = onceARequest(async () => {
      const { rows } = await pool.query<HeldRow & CareRow>({ name: 'placements-board', text: SNAPSHOT })
      return rows
    })
    this.#filtered = onceARequest(async ({ filter, asOf }: { filter: CountFilter; asOf: Date }) => {
      const lists = [filter.nationality ?? [], filter.ageGroup ?? [], filter.accompaniment ?? []]
      const { rows } = await pool.query<HeldRow>(FILTERED, [asOf, heldTooLongSince(asOf), ...lists])
      return rows
    })
  }

  /** Null before the first snapshot was written. No row for a state of whose stays no file was ever taken in. */
  async held(filter: CountFilter | null): Promise<Board<HeldRow> | null> {
    const [snapshot, told] = await Promise.all([this.#snapshot(''), this.#told.spans(STAYS)])
    const asOf = snapshot[0]?.asOf
    if (!asOf) return null
    const isKnown = (row: HeldRow) => told.has(row.state) || row.heldSince !== null
    if (!filter) return only(isKnown, withNation(snapshot, addHeld))
    const none = (state: string): HeldRow => ({ ...NOBODY, state, asOf })
    const found = new Map((await this.#filtered({ filter, asOf })).map((row) => [row.state, row]))
    const rows = snapshot.map(({ state }) => found.get(state) ?? none(state))
    return only(isKnown, withNation(rows, addHeld))
  }

  /** Null before the first snapshot was written. No row for a state of whose children in care no file was ever taken in. */
  async care(): Promise<Board<CareRow> | null> {
    const [snapshot, told] = await Promise.all([this.#snapshot(''), this.#told.spans(STAYS_IN_CARE)])
    if (snapshot.length === 0) return null
    return only(({ state, childrenNow }) => told.has(state) || childrenNow > 0, withNation(snapshot, addCare))
  }
}

const NOBODY = { inReferralCenters: 0, inProhibitedPlaces: 0, inOtherAdHocPlaces: 0, over36Hours: 0, heldSince: null }

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

function addCare(a: CareRow, b: CareRow): CareRow {
  return {
    state: a.state,
    asOf: a.asOf,
    childrenNow: a.childrenNow + b.childrenNow,
    overOneYear: a.overOneYear + b.overOneYear,
    // Of the centres that say how many places they have; unknown only where none says so.
    capacity: a.capacity === null && b.capacity === null ? null : (a.capacity ?? 0) + (b.capacity ?? 0),
    centers: a.centers + b.centers,
  }
}

function earlier(a: Date | null, b: Date | null): Date | null {
  if (a === null || b === null) return a ?? b
  return a < b ? a : b
}
