/** Reads relatives of children. One instance a request: what is asked one by one is fetched together. */
import type { ChildrenDb } from '@vigia/db/children'
import { batchManyById } from '@vigia/kit/graph/batch-by-id'

/** A tie of which nothing but the acta is told has no place, contact or verification. */
export interface KnownRelative {
  childId: string
  tie: string
  place: string | null
  contact: string | null
  verified: string | null
  relativeActa: string | null
}

const BY_ACTA_ALONE = { place: null, contact: null, verified: null }

export class RelativeStore {
  readonly ofChild

  constructor({ prisma }: ChildrenDb) {
    this.ofChild = batchManyById<string, KnownRelative>(
      async (ids) => {
        const which = { where: { childId: { in: [...ids] } }, orderBy: { id: 'asc' as const } }
        const [told, ties] = await Promise.all([prisma.relative.findMany(which), prisma.familyTie.findMany(which)])
        const isTold = new Set(told.map(({ childId, relativeActa }) => `${childId} ${relativeActa}`))
        const others = ties.filter(({ childId, relativeActa }) => !isTold.has(`${childId} ${relativeActa}`))
        return [...told, ...others.map((tie) => ({ ...tie, ...BY_ACTA_ALONE }))]
      },
      ({ childId }) => childId,
    )
  }
}
