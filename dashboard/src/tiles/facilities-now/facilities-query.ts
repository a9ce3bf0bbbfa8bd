/** The places of a state where children are now. */
import { graphql, type ResultOf } from '../../api/graphql.ts'

export const FacilitiesNowDocument = graphql(`
  query FacilitiesNow($code: ID!) {
    state(code: $code) {
      code
      care {
        asOf
      }
      facilities(first: 50) {
        totalCount
        edges {
          node {
            id
            code
            name
            type
            legalClass
            municipality
            capacity
            childrenNow
            longestHours
            lastReportedAt
          }
        }
      }
    }
  }
`)

type Connection = NonNullable<NonNullable<ResultOf<typeof FacilitiesNowDocument>['state']>['facilities']>
export type Facility = Connection['edges'][number]['node']
export type LegalClass = Facility['legalClass']

const GRAVEST_FIRST = [
  'PROHIBITED',
  'AD_HOC',
  'TRANSITORY',
  'PERMITTED',
  'PREFERRED',
] as const satisfies readonly LegalClass[]

/** Where the law lets a child be. */
export const isAllowed = ({ legalClass }: Facility) => legalClass !== 'PROHIBITED' && legalClass !== 'AD_HOC'

/** Those with children, what the law forbids first, then the fullest. */
export const withChildren = ({ edges }: Connection): readonly Facility[] =>
  edges
    .map(({ node }) => node)
    .filter(({ childrenNow }) => childrenNow > 0)
    .toSorted(
      (a, b) =>
        GRAVEST_FIRST.indexOf(a.legalClass) - GRAVEST_FIRST.indexOf(b.legalClass) || b.childrenNow - a.childrenNow,
    )
