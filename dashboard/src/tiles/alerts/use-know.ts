/** Tells that the reader has opened an alert: its office knows of it from then on. What a list shows nobody has opened. */
import { useCallback } from 'react'
import { useClient } from 'urql'
import { graphql } from '../../api/graphql.ts'
import { tellChange } from '../../api/live.ts'
import { useSession } from '../../api/session.ts'

const KnowDocument = graphql(`
  mutation KnowOfAlert($input: KnowOfAlertInput!) {
    knowOfAlert(input: $input) {
      knownAt
    }
  }
`)

export function useKnow(): (id: string) => void {
  const client = useClient()
  const session = useSession()
  const mayKnow = session.state === 'in' && session.person.scopes.includes('alert:know')
  return useCallback(
    (id) => {
      if (!mayKnow) return
      void client
        .mutation(KnowDocument, { input: { id } })
        .toPromise()
        .then(({ data }) => data && tellChange())
    },
    [client, mayKnow],
  )
}
