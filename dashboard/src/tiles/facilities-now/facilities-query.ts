/** The places of a state where children are now: those the law forbids or does not know, and those where it lets them be. */
import { graphql, type ResultOf } from '../../api/graphql.ts'

export const FacilitiesNowDocument = graphql(`
  query FacilitiesNow($code: ID!) {
    state(code: $code) {
      code
      held: facilities(filter: { legalClass: [PROHIBITED, AD_HOC], isOccupied: true }, first: 100) {
        totalCount
        edges {
          node {
            ...PlaceNow
          }
        }
      }
      caredFor: facilities(
        filter: { type: [CIM, CAIFT, CASF, CASE, CASM, CASP, EAH, MOD, ALB, HOSP, VIA], isOccupied: true }
        first: 100
      ) {
        totalCount
        edges {
          node {
            ...PlaceNow
          }
        }
      }
    }
  }

  fragment PlaceNow on Facility {
    id
    name
    type
    legalClass
    municipality
    capacity
    registryStatus
    lifecycle
    occupancy {
      asOf
      childrenNow
      over36Hours
      since
    }
  }
`)

type State = NonNullable<ResultOf<typeof FacilitiesNowDocument>['state']>
type Connection = NonNullable<State['held']>
type Facility = Connection['edges'][number]['node']
export type Occupied = Facility & { occupancy: NonNullable<Facility['occupancy']> }

const isOccupied = (facility: Facility): facility is Occupied => (facility.occupancy?.childrenNow ?? 0) > 0

/** One page of them; `inAll` is how many there are. */
export type OccupiedPlaces = { places: readonly Occupied[]; inAll: number }

/** What the law forbids first, then the fullest. Whose children have left since they were listed is none of them. */
export function occupiedOf({ edges, totalCount }: Connection): OccupiedPlaces {
  const places = edges
    .map(({ node }) => node)
    .filter(isOccupied)
    .toSorted(
      (a, b) =>
        Number(b.legalClass === 'PROHIBITED') - Number(a.legalClass === 'PROHIBITED') ||
        b.occupancy.childrenNow - a.occupancy.childrenNow,
    )
  // A state whose places are told is one of the asker's, and they are counted.
  return { places, inAll: (totalCount ?? edges.length) - (edges.length - places.length) }
}
