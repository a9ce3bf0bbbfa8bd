/** Notices of alerts as the inbox shows them, each with the first alert under it: with the place for whoever may know where a child is. */
import type { AnyVariables, UseQueryArgs } from 'urql'
import type { AlertFilter } from '../../api/filters.ts'
import { graphql, type ResultOf } from '../../api/graphql.ts'
import { AlertRowFields, useMayReadPlaces, type WithPlace } from './alert-queries.ts'

const NoticeFields = graphql(`
  fragment NoticeFields on AlertGroup {
    key
    kind
    severity
    state {
      code
    }
    day
    count
    acknowledged
    firstSince
    firstOpenedAt
    lastOpenedAt
  }
`)

const NoticesDocument = graphql(
  `
    query Notices($filter: AlertFilter!, $first: Int!, $after: String) {
      alertGroups(filter: $filter, first: $first, after: $after) {
        edges {
          node {
            ...NoticeFields
            alerts(first: 1) {
              edges {
                node {
                  ...AlertRowFields
                }
              }
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
  [NoticeFields, AlertRowFields],
)

const NoticesWithPlacesDocument = graphql(
  `
    query NoticesWithPlaces($filter: AlertFilter!, $first: Int!, $after: String) {
      alertGroups(filter: $filter, first: $first, after: $after) {
        edges {
          node {
            ...NoticeFields
            facility {
              name
              type
            }
            competence {
              side
              state
            }
            alerts(first: 1) {
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
  [NoticeFields, AlertRowFields],
)

type Answer = ResultOf<typeof NoticesDocument>
type Node = NonNullable<Answer['alertGroups']>['edges'][number]['node']

/** `facility` is missing where the reader may not know it, and null of those that are of no place, or of one of others. */
export type Notice = Node & WithPlace

type Wanted = { filter: AlertFilter; first: number; after: string | null }

export function useNoticesQuestion(variables: Wanted): UseQueryArgs<AnyVariables, Answer> {
  const query = useMayReadPlaces() ? NoticesWithPlacesDocument : NoticesDocument
  return { query, variables } as UseQueryArgs<AnyVariables, Answer>
}

/** What the author of one acknowledgement for all has seen of them. */
export const SeenDocument = graphql(`
  query SeenAlerts($filter: AlertFilter!, $first: Int!) {
    alerts(filter: $filter, first: $first) {
      edges {
        node {
          id
          version
        }
      }
    }
  }
`)

export const AcknowledgeAllDocument = graphql(`
  mutation AcknowledgeAlerts($input: AcknowledgeAlertsInput!) {
    acknowledgeAlerts(input: $input) {
      alerts {
        id
        version
      }
      refused {
        id
        code
      }
    }
  }
`)
