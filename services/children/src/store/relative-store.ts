/** Reads relatives of children. One instance a request: what is asked one by one is fetched together. */
import type { ChildrenDb, Relative } from '@vigia/db/children'
import { batchManyById } from '@vigia/kit/graph/batch-by-id'
import type { CellOpener } from '@vigia/kit/seal/cell-opener'

/** A tie of which nothing but the acta is told has no place, state, contact or verification, nor has one that was erased. */
export interface KnownRelative {
  id: string
  childId: string
  tie: string
  place: string | null
  state: string | null
  contact: string | null
  verified: string | null
  relativeActa: string | null
}

const BY_ACTA_ALONE = { place: null, state: null, contact: null, verified: null }

export class RelativeStore {
  readonly ofChild

  constructor({ prisma }: ChildrenDb, opener: CellOpener) {
    this.ofChild = batchManyById<string, KnownRelative>(
      async (ids) => {
        const which = {
          where: { childId: { in: [...ids] } },
          orderBy: [{ childId: 'asc' as const }, { id: 'asc' as const }],
        }
        const [told, ties] = await Promise.all([prisma.relative.findMany(which), prisma.familyTie.findMany(which)])
        const isTold = new Set(told.map(({ childId, relativeActa }) => `${childId} ${relativeActa}`))
        const others = ties.filter(({ childId, relativeActa }) => !isTold.has(`${childId} ${relativeActa}`))
        const opened = await Promise.all(told.map((relative) => inPlainWords(relative, opener)))
        return [...opened, ...others.map((tie) => ({ ...tie, ...BY_ACTA_ALONE }))]
      },
      ({ childId }) => childId,
    )
  }
}

async function inPlainWords(relative: Relative, opener: CellOpener): Promise<KnownRelative> {
  const { childId: subject, sealed } = relative
  const cells = await opener.open('children.relative', { subject, sealed })
  return {
    ...relative,
    place: cells?.place ?? null,
    state: cells?.state ?? null,
    contact: cells?.contact ?? null,
    verified: cells?.verified ?? null,
  }
}
