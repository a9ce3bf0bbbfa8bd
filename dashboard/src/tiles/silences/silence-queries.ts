/** Silences that stand, and the acts that set and end one. */
import { graphql, type ResultOf } from '../../api/graphql.ts'

export const SilencesDocument = graphql(`
  query Silences($filter: AlertSilenceFilter!, $first: Int!, $after: String) {
    silences(filter: $filter, first: $first, after: $after) {
      edges {
        node {
          id
          kinds
          state {
            code
          }
          isOfOnePlace
          reason
          by
          role
          until
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`)

export const SilenceDocument = graphql(`
  mutation SilenceAlerts($input: SilenceAlertsInput!) {
    silenceAlerts(input: $input) {
      silence {
        id
      }
    }
  }
`)

export const EndSilenceDocument = graphql(`
  mutation EndSilence($id: ID!) {
    endSilence(input: { id: $id }) {
      silence {
        id
        endedAt
      }
    }
  }
`)

type Page = NonNullable<ResultOf<typeof SilencesDocument>['silences']>
export type Silence = Page['edges'][number]['node']
