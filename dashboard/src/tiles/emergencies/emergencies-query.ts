/** Uses of emergency access that the reader oversees or may sign, and the signature itself. */
import { graphql, type ResultOf } from '../../api/graphql.ts'

export const EmergenciesDocument = graphql(`
  query Emergencies {
    emergencyAccesses(first: 50) {
      edges {
        node {
          id
          at
          until
          state
          folio
          isOutside
          reason
          subject
          signedAt
          signedBy
          maySign
        }
      }
    }
  }
`)

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

type Edges = NonNullable<ResultOf<typeof EmergenciesDocument>['emergencyAccesses']>['edges']
export type Emergency = NonNullable<NonNullable<NonNullable<Edges>[number]>['node']>

/** Those that wait longest for a signature first; what is signed, the latest first. */
export function inOrder(edges: Edges): readonly Emergency[] {
  const all = (edges ?? []).flatMap((edge) => edge?.node ?? [])
  const waiting = all.filter(({ state }) => state !== 'SIGNED')
  return [...waiting.toReversed(), ...all.filter(({ state }) => state === 'SIGNED')]
}
