/** Reads facilities one by one and who is in them now. One instance a request: what is asked one by one is fetched together. */
import type { Facility, PlacementsDb } from '@vigia/db/placements'
import { onceARequest } from '@vigia/kit/figures/period-counts'
import { Told } from '@vigia/kit/figures/told'
import { batchById } from '@vigia/kit/graph/batch-by-id'
import { keysetPage, type Page, pagesOfEach } from '@vigia/kit/graph/keyset'
import { known } from '@vigia/kit/graph/known-code'
import type { PageArgs } from '@vigia/kit/graph/page'
import { FACILITY_TYPES } from '@vigia/law/facilities'
import { countFacilities, type FacilitiesWanted, facilitiesList, type ListedFacility } from './list-facilities.ts'
import { staysIn } from './told-of-places.ts'

export interface Occupants {
  facilityId: string
  childrenNow: number
  /** Entry of whoever is there longest. */
  since: Date | null
  /** Of them, those who are there for 36 hours or longer. */
  over36Hours: number
}

/** By the index of open stays by facility: bounded by who is there. */
const OCCUPANTS = `
  select facility_id as "facilityId", count(*) as "childrenNow", min(entered_at) as since,
    count(*) filter (where entered_at <= (select as_of from outbox.service_version where service = 'placements')
      - interval '36 hours') as "over36Hours"
  from placements.stay_counted where left_at is null and facility_id = any ($1::uuid[]) group by facility_id`

type PagesOfStates = ReturnType<typeof pagesOfStates>

function pagesOfStates(pool: PlacementsDb['figures'], wanted: FacilitiesWanted, args: PageArgs) {
  return pagesOfEach<ListedFacility>(facilitiesList(pool, wanted), { column: 'state' }, args)
}

export class FacilityStore {
  readonly byId
  readonly occupantsOf
  /** When the figures of this service were last raised; null before they first were. */
  readonly asOf: () => Promise<Date | null>
  readonly #pool
  readonly #told
  readonly #counts
  readonly #pages = new Map<string, PagesOfStates>()

  constructor({ prisma, figures: pool }: PlacementsDb) {
    this.#pool = pool
    this.#told = new Told(pool)
    this.#counts = onceARequest((wanted: FacilitiesWanted) => countFacilities(pool, wanted))
    this.byId = batchById<string, Facility>(
      (ids) => prisma.facility.findMany({ where: { id: { in: [...ids] } } }),
      ({ id }) => id,
    )
    this.occupantsOf = batchById<string, Occupants>(
      async (ids) => (await pool.query<Occupants>(OCCUPANTS, [ids])).rows,
      ({ facilityId }) => facilityId,
    )
    const once = onceARequest(async () => {
      const { rows } = await pool.query<{ as_of: Date }>(
        "select as_of from outbox.service_version where service = 'placements'",
      )
      return rows[0]?.as_of ?? null
    })
    this.asOf = () => once('')
  }

  /** Whether anybody ever told who is in places of that type in that state. */
  async isToldOf({ type, state }: Pick<ListedFacility, 'type' | 'state'>): Promise<boolean> {
    return (await this.#told.spans(staysIn(known(FACILITY_TYPES, type)))).has(state)
  }

  /** A page of the country for null, else of the state: the same page of many states is one statement. */
  async page(state: string | null, wanted: FacilitiesWanted, args: PageArgs): Promise<Page<ListedFacility>> {
    if (state === null) return keysetPage<ListedFacility>(facilitiesList(this.#pool, wanted), args)
    const key = JSON.stringify([wanted, args])
    const pages = this.#pages.get(key) ?? pagesOfStates(this.#pool, wanted, args)
    this.#pages.set(key, pages)
    const found = await pages.load(state)
    if (!found) throw new Error(`No page for state ${state}`)
    return found.page
  }

  /** How many in all pages. */
  async count(state: string | null, wanted: FacilitiesWanted): Promise<number> {
    const counts = await this.#counts(wanted)
    if (state !== null) return counts.get(state) ?? 0
    return [...counts.values()].reduce((sum, n) => sum + n, 0)
  }
}
