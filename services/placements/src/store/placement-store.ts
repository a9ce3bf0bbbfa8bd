/** Reads the stays of children. One instance a request: what is asked one by one is fetched together. */
import type { PlacementsDb, Stay, UrgentMeasure } from '@vigia/db/placements'
import { batchById, batchManyById } from '@vigia/kit/graph/batch-by-id'
import type { Seeing } from '@vigia/kit/graph/in-sight'
import { keysetPage, type Page, pagesOfEach } from '@vigia/kit/graph/keyset'
import type { PageArgs } from '@vigia/kit/graph/page'
import type { Pool } from 'pg'
import { type ListedStay, type PlacementsWanted, placementsList } from './list-placements.ts'

const KEEPING = {
  ...{ id: true, sleepsWith: true, siblingsApart: true, missingReported: true, missingReportedAt: true },
  bed: true,
} as const
type Keeping = Pick<Stay, keyof typeof KEEPING>

export class PlacementStore {
  /** The stays of a child, the latest first. None for a child that the actor may not know of. */
  readonly ofChild
  readonly measuresOf
  /** What a place tells of how it keeps a child. Null for a stay of a child that the actor may not know of. */
  readonly keepingOf
  readonly #pool: Pool
  readonly #pages = new Map<string, ReturnType<typeof pagesOfPlaces>>()

  constructor({ prisma, rows: pool }: PlacementsDb, inSight: Seeing) {
    this.#pool = pool
    this.ofChild = batchManyById<string, Stay>(
      async (ids) =>
        prisma.stay.findMany({
          where: { childId: { in: await inSight(ids) } },
          orderBy: [{ enteredAt: 'desc' }, { id: 'desc' }],
        }),
      ({ childId }) => childId,
    )
    this.keepingOf = batchById<string, Keeping>(
      (ids) => prisma.stay.findMany({ select: KEEPING, where: { id: { in: [...ids] } } }),
      ({ id }) => id,
    )
    this.measuresOf = batchManyById<string, UrgentMeasure>(
      (ids) =>
        prisma.urgentMeasure.findMany({
          where: { stayId: { in: [...ids] } },
          orderBy: [{ orderedAt: 'desc' }, { id: 'desc' }],
        }),
      ({ stayId }) => stayId,
    )
  }

  /** A page of the stays in a place, or in all for null: the same page of many places is one statement. */
  async page(facilityId: string | null, wanted: PlacementsWanted, args: PageArgs): Promise<Page<ListedStay>> {
    if (facilityId === null) return keysetPage<ListedStay>(placementsList(this.#pool, wanted), args)
    const key = JSON.stringify([wanted, args])
    const pages = this.#pages.get(key) ?? pagesOfPlaces(this.#pool, wanted, args)
    this.#pages.set(key, pages)
    const found = await pages.load(facilityId)
    if (!found) throw new Error(`No page for place ${facilityId}`)
    return found.page
  }
}

function pagesOfPlaces(pool: Pool, wanted: PlacementsWanted, args: PageArgs) {
  const list = placementsList(pool, wanted)
  return pagesOfEach<ListedStay>(list, { column: 'l.facility_id', cast: 'uuid' }, args)
}
