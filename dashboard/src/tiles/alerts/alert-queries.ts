/** Pages of alerts, as the list shows them: with the place for whoever may know where a child is, and without it for others. */
import type { AnyVariables, UseQueryArgs } from 'urql'
import type { AlertFilter } from '../../api/filters.ts'
import { graphql, type ResultOf } from '../../api/graphql.ts'
import { useSession } from '../../api/session.ts'

export const AlertRowFields = graphql(`
  fragment AlertRowFields on Alert {
    id
    kind
    severity
    citation
    severityRestsOn {
      name
      kind
    }
    state {
      code
    }
    child {
      id
      folio
    }
    place {
      name
      type
    }
    subject {
      feed
      authority
    }
    isPlanned
    plannedOn
    since
    reachedAt
    openedAt
    frozenSince
    version
    overseers
    dutyHolders
    acknowledgedUntil
    assignedTo {
      office
      account
    }
    closedAt
    resolvedAt
    resolvedBy {
      at
    }
  }
`)

const AlertsDocument = graphql(
  `
    query Alerts($filter: AlertFilter!, $first: Int!, $after: String) {
      alerts(filter: $filter, first: $first, after: $after) {
        edges {
          node {
            ...AlertRowFields
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [AlertRowFields],
)

const AlertsWithPlacesDocument = graphql(
  `
    query AlertsWithPlaces($filter: AlertFilter!, $first: Int!, $after: String) {
      alerts(filter: $filter, first: $first, after: $after) {
        edges {
          node {
            ...AlertRowFields
            facility {
              name
              type
            }
            competence {
              side
              state
            }
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [AlertRowFields],
)

const AlertsAsOfDocument = graphql(
  `
    query AlertsAsOf($at: DateTime!, $filter: AlertFilter!, $first: Int!, $after: String) {
      alerts: alertsAsOf(at: $at, filter: $filter, first: $first, after: $after) {
        edges {
          node {
            ...AlertRowFields
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [AlertRowFields],
)

type Row = ResultOf<typeof AlertRowFields>
export type Competence = { side: 'FEDERAL' | 'STATE' | 'UNKNOWN'; state: string | null }
type Facility = Row['place']

/** Both are missing where the reader may not know places; `competence` is whose a place is of which an ombudsperson is not told. */
export type WithPlace = { facility?: Facility; competence?: Competence | null }
export type AlertInList = Row & WithPlace

type AlertsAnswer = ResultOf<typeof AlertsDocument>
type Wanted = { filter: AlertFilter; first: number; after: string | null }

/** The question that the reader may ask; of another day without the places, which are those of now. */
export function useAlertsQuestion(wanted: Wanted, at: string | null): UseQueryArgs<AnyVariables, AlertsAnswer> {
  const withPlaces = useMayReadPlaces()
  const now = withPlaces ? AlertsWithPlacesDocument : AlertsDocument
  const question = at ? { query: AlertsAsOfDocument, variables: { ...wanted, at } } : { query: now, variables: wanted }
  // Each of the three has the rows of the first, and the variables that it asks for.
  return question as UseQueryArgs<AnyVariables, AlertsAnswer>
}

/** Where a child is may be read by some roles only for a reason, of one child. */
export function useMayReadPlaces() {
  const session = useSession()
  return session.state === 'in' && session.person.scopes.includes('location:read')
}
