/** Reads visits of supervision: the same page of many places is one statement, and so is the count. One instance a request. */
import type { Inspection, PlacementsDb } from '@vigia/db/placements'
import { batchById } from '@vigia/kit/graph/batch-by-id'
import type { Period } from '@vigia/kit/graph/counting'
import { type Keyset, type Page, pagesOfEach } from '@vigia/kit/graph/keyset'
import type { PageArgs } from '@vigia/kit/graph/page'
import type { Pool } from 'pg'

export interface InspectionsWanted {
  period: Period | null
  results: readonly string[]
}

export type ListedInspection = Pick<Inspection, 'id' | 'authority' | 'result' | 'observations'> & {
  inspectedOn: string
}

const SELECT = `select id, inspected_on as "inspectedOn", authority, result, observations from placements.inspection`

export class InspectionStore {
  readonly #pool: Pool
  readonly #pages = new Map<string, ReturnType<typeof pagesOfPlaces>>()
  readonly #counts = new Map<string, ReturnType<typeof countsOfPlaces>>()

  constructor({ figures: pool }: PlacementsDb) {
    this.#pool = pool
  }

  async page(facilityId: string, wanted: InspectionsWanted, args: PageArgs): Promise<Page<ListedInspection>> {
    const key = JSON.stringify([wanted, args])
    const pages = this.#pages.get(key) ?? pagesOfPlaces(this.#pool, wanted, args)
    this.#pages.set(key, pages)
    const found = await pages.load(facilityId)
    if (!found) throw new Error(`No page for place ${facilityId}`)
    return found.page
  }

  async count(facilityId: string, wanted: InspectionsWanted): Promise<number> {
    const key = JSON.stringify(wanted)
    const counts = this.#counts.get(key) ?? countsOfPlaces(this.#pool, wanted)
    this.#counts.set(key, counts)
    return (await counts.load(facilityId))?.n ?? 0
  }
}

function pagesOfPlaces(pool: Pool, wanted: InspectionsWanted, args: PageArgs) {
  const keyset: Keyset = {
    pool,
    select: SELECT,
    ...conditions(wanted),
    order: [
      { column: 'inspected_on', cast: 'date', key: 'inspectedOn' },
      { column: 'id', cast: 'uuid', key: 'id' },
    ],
    descending: true,
  }
  return pagesOfEach<ListedInspection>(keyset, { column: 'facility_id', cast: 'uuid' }, args)
}

function countsOfPlaces(pool: Pool, wanted: InspectionsWanted) {
  return batchById<string, { id: string; n: number }>(
    async (keys) => {
      const { where, values } = conditions(wanted)
      const text = `select facility_id as id, count(*) as n from placements.inspection
        where facility_id = any ($${values.push(keys)}::uuid[]) ${where ? `and ${where}` : ''} group by facility_id`
      return (await pool.query<{ id: string; n: number }>(text, values)).rows
    },
    ({ id }) => id,
  )
}

function conditions({ period, results }: InspectionsWanted) {
  const values: unknown[] = []
  const parts: string[] = []
  if (period) parts.push(`inspected_on between $${values.push(period.from)} and $${values.push(period.to)}`)
  if (results.length > 0) parts.push(`result = any ($${values.push(results)})`)
  return { where: parts.join(' and '), values }
}
