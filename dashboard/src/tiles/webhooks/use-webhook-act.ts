/** Does something with an endpoint, and says how it went. */
import { type CombinedError, useClient } from 'urql'
import { graphql } from '../../api/graphql.ts'

type EndpointInput = ReturnType<typeof graphql.scalar<'WebhookEndpointInput'>>
export type Signature = ReturnType<typeof graphql.scalar<'WebhookSignature'>>
export type EndpointAct = 'enable' | 'test' | 'rotate' | 'disable' | 'delete'

const CreateDocument = graphql(`
  mutation CreateWebhookEndpoint($input: WebhookEndpointInput!, $signature: WebhookSignature!) {
    done: createWebhookEndpoint(input: $input, signature: $signature) {
      secret
    }
  }
`)

const UpdateDocument = graphql(`
  mutation UpdateWebhookEndpoint($id: ID!, $input: WebhookEndpointInput!) {
    done: updateWebhookEndpoint(id: $id, input: $input) {
      secret
    }
  }
`)

const DOCUMENTS = {
  enable: graphql(`
    mutation EnableWebhookEndpoint($id: ID!) {
      done: enableWebhookEndpoint(id: $id) {
        secret
      }
    }
  `),
  test: graphql(`
    mutation SendTestEvent($id: ID!) {
      done: sendTestEvent(id: $id) {
        secret
      }
    }
  `),
  rotate: graphql(`
    mutation RotateWebhookSecret($id: ID!, $signature: WebhookSignature) {
      done: rotateWebhookSecret(id: $id, signature: $signature) {
        secret
      }
    }
  `),
  disable: graphql(`
    mutation DisableWebhookEndpoint($id: ID!) {
      done: disableWebhookEndpoint(id: $id) {
        secret
      }
    }
  `),
  delete: graphql(`
    mutation DeleteWebhookEndpoint($id: ID!) {
      done: deleteWebhookEndpoint(id: $id) {
        secret
      }
    }
  `),
}

const RedeliverDocument = graphql(`
  mutation RedeliverWebhooks($id: ID!, $from: DateTime!, $to: DateTime!) {
    done: redeliverWebhooks(id: $id, from: $from, to: $to) {
      count
    }
  }
`)

export type Fault = 'url' | 'conflict' | 'invalid' | 'refused' | 'tooMuch' | 'failed'
type Came<Done> = { done: Done; fault: null } | { done: null; fault: Fault }

const FAULTS: Readonly<Record<string, Fault>> = {
  URL_NOT_ALLOWED: 'url',
  CONFLICT: 'conflict',
  BAD_USER_INPUT: 'invalid',
  FORBIDDEN: 'refused',
  NOT_FOUND: 'refused',
  RATE_LIMITED: 'tooMuch',
  TOO_MANY_AT_ONCE: 'tooMuch',
}

export function useWebhookActs() {
  const client = useClient()
  return {
    create: async (input: EndpointInput, signature: Signature) =>
      cameOf(await client.mutation(CreateDocument, { input, signature }).toPromise()),
    change: async (id: string, input: EndpointInput) =>
      cameOf(await client.mutation(UpdateDocument, { id, input }).toPromise()),
    act: async (act: EndpointAct, id: string, signature: Signature | null) =>
      act === 'rotate'
        ? cameOf(await client.mutation(DOCUMENTS[act], { id, signature }).toPromise())
        : cameOf(await client.mutation(DOCUMENTS[act], { id }).toPromise()),
    redeliver: async (id: string, from: string, to: string) =>
      cameOf(await client.mutation(RedeliverDocument, { id, from, to }).toPromise()),
  }
}

type Answer<Done> = { data?: { done: Done | null } | undefined; error?: CombinedError | undefined }

function cameOf<Done>({ data, error }: Answer<Done>): Came<Done> {
  if (data?.done) return { done: data.done, fault: null }
  const code = error?.graphQLErrors[0]?.extensions.code
  return { done: null, fault: (typeof code === 'string' && FAULTS[code]) || 'failed' }
}
