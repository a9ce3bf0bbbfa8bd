/** The log of what was sent to an endpoint, open to its owner: each try, what came of it, and when the next one is. */
import { batchManyById } from '@vigia/kit/graph/batch-by-id'
import { instantsAsked } from '@vigia/kit/graph/counting'
import { valuesOf } from '@vigia/kit/graph/enum-of'
import { keysetPage } from '@vigia/kit/graph/keyset'
import { atMostAPage } from '@vigia/kit/graph/rows-at-hand'
import { pseudonymsOf } from '@vigia/kit/seal/pseudonyms'
import { hourOf } from '@vigia/law/durations'
import { isId } from '@vigia/law/ids'
import { WEBHOOK_DELIVERY_STATES, WEBHOOK_MESSAGE_KINDS } from '@vigia/law/webhooks'
import { builder, counting } from '../builder.ts'
import type { Context } from '../context.ts'
import { messageId } from '../delivery/messages.ts'
import { readsPseudonyms } from '../rules/who-may-know.ts'
import { type AttemptRow, attemptsOf, type DeliveryRow, deliveriesOf } from '../store/delivery-log.ts'
import { ownerOf } from '../store/owner-store.ts'
import { AlertStepKind } from './enums.ts'

const WebhookDeliveryState = builder.enumType('WebhookDeliveryState', {
  description: 'What became of a message.',
  values: valuesOf(WEBHOOK_DELIVERY_STATES),
})

const WebhookMessageKind = builder.enumType('WebhookMessageKind', {
  description: 'What a message is about.',
  values: valuesOf(WEBHOOK_MESSAGE_KINDS),
})

const WebhookAttempt = builder.objectRef<AttemptRow>('WebhookAttempt').implement({
  description: 'One try to deliver a message. Tries are only added. Source: the registry itself.',
  access: 'webhook:read',
  fields: (t) => ({
    at: t.expose('at', { type: 'DateTime', description: 'When the try was over.' }),
    status: t.exposeInt('status', {
      nullable: true,
      description: 'The status of HTTP with which the receiver answered. Unit: its number; null where it did not.',
    }),
    milliseconds: t.exposeInt('tookInMs', { description: 'How long it took. Unit: milliseconds.' }),
    fault: t.exposeString('fault', {
      nullable: true,
      description:
        'What went wrong: URL_NOT_ALLOWED, NOT_FOUND, UNREACHABLE, TLS, TIMEOUT, REDIRECT, ANSWER, CHALLENGE, NO_KEY (no key of the registry opens its secret: rotateWebhookSecret); null where nothing did.',
    }),
    nextAt: t.expose('nextAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When the next try was to be; null where there was to be none.',
    }),
  }),
})

const attemptsByDelivery = new WeakMap<object, ReturnType<typeof batchManyById<string, AttemptRow>>>()

/** One statement for all messages of a request. */
function attemptsIn(context: Context) {
  const known = attemptsByDelivery.get(context)
  if (known) return known
  const loader = batchManyById<string, AttemptRow>(
    (ids) => attemptsOf(context.db.pool, ids),
    ({ deliveryId }) => deliveryId,
  )
  attemptsByDelivery.set(context, loader)
  return loader
}

const WebhookDelivery = builder.objectRef<DeliveryRow>('WebhookDelivery').implement({
  description: 'A message to an endpoint, and what became of it. Source: the registry itself.',
  access: 'webhook:read',
  fields: (t) => ({
    messageId: t.id({
      description: 'The webhook-id of the message: the same in every try, so that a receiver can remove repeats.',
      resolve: (delivery, _args, { actor }) => messageId(delivery, delivery.endpointId, actor),
    }),
    kind: t.field({
      type: WebhookMessageKind,
      description: 'What the message is about.',
      resolve: ({ kind }) => kind as 'ALERT',
    }),
    alertId: t.id({
      nullable: true,
      description: 'Id of the alert as its owner reads it; null of a test, a challenge and a head.',
      resolve: ({ alertId }, _args, { actor }) =>
        alertId && readsPseudonyms(actor.role) ? pseudonymsOf(actor).hide(alertId) : alertId,
    }),
    step: t.field({
      type: AlertStepKind,
      nullable: true,
      description: 'What happened to the alert; null of a test, a challenge and a head.',
      resolve: ({ step }) => step as 'OPENED' | null,
    }),
    state: t.field({
      type: WebhookDeliveryState,
      description: 'What became of it so far.',
      resolve: ({ state }) => state as 'WAITING',
    }),
    reason: t.exposeString('reason', {
      nullable: true,
      description:
        'Why it was withheld, or given up before its tries were: TURNED_OUT, NOT_SEEN_FOR_90_DAYS, NO_RIGHT, AGREEMENT_ENDED, AGREEMENT_NOT_BEGUN, NOT_ENTITLED (the alert is of no state or kind that whoever gave the address may know any more, or about a child whom no act shows to him; it is told once one does), SILENCED (those of its owner’s role silenced it, and it was not critical), SUPERSEDED (a newer head of that chain took its place), ASKED_AGAIN (a newer challenge or test took its place); null where it was neither.',
    }),
  }),
})

builder.objectFields(WebhookDelivery, (t) => ({
  createdAt: t.field({
    type: 'DateTime',
    description: 'When it was to be sent at first; for a partner, of an alert the hour.',
    resolve: ({ kind, createdAt }, _args, { actor }) =>
      kind === 'ALERT' && readsPseudonyms(actor.role) ? hourOf(createdAt) : createdAt,
  }),
  nextAt: t.field({
    type: 'DateTime',
    nullable: true,
    description: 'When it is tried next; null where it is not, as while its endpoint is stopped, or was not tried yet.',
    resolve: ({ state, attempts, nextAt }) => (state === 'WAITING' && attempts > 0 ? nextAt : null),
  }),
  doneAt: t.expose('doneAt', {
    type: 'DateTime',
    nullable: true,
    description: 'When it was delivered, given up or withheld; null while it waits.',
  }),
  receivedAt: t.expose('receivedAt', {
    type: 'DateTime',
    nullable: true,
    description: 'When the receiver signed for it; null where it did not.',
  }),
  attempts: t.field({
    type: [WebhookAttempt],
    description: 'Every try, the first first, at most 100.',
    resolve: async ({ id }, _args, context) => atMostAPage(await attemptsIn(context).load(id)),
  }),
}))

builder.queryField('webhookDeliveries', (t) =>
  t.connection(
    {
      type: WebhookDelivery,
      nullable: true,
      access: 'webhook:read',
      description:
        'Messages to an endpoint of the asker’s organization, the latest first; 20 a page unless asked otherwise. Of alerts of the states, kinds and term that the asker may know of himself, also where a colleague gave the address; whoever gave it himself reads too what was withheld as no longer his (NOT_ENTITLED). Empty for the endpoint of another. Null when they cannot be read.',
      args: {
        endpoint: t.arg.id({ required: true, description: 'The id of the endpoint.' }),
        state: t.arg({
          type: [WebhookDeliveryState],
          description: 'What became of them; all when left out, or empty. DEAD lists the dead letters.',
        }),
        period: t.arg({ type: counting.period, description: 'Local days on which they were to be sent at first.' }),
      },
      resolve: (_query, { endpoint, state, period, ...page }, { db, actor }) => {
        const of = { owner: ownerOf(actor), known: actor, endpoint: idOrNone(String(endpoint)) }
        const wanted = { ...of, states: state ?? [], created: instantsAsked(period) }
        return keysetPage<DeliveryRow>(deliveriesOf(db.pool, wanted), page)
      },
    },
    { name: 'WebhookDeliveryConnection', description: 'A page of messages to an endpoint.' },
    { name: 'WebhookDeliveryEdge' },
  ),
)

const NO_ID = '00000000-0000-0000-0000-000000000000'
const idOrNone = (text: string) => (isId(text) ? text : NO_ID)
