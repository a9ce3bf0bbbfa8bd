/** Reads what the board shows of the Procuradurías' work, for all states at once. One instance a request. */

import { ofVersion } from '@vigia/kit/figures/of-version'
import { onceARequest } from '@vigia/kit/figures/period-counts'
import { type FeedAsked, Told } from '@vigia/kit/figures/told'
import type { CountFilter } from '@vigia/kit/graph/counting'
import { NATION, STATE_CODES } from '@vigia/law/states'
import type { Pool } from 'pg'
import { backlogBounds } from '../rules/backlog.ts'
import { suspensionsKnown } from './suspension-store.ts'

export interface CaseworkRow {
  state: string
  asOf: Date
  unprocessed: number
  under24Hours: number
  from24To72Hours: number
  from72HoursTo5WorkingDays: number
  over5WorkingDays: number
  /** Null: not known. */
  withoutDetermination: number | null
  oldestNotifiedAt: Date | null
  /** How many entries on suspensions of work are in the calendar by which it was counted. */
  calendarEntries: number
}

/** Rows by state, and of the nation under "00". */
export type Casework = ReadonlyMap<string, CaseworkRow>

const SNAPSHOT = `
  select state, as_of as "asOf", unprocessed, under24_hours as "under24Hours", from24_to72_hours as "from24To72Hours",
    from72_hours_to5_working_days as "from72HoursTo5WorkingDays", over5_working_days as "over5WorkingDays",
    without_determination as "withoutDetermination", oldest_notified_at as "oldestNotifiedAt", calendar_entries as "calendarEntries"
  from representation.snapshot`

const KEEPS = `(coalesce(cardinality($7::text[]), 0) = 0 or nationality = any ($7))
    and (coalesce(cardinality($8::text[]), 0) = 0 or age_group = any ($8))
    and (coalesce(cardinality($9::text[]), 0) = 0 or accompaniment = any ($9))`
const STOCKS = `'UNPROCESSED_CASES', 'WITHOUT_DETERMINATION'`

/** As the snapshot is written (actions/write-snapshot.ts), from the cube: totals less the recent end, all of one instant. */
const FILTERED = `
  with stock as (
    select state,
      coalesce(sum(n) filter (where indicator = 'UNPROCESSED_CASES'), 0) as unprocessed,
      coalesce(sum(n) filter (where indicator = 'WITHOUT_DETERMINATION'), 0) as without_determination
    from (select indicator, state, n from representation.month_cube where indicator in (${STOCKS}) and ${KEEPS}
          union all
          select indicator, state, n from representation.delta where indicator in (${STOCKS}) and ${KEEPS}) parts
    group by state
  ), recent as ( -- State by state: joined, all that were ever overdue are read.
    select state,
      count(*) filter (where notified_at > $2) as under24,
      count(*) filter (where notified_at <= $2 and notified_at > $3) as under72,
      count(*) filter (where notified_at <= $3) as under5
    from unnest($5::char(2)[], $4::timestamptz[]) as of_state (state, overdue_before), lateral (
      select notified_at from representation.case_counted l
      where l.state = of_state.state and opened_at is null and notified_at >= overdue_before and ${KEEPS} offset 0) open
    group by state
  )
  select state, $1::timestamptz as "asOf", coalesce(unprocessed, 0)::int as unprocessed,
    coalesce(under24, 0)::int as "under24Hours", coalesce(under72, 0)::int as "from24To72Hours",
    coalesce(under5, 0)::int as "from72HoursTo5WorkingDays",
    (coalesce(unprocessed, 0) - coalesce(under24 + under72 + under5, 0))::int as "over5WorkingDays",
    coalesce(without_determination, 0)::int as "withoutDetermination",
    (select notified_at from representation.case_counted l
     where l.state = state.state and opened_at is null and notified_at is not null and ${KEEPS}
     order by notified_at limit 1) as "oldestNotifiedAt", $6::int as "calendarEntries"
  from unnest($5::char(2)[]) as state (state) left join stock using (state) left join recent using (state)`

/** The Procuraduría's own files, which tell of notices too. */
const CASES: FeedAsked = { service: 'representation', feed: 'protection-cases', counters: [] }

/**
 * Notices come with the detections of the children service, of which every child of its picture is one: INM tells of all
 * states. Nothing is known of the first of them until they are counted.
 */
const DETECTIONS_TOLD = `
  select exists (select from representation.child_known) and (
    exists (select from representation.day_counter where indicator = 'UNPROCESSED_CASES')
    or not exists (select from representation.delta where indicator = 'UNPROCESSED_CASES')) as told`

export class CaseworkStore {
  readonly #told: Told
  readonly #detectionsTold
  readonly #snapshot
  readonly #filtered

  constructor(pool: Pool) {
    this.#told = new Told(pool)
    this.#detectionsTold = onceARequest(async () => {
      const { rows } = await pool.query<{ told: boolean }>({ name: 'detections-told', text: DETECTIONS_TOLD })
      return rows[0]?.told === true
    })
    this.#snapshot = onceARequest(async () => {
      const version = await this.#told.version('representation')
      return ofVersion(pool, { question: 'representation-board', version }, () => readSnapshot(pool))
    })
    this.#filtered = onceARequest(async ({ filter, asOf }: { filter: CountFilter; asOf: Date }) => {
      const { entries, inForce } = await suspensionsKnown(pool)
      const { after24Hours, after72Hours, overdueBefore } = backlogBounds(asOf, inForce)
      const lists = [filter.nationality ?? [], filter.ageGroup ?? [], filter.accompaniment ?? []]
      const values = [asOf, after24Hours, after72Hours, overdueBefore, STATE_CODES, entries, ...lists]
      return (await pool.query<CaseworkRow>(FILTERED, values)).rows
    })
  }

  /** Null before the first snapshot was written. No row for a state of which neither notices nor cases were ever told. */
  async read(filter: CountFilter | null): Promise<Casework | null> {
    const [cases, isOfDetections] = await Promise.all([this.#told.spans(CASES), this.#detectionsTold('')])
    const snapshot = await this.#snapshot('')
    const asOf = snapshot[0]?.asOf
    if (!asOf) return null
    const rows = filter ? await this.#filtered({ filter, asOf }) : snapshot
    const nation = { ...rows.reduce(add), state: NATION.code }
    const known = [nation, ...rows].filter(({ state }) => isOfDetections || cases.has(state))
    return new Map(known.map((row) => [row.state, cases.has(row.state) ? row : withoutFiles(row)]))
  }
}

async function readSnapshot(pool: Pool): Promise<readonly CaseworkRow[]> {
  const { rows } = await pool.query<CaseworkRow>({ name: 'representation-board', text: SNAPSHOT })
  return rows
}

/** Of an office that never told of its files it is not known for whom it has determined nothing; of a child whose file is another's it is. */
function withoutFiles(row: CaseworkRow): CaseworkRow {
  return { ...row, withoutDetermination: row.withoutDetermination || null }
}

function add(a: CaseworkRow, b: CaseworkRow): CaseworkRow {
  return {
    state: a.state,
    asOf: a.asOf,
    unprocessed: a.unprocessed + b.unprocessed,
    under24Hours: a.under24Hours + b.under24Hours,
    from24To72Hours: a.from24To72Hours + b.from24To72Hours,
    from72HoursTo5WorkingDays: a.from72HoursTo5WorkingDays + b.from72HoursTo5WorkingDays,
    over5WorkingDays: a.over5WorkingDays + b.over5WorkingDays,
    withoutDetermination: (a.withoutDetermination ?? 0) + (b.withoutDetermination ?? 0),
    oldestNotifiedAt: earlier(a.oldestNotifiedAt, b.oldestNotifiedAt),
    calendarEntries: Math.max(a.calendarEntries, b.calendarEntries),
  }
}

function earlier(a: Date | null, b: Date | null): Date | null {
  if (a === null || b === null) return a ?? b
  return a < b ? a : b
}
