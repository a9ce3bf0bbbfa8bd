/** Which places say no more than that five or more are there: their sum stands above them, and in the figure of the page how many each kind holds. */
import { withheldBeside, withheldParts } from '../../format/withheld.ts'
import type { Occupied } from './facilities-query.ts'

/** As the figure of who is held parts them: referral centres, where the law forbids it, elsewhere. Of places of care there is one kind. */
function kindOf({ type, legalClass }: Pick<Occupied, 'type' | 'legalClass'>): number {
  if (type === 'CCAN') return 0
  return legalClass === 'PROHIBITED' ? 1 : 2
}
const KINDS = [0, 1, 2]

const sumOf = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0)

/** By their ids. What the figure withholds of a kind is not told by its places either. */
export function withheldPlaces(places: readonly Occupied[]): ReadonlySet<string> {
  const children = places.map(({ occupancy }) => occupancy.childrenNow)
  const placesOf = KINDS.map((kind) => [...places.keys()].filter((at) => kindOf(places[at] as Occupied) === kind))
  const ofKinds = placesOf.map((parts) => sumOf(parts.map((at) => children[at] ?? 0)))
  const kindAt = (kind: number) => places.length + kind
  const total = kindAt(KINDS.length)
  const beside = withheldBeside(
    {
      counts: [...children, ...ofKinds, sumOf(children)],
      sums: [
        ...placesOf.map((parts, kind) => ({ total: kindAt(kind), parts })),
        { total, parts: KINDS.map(kindAt) },
        { total, parts: [...places.keys()] },
      ],
      costs: (place) => (place < places.length ? 0 : Number.POSITIVE_INFINITY),
    },
    new Set([...withheldParts(ofKinds)].map(kindAt)),
  )
  return new Set(places.filter((_place, at) => beside.has(at)).map(({ id }) => id))
}
