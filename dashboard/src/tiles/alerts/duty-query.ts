/** Alerts about the reader's own office, of which it owes the duty. */
import { graphql, type ResultOf } from '../../api/graphql.ts'

export const DutiesDocument = graphql(`
  query DutyAlerts($filter: DutyAlertFilter!, $first: Int!, $after: String) {
    dutyAlerts(filter: $filter, first: $first, after: $after) {
      edges {
        node {
          id
          kind
          severity
          version
          state {
            code
          }
          child {
            id
            folio
          }
          facility {
            name
            type
          }
          since
          openedAt
          resolvedAt
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`)

type Page = NonNullable<ResultOf<typeof DutiesDocument>['dutyAlerts']>
export type Duty = Page['edges'][number]['node']
