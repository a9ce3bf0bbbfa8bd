/** Does something about an alert, once, and says how it went; whatever is shown of alerts is asked for again. */
import { type CombinedError, useClient } from 'urql'
import { wasTooMuch } from '../../api/failure.ts'
import { graphql } from '../../api/graphql.ts'
import { tellOwnChange } from '../../api/live.ts'
import { useWishKey } from '../../api/wish-key.ts'
import type { AlertOffice } from '../../words/alert-offices.ts'
import type { Act } from './acts.ts'

const DOCUMENTS = {
  acknowledge: graphql(`
    mutation AcknowledgeAlert($input: AcknowledgeAlertInput!) {
      acknowledgeAlert(input: $input) {
        alert {
          id
          version
        }
      }
    }
  `),
  release: graphql(`
    mutation EndAcknowledgement($input: EndAcknowledgementInput!) {
      endAcknowledgement(input: $input) {
        alert {
          id
          version
        }
      }
    }
  `),
  assign: graphql(`
    mutation AssignAlert($input: AssignAlertInput!) {
      assignAlert(input: $input) {
        alert {
          id
          version
        }
      }
    }
  `),
  comment: graphql(`
    mutation CommentAlert($input: CommentAlertInput!) {
      commentAlert(input: $input) {
        alert {
          id
          version
        }
      }
    }
  `),
  close: graphql(`
    mutation CloseAlert($input: CloseAlertInput!) {
      closeAlert(input: $input) {
        alert {
          id
          version
        }
      }
    }
  `),
  answer: graphql(`
    mutation AnswerAlert($input: AnswerAlertInput!) {
      answerAlert(input: $input) {
        id
        version
      }
    }
  `),
}

export type Wish = { id: string; version: number; words: string; until: string; office: AlertOffice | null }

/** `conflict`: somebody else was faster. `over`: nothing is open any more. `unseen`: it is open, and nobody sees to it any more. `invalid`: what was written will not do. `tooMuch`: surely not kept. */
export type Outcome = 'done' | 'conflict' | 'over' | 'unseen' | 'refused' | 'invalid' | 'tooMuch' | 'failed'

/** After these it is shown as it is now. */
const CHANGES: readonly Outcome[] = ['done', 'conflict', 'over', 'unseen']

/** `version` is that of the alert as it is now, where another was seen; else null. */
type Came = { outcome: Outcome; version: number | null }

export function useAct(act: Act) {
  const client = useClient()
  const keyed = useWishKey()
  return async (wish: Wish): Promise<Came> => {
    const { error } = await keyed(wish, (one) => ask(client, act, one))
    const outcome = error ? outcomeOf(error, wish.version) : 'done'
    if (CHANGES.includes(outcome)) tellOwnChange()
    return { outcome, version: error ? versionIn(error) : null }
  }
}

type Keyed = Wish & { key: string }

function ask(
  client: ReturnType<typeof useClient>,
  act: Act,
  { id, version, words, until, office, key }: Keyed,
): Promise<{ error?: CombinedError | undefined }> {
  switch (act) {
    case 'acknowledge':
      return client.mutation(DOCUMENTS[act], { input: { id, version, reason: words, until, key } }).toPromise()
    case 'assign':
      if (office === null) throw new Error(`Alert ${id} is given to no office.`)
      return client.mutation(DOCUMENTS[act], { input: { id, version, office, key } }).toPromise()
    case 'release':
    case 'close':
      return client.mutation(DOCUMENTS[act], { input: { id, version, reason: words, key } }).toPromise()
    case 'comment':
      return client.mutation(DOCUMENTS[act], { input: { id, text: words, key } }).toPromise()
    case 'answer':
      return client.mutation(DOCUMENTS[act], { input: { id, text: words, key } }).toPromise()
  }
}

function versionIn({ graphQLErrors }: CombinedError): number | null {
  const version = graphQLErrors[0]?.extensions.version
  return typeof version === 'number' ? version : null
}

/** `seen` is the version that was sent, of one alert. */
export function outcomeOf(error: CombinedError, seen: number | null = null): Outcome {
  const code = error.graphQLErrors[0]?.extensions.code
  if (code === 'CONFLICT') return conflictOf(versionIn(error), seen)
  if (code === 'FORBIDDEN' || code === 'NOT_FOUND') return 'refused'
  if (code === 'BAD_USER_INPUT' || code === 'IDEMPOTENCY_MISMATCH') return 'invalid'
  return wasTooMuch(error) ? 'tooMuch' : 'failed'
}

/** Of one that is over the registry says so, and no version that one could see; that nobody sees to it, by the version that was sent. */
function conflictOf(version: number | null, seen: number | null): Outcome {
  if (version === null) return 'over'
  return version === seen ? 'unseen' : 'conflict'
}
