/** The endpoints of the reader's office, and what was sent to one. */
import { graphql, type ResultOf } from '../../api/graphql.ts'

export const EndpointsDocument = graphql(`
  query WebhookEndpoints($first: Int!, $after: String) {
    webhookEndpoints(first: $first, after: $after) {
      edges {
        node {
          id
          url
          description
          status
          envelope
          severities
          kinds
          states
          contact
          rightsUntil
          failuresInARow
          restsUntil
          waiting
          deadLetters
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`)

export const DeliveriesDocument = graphql(`
  query WebhookDeliveries($endpoint: ID!, $state: [WebhookDeliveryState!], $first: Int!, $after: String) {
    webhookDeliveries(endpoint: $endpoint, state: $state, first: $first, after: $after) {
      edges {
        node {
          messageId
          kind
          step
          state
          reason
          createdAt
          nextAt
          receivedAt
          attempts {
            at
            status
            fault
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`)

type Endpoints = NonNullable<ResultOf<typeof EndpointsDocument>['webhookEndpoints']>
export type Endpoint = Endpoints['edges'][number]['node']
type Page = NonNullable<ResultOf<typeof DeliveriesDocument>['webhookDeliveries']>
export type Delivery = Page['edges'][number]['node']
