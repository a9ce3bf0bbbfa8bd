/** Reads the stays of children. One instance a request: what is asked one by one is fetched together. */
import type { PlacementsDb, Stay, UrgentMeasure } from '@vigia/db/placements'
import { isOfOthers, type WithOthers } from '@vigia/kit/competence/others'
import { batchById, batchManyById } from '@vigia/kit/graph/batch-by-id'
import type { Seeing } from '@vigia/kit/graph/in-sight'
import { keysetPage, type Page, pagesOfEach } from '@vigia/kit/graph/keyset'
import type { PageArgs } from '@vigia/kit/graph/page'
import type { Pool } from 'pg'
import { type ListedStay, type PlacementsWanted, placementsList, placementsOfAll } from './list-placements.ts'

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

  constructor({ prisma, rows: pool }: PlacementsDb, inSight: Seeing, withOthers: WithOthers) {
    this.#pool = pool
    this.ofChild = batchManyById<string, Stay>(
      async (ids) => {
        const keys = await inSight(ids)
        const whole = prisma.stay.findMany({
          where: { childId: { in: keys } },
          orderBy: [{ enteredAt: 'desc' }, { id: 'desc' }],
        })
        return withOthers(whole, {
          ...{ acts: 'placements.stay', by: 'childId', keys },
          at: ({ enteredAt }) => enteredAt,
        })
      },
      ({ childId }) => childId,
    )
    this.keepingOf = batchById<string, Keeping>(
      (ids) => prisma.stay.findMany({ select: KEEPING, where: { id: { in: [...ids] } } }),
      ({ id }) => id,
    )
    this.measuresOf = batchManyById<string, UrgentMeasure>(
      (keys) => {
        const whole = prisma.urgentMeasure.findMany({
          where: { stayId: { in: [...keys] } },
          orderBy: [{ orderedAt: 'desc' }, { id: 'desc' }],
        })
        return withOthers(whole, {
          ...{ acts: 'placements.urgent_measure', by: 'stayId', keys },
          at: ({ orderedAt }) => orderedAt,
        })
      },
      ({ stayId }) => stayId,
    )
  }

  /** A page of the stays in a place, or in all for null: the same page of many places is one statement. */
  async page(facilityId: string | null, wanted: PlacementsWanted, args: PageArgs): Promise<Page<ListedStay>> {
    if (facilityId === null) return keysetPage<ListedStay>(await placementsOfAll(this.#pool, wanted), args)
    const key = JSON.stringify([wanted, args])
    const pages = this.#pages.get(key) ?? pagesOfPlaces(this.#pool, wanted, args)
    this.#pages.set(key, pages)
    const found = await pages.load(facilityId)
    if (!found) throw new Error(`No page for place ${facilityId}`)
    return found.page
  }
}

/** Where a stay is or was, as far as custody follows from it. */
interface PlaceOfCustody {
  type: string
  runBy: string | null
}

/** The view of stays of others tells this of the place, and nothing else. */
export function placeOfOthers(stay: object): PlaceOfCustody | null {
  if (!isOfOthers(stay)) return null
  const { facilityType: type, runBy } = stay as unknown as { facilityType: string; runBy: string | null }
  return { type, runBy }
}

function pagesOfPlaces(pool: Pool, wanted: PlacementsWanted, args: PageArgs) {
  const list = placementsList(pool, wanted)
  return pagesOfEach<ListedStay>(list, { column: 'l.facility_id', cast: 'uuid' }, args)
}
