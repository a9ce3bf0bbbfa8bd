/** Uses of emergency access that the reader oversees or may sign, and the signature itself. */
import { graphql, type ResultOf } from '../../api/graphql.ts'

const EmergencyFields = graphql(`
  fragment EmergencyFields on EmergencyAccess {
    id
    at
    until
    state
    folio
    isOutside
    reason
    subject
    role
    states
    signedAt
    signedBy
    signedRole
    maySign
  }
`)

/** The list has the latest first: at its end are those that have waited longest, which no number of later ones may hide. */
export const EmergenciesDocument = graphql(
  `
    query Emergencies {
      waiting: emergencyAccesses(filter: { standing: [OPEN, UNSIGNED_AFTER_72_HOURS] }, last: 100) {
        edges {
          node {
            ...EmergencyFields
          }
        }
        pageInfo {
          hasPreviousPage
        }
      }
      signed: emergencyAccesses(filter: { standing: [SIGNED] }, first: 20) {
        edges {
          node {
            ...EmergencyFields
          }
        }
        pageInfo {
          hasNextPage
        }
      }
    }
  `,
  [EmergencyFields],
)

export const SignDocument = graphql(`
  mutation SignEmergency($id: ID!) {
    signEmergencyAccess(input: { id: $id }) {
      emergency {
        id
        state
        signedAt
        signedBy
        maySign
      }
    }
  }
`)

type Answer = ResultOf<typeof EmergenciesDocument>
type Page = NonNullable<Answer['waiting']> | NonNullable<Answer['signed']>
export type Emergency = NonNullable<NonNullable<NonNullable<Page['edges']>[number]>['node']>

const nodesOf = ({ edges }: Page): readonly Emergency[] => (edges ?? []).flatMap((edge) => edge?.node ?? [])

/** Those that wait longest for a signature first; what is signed, the latest first. Null where one of them cannot be had. */
export function inOrder({ waiting, signed }: Answer) {
  if (!waiting || !signed) return null
  const { hasPreviousPage } = waiting.pageInfo
  const { hasNextPage } = signed.pageInfo
  return { all: [...nodesOf(waiting).toReversed(), ...nodesOf(signed)], isCut: hasPreviousPage || hasNextPage }
}
