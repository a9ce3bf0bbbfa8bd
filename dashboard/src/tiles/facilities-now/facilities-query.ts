/** The places of a state where children are now: those the law forbids or does not know, and those where it lets them be. */
import { graphql, type ResultOf } from '../../api/graphql.ts'

export const FacilitiesNowDocument = graphql(`
  query FacilitiesNow($code: ID!) {
    state(code: $code) {
      code
      held: facilities(filter: { legalClass: [PROHIBITED, AD_HOC] }, first: 100) {
        edges {
          node {
            ...PlaceNow
          }
        }
      }
      caredFor: facilities(
        filter: { type: [CIM, CAIFT, CASF, CASE, CASM, CASP, EAH, MOD, ALB, HOSP, VIA] }
        first: 100
      ) {
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
      since
    }
  }
`)

type State = NonNullable<ResultOf<typeof FacilitiesNowDocument>['state']>
type Connection = NonNullable<State['held']>
export type Facility = Connection['edges'][number]['node']
export type Occupied = Facility & { occupancy: NonNullable<Facility['occupancy']> }

const isOccupied = (facility: Facility): facility is Occupied => (facility.occupancy?.childrenNow ?? 0) > 0

/** Those with children: what the law forbids first, then the fullest. */
export const withChildren = ({ edges }: Connection): readonly Occupied[] =>
  edges
    .map(({ node }) => node)
    .filter(isOccupied)
    .toSorted(
      (a, b) =>
        Number(b.legalClass === 'PROHIBITED') - Number(a.legalClass === 'PROHIBITED') ||
        b.occupancy.childrenNow - a.occupancy.childrenNow,
    )
