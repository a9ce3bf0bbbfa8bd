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
          citation
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
          subject {
            feed
            authority
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

/** How many are open of each severity; null beyond 10,000. */
export const DutyCountsDocument = graphql(`
  query DutyAlertCounts($state: ID) {
    CRITICAL: dutyAlerts(filter: { isOpen: true, state: $state, severity: [CRITICAL] }, first: 1) {
      totalCount
    }
    RED: dutyAlerts(filter: { isOpen: true, state: $state, severity: [RED] }, first: 1) {
      totalCount
    }
    AMBER: dutyAlerts(filter: { isOpen: true, state: $state, severity: [AMBER] }, first: 1) {
      totalCount
    }
  }
`)

export type DutyCounts = ResultOf<typeof DutyCountsDocument>
type Page = NonNullable<ResultOf<typeof DutiesDocument>['dutyAlerts']>
export type Duty = Page['edges'][number]['node']
