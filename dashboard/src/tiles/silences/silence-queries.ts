/** Silences that stand, and the acts that set and end one. */
import { graphql, type ResultOf } from '../../api/graphql.ts'
import type { Person } from '../../api/session.ts'

const SilenceRow = graphql(`
  fragment SilenceRow on AlertSilence {
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
`)

const SilencesDocument = graphql(
  `
    query Silences($filter: AlertSilenceFilter!, $first: Int!, $after: String) {
      silences(filter: $filter, first: $first, after: $after) {
        edges {
          node {
            ...SilenceRow
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [SilenceRow],
)

const SilencesWithPlacesDocument = graphql(
  `
    query SilencesWithPlaces($filter: AlertSilenceFilter!, $first: Int!, $after: String) {
      silences(filter: $filter, first: $first, after: $after) {
        edges {
          node {
            ...SilenceRow
            facility {
              id
              name
              type
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
  [SilenceRow],
)

/** Of one place alone it is said where the reader may know places; who may not is refused the whole of a question that asks for them. */
export const silencesDocumentFor = ({ scopes }: Pick<Person, 'scopes'>) =>
  (scopes.includes('location:read') ? SilencesWithPlacesDocument : SilencesDocument) as typeof SilencesDocument

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
type PlaceAlone = ResultOf<typeof SilencesWithPlacesDocument>['silences']
/** `facility` is missing where the reader may not know places. */
export type Silence = Page['edges'][number]['node'] &
  Partial<Pick<NonNullable<PlaceAlone>['edges'][number]['node'], 'facility'>>
