/** Endpoints of partners and of ombudspersons' systems: where alerts are told to them, and how that stands. */
import { batchById } from '@vigia/kit/graph/batch-by-id'
import { valuesOf } from '@vigia/kit/graph/enum-of'
import { keysetPage } from '@vigia/kit/graph/keyset'
import { atMostAPage } from '@vigia/kit/graph/rows-at-hand'
import { WEBHOOK_ENVELOPES, WEBHOOK_SIGNATURES, WEBHOOK_STATUSES } from '@vigia/law/webhooks'
import { builder } from '../builder.ts'
import type { Context } from '../context.ts'
import { rightsUntil } from '../rules/rights-of-owner.ts'
import { type DeliveriesCounted, deliveriesCounted } from '../store/delivery-log.ts'
import { type Endpoint, endpointsOf } from '../store/endpoint-store.ts'
import { ownerOf, seeOwner } from '../store/owner-store.ts'
import { secretsOf } from '../store/secret-store.ts'
import { AlertKind, AlertSeverity, AlertStepKind } from './enums.ts'

export const WebhookEnvelope = builder.enumType('WebhookEnvelope', {
  description: 'In what form messages are written.',
  values: valuesOf(WEBHOOK_ENVELOPES),
})

export const WebhookSignature = builder.enumType('WebhookSignature', {
  description: 'How messages are signed (Standard Webhooks).',
  values: valuesOf(WEBHOOK_SIGNATURES),
})

const WebhookStatus = builder.enumType('WebhookStatus', {
  description: 'How an endpoint stands.',
  values: valuesOf(WEBHOOK_STATUSES),
})

export const WebhookEndpoint = builder.objectRef<Endpoint>('WebhookEndpoint').implement({
  description: 'Where its owner is told of alerts as they are raised. Source: the registry itself.',
  access: 'webhook:read',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Id of the endpoint; it never changes.' }),
    url: t.exposeString('url', { description: 'The address that is called.' }),
    description: t.exposeString('description', { description: 'What its owner calls it.' }),
    status: t.field({
      type: WebhookStatus,
      description: 'Whether it is told of alerts, and if not, why.',
      resolve: ({ status }) => status as 'NEW',
    }),
    envelope: t.field({
      type: WebhookEnvelope,
      description: 'The form of its messages.',
      resolve: ({ envelope }) => envelope,
    }),
    steps: t.field({
      type: [AlertStepKind],
      description: 'Of what happens to alerts it is told.',
      resolve: ({ steps }) => steps as 'OPENED'[],
    }),
    kinds: t.field({
      type: [AlertKind],
      nullable: true,
      description: 'Of which duties it is told; null for all.',
      resolve: ({ kinds }) => kinds as 'CHILD_DEPORTED'[] | null,
    }),
    severities: t.field({
      type: [AlertSeverity],
      nullable: true,
      description: 'How grave the alerts are of which it is told; null for all.',
      resolve: ({ severities }) => severities as 'RED'[] | null,
    }),
    states: t.stringList({
      nullable: true,
      description: 'Of which states it is told, by INEGI code, at most 32; null for all that its owner may know of.',
      resolve: ({ states }) => states,
    }),
  }),
})

const countedByRequest = new WeakMap<object, ReturnType<typeof batchById<string, DeliveriesCounted>>>()

/** One statement for all endpoints of a request. */
function countedIn(context: Context) {
  const known = countedByRequest.get(context)
  if (known) return known
  const loader = batchById<string, DeliveriesCounted>(
    (ids) => deliveriesCounted(context.db.pool, ids, context.actor),
    ({ endpointId }) => endpointId,
  )
  countedByRequest.set(context, loader)
  return loader
}

builder.objectFields(WebhookEndpoint, (t) => ({
  auditHeads: t.exposeBoolean('auditHeads', {
    description: 'Whether it is sent the signed heads of the audit: ombudspersons alone may ask for them.',
  }),
  contact: t.exposeString('contact', {
    nullable: true,
    description: 'Who is written to when a message could not be delivered; null for nobody.',
  }),
  receiptKey: t.exposeString('receiptKey', {
    nullable: true,
    description: 'With which its receipts are verified: ed25519, base64. Null where it signs none.',
  }),
  publicKeys: t.stringList({
    description:
      'With which its messages are verified now, the newest first, at most 100. Empty where it shares a secret.',
    resolve: async ({ id }, _args, { db, now }) =>
      atMostAPage((await secretsOf(db.pool, id, now())).flatMap(({ publicKey }) => publicKey ?? [])),
  }),
  createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When its owner registered it.' }),
  rightsUntil: t.field({
    type: 'DateTime',
    description:
      'Until when it is told without its owner asking for anything: 90 days after whoever gave it its address last asked for his endpoints, and not beyond his agreement; of one who was turned out since, when that was. Each such question of his renews it.',
    resolve: (endpoint) => rightsUntil(endpoint),
  }),
  failuresInARow: t.exposeInt('failures', {
    description: 'Tries that failed one after the other; from 5 on one message a minute is tried. Unit: tries.',
  }),
  restsUntil: t.field({
    type: 'DateTime',
    nullable: true,
    description: 'Until when nothing is sent to it, since it failed or asked for time; null where it does not rest.',
    resolve: ({ notBefore }, _args, { now }) => (notBefore && notBefore > now() ? notBefore : null),
  }),
  waiting: t.int({
    description:
      'Messages that have yet to be delivered, of those that the asker reads in webhookDeliveries. Unit: messages.',
    resolve: async ({ id }, _args, context) => (await countedIn(context).load(id))?.waiting ?? 0,
  }),
  deadLetters: t.int({
    description:
      'Messages that ten tries could not deliver, of those that the asker reads in webhookDeliveries: ask for them by redeliverWebhooks. Unit: messages.',
    resolve: async ({ id }, _args, context) => (await countedIn(context).load(id))?.deadLetters ?? 0,
  }),
}))

builder.queryField('webhookEndpoints', (t) =>
  t.connection(
    {
      type: WebhookEndpoint,
      nullable: true,
      access: 'webhook:read',
      description:
        'The endpoints of the asker’s organization, the latest first; 20 a page unless asked otherwise. Asking shows that the issuer still vouches for the asker. Null when they cannot be read.',
      args: { status: t.arg({ type: [WebhookStatus], description: 'How they stand; all when left out, or empty.' }) },
      resolve: async (_query, { status, ...page }, { db, actor, now }) => {
        await seeOwner(db.pool, actor, now())
        return keysetPage<Endpoint>(endpointsOf(db.pool, ownerOf(actor), status ?? []), page)
      },
    },
    { name: 'WebhookEndpointConnection', description: 'A page of the endpoints of an organization.' },
    { name: 'WebhookEndpointEdge' },
  ),
)
