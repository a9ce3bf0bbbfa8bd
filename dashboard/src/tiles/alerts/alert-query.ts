/** One alert with all that is known of it: with the place for whoever may know where a child is, and without it for others. */
import { graphql, type ResultOf } from '../../api/graphql.ts'
import { useMayReadPlaces, type WithPlace } from './alert-queries.ts'

const WholeAlert = graphql(`
  fragment WholeAlert on Alert {
    id
    version
    kind
    number
    severity
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
    articles {
      name
      kind
      citation
      law
      article
      asOf
      es
      en
      saysInSpanish
      source
    }
    dutyHolders
    overseers
    since
    reachedAt
    openedAt
    frozenSince
    acknowledgedUntil
    assignedTo {
      office
      account
    }
    silencedUntil
    isPlanned
    plannedOn
    closedAt
    resolvedAt
    resolvedBy {
      fact
      at
    }
    steps(newestFirst: true) {
      at
      step
      severity
      by
      role
      office
      reason
      until
      to {
        office
        account
      }
    }
  }
`)

const AlertDocument = graphql(
  `
    query Alert($id: ID!) {
      alert(id: $id) {
        ...WholeAlert
      }
    }
  `,
  [WholeAlert],
)

const AlertWithPlaceDocument = graphql(
  `
    query AlertWithPlace($id: ID!) {
      alert(id: $id) {
        ...WholeAlert
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
  `,
  [WholeAlert],
)

type Whole = ResultOf<typeof WholeAlert>

export type AlertAlone = Whole & WithPlace
export type AlertStep = Whole['steps'][number]

export function useAlertDocument() {
  return useMayReadPlaces() ? AlertWithPlaceDocument : AlertDocument
}
