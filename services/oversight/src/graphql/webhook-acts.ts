/** What an owner does with his endpoints: registers, proves, changes, stops them, turns their secrets, asks for messages again. */
import { trailOf } from '@vigia/kit/audit/trail'
import * as acts from '../actions/manage-endpoints.ts'
import { builder } from '../builder.ts'
import type { Context } from '../context.ts'
import { wantedBy } from '../rules/endpoint-wanted.ts'
import { AlertKind, AlertSeverity, AlertStepKind } from './enums.ts'
import { WebhookEndpoint, WebhookEnvelope, WebhookSignature } from './webhook-endpoint.ts'

builder.mutationType({
  description:
    'What can be done beside asking. Facts of children are no part of it: authorities send files. Of offices it is told here that data were breached, how a post is held, when work is suspended. Each act is in the audit.',
})

const WebhookEndpointInput = builder.inputType('WebhookEndpointInput', {
  description:
    'How an endpoint is to be. What is left out stays as it is, or is as it is usually. Of states at most 32 values.',
  fields: (t) => ({
    url: t.string({
      description:
        'https, of the internet, port 443 or 8443. Another address has to be proven anew, and is told what whoever gives it may know.',
    }),
    description: t.string({ description: 'What its owner calls it: 3 to 200 characters, one line.' }),
    envelope: t.field({
      type: WebhookEnvelope,
      description: 'The form of its messages; STANDARD where nothing is said.',
    }),
    steps: t.field({
      type: [AlertStepKind],
      description:
        'Of what happens to alerts it is told; where nothing is said, that one was opened, became graver, is open again after somebody had acknowledged it, was answered by the authority, resolved by a fact or closed by a person. Empty, of none: for an endpoint of audit heads alone.',
    }),
    kinds: t.field({ type: [AlertKind], description: 'Of which duties; empty for all.' }),
    severities: t.field({ type: [AlertSeverity], description: 'How grave alerts; empty for all.' }),
    states: t.idList({
      description: 'Of which states, INEGI or ISO codes; empty, or with "00", for all that the owner may know of.',
    }),
    auditHeads: t.boolean({
      access: 'audit:read',
      description:
        'Whether it is sent the signed heads of the audit, each minute in which a chain grew (audit.head); false where nothing was said.',
    }),
    contact: t.string({
      description: 'An address of e-mail for messages that could not be delivered; empty for none.',
    }),
    receiptKey: t.string({
      description: 'An ed25519 public key, base64, with which receipts are verified; empty where none are signed.',
    }),
  }),
})

const WebhookPayload = builder.objectRef<acts.WithSecret>('WebhookPayload').implement({
  description: 'The endpoint after the act. Source: the registry itself.',
  access: 'webhook:manage',
  fields: (t) => ({
    endpoint: t.field({
      type: WebhookEndpoint,
      description: 'The endpoint as it is now.',
      resolve: ({ endpoint }) => endpoint,
    }),
    secret: t.exposeString('secret', {
      nullable: true,
      description:
        'With which its messages are verified: a public key (whpk_…) or a shared secret (whsec_…), which is shown this once. Null where none was made.',
    }),
  }),
})

const RedeliveryPayload = builder.objectRef<{ count: number }>('RedeliveryPayload').implement({
  description: 'What is told again. Source: the registry itself.',
  access: 'webhook:manage',
  fields: (t) => ({
    count: t.exposeInt('count', {
      description: 'Messages that are told again, under the ids that they had. Unit: messages.',
    }),
  }),
})

const acting = (context: Context): acts.Acting => ({
  db: context.db,
  outgoing: context.outgoing,
  actor: context.actor,
  now: context.now(),
  requestId: trailOf(context).requestId,
})

const formOf = (signature: 'V1A' | 'V1' | null | undefined) => (signature === 'V1' ? 'v1' : 'v1a')

const MADE = { type: WebhookPayload, nullable: true, access: 'webhook:manage' } as const
const ID = { required: true, description: 'The id of the endpoint.' } as const
const NOT_YOURS = 'Null with an error: NOT_FOUND for one that is not there, and for one of another.'

builder.mutationFields((t) => ({
  createWebhookEndpoint: t.field({
    ...MADE,
    description:
      'Registers an endpoint, 20 at most. It is called by nobody before it is enabled. Null with an error: URL_NOT_ALLOWED for an address that is not called.',
    args: {
      input: t.arg({ type: WebhookEndpointInput, required: true, description: 'How the endpoint is to be.' }),
      signature: t.arg({
        type: WebhookSignature,
        description: 'How its messages are signed; V1A where nothing is said.',
      }),
    },
    resolve: (_mutation, { input, signature }, context) =>
      acts.createEndpoint(acting(context), wantedBy(input, null), formOf(signature)),
  }),
  updateWebhookEndpoint: t.field({
    ...MADE,
    description: `Changes an endpoint. ${NOT_YOURS}`,
    args: {
      id: t.arg.id(ID),
      input: t.arg({ type: WebhookEndpointInput, required: true, description: 'What is to be otherwise.' }),
    },
    resolve: (_mutation, { id, input }, context) =>
      acts.updateEndpoint(acting(context), String(id), (before) => wantedBy(input, before)),
  }),
  rotateWebhookSecret: t.field({
    ...MADE,
    description: `Makes another secret; the former ones, four at most, hold 24 hours more, and sign beside it. ${NOT_YOURS}`,
    args: {
      id: t.arg.id(ID),
      signature: t.arg({
        type: WebhookSignature,
        description: 'How messages are signed; as before where nothing is said.',
      }),
    },
    resolve: (_mutation, { id, signature }, context) =>
      acts.rotateSecret(acting(context), String(id), signature ? formOf(signature) : null),
  }),
}))

builder.mutationFields((t) => ({
  enableWebhookEndpoint: t.field({
    ...MADE,
    description: `Sends the endpoint a challenge; once it has given that back it is active, and is sent what waited. ${NOT_YOURS}`,
    args: { id: t.arg.id(ID) },
    resolve: (_mutation, { id }, context) => acts.enableEndpoint(acting(context), String(id)),
  }),
  disableWebhookEndpoint: t.field({
    ...MADE,
    description: `Stops an endpoint: what waits stays, what is raised meanwhile is not kept for it. ${NOT_YOURS}`,
    args: { id: t.arg.id(ID) },
    resolve: (_mutation, { id }, context) => acts.disableEndpoint(acting(context), String(id)),
  }),
  deleteWebhookEndpoint: t.field({
    ...MADE,
    description: `Deletes an endpoint; what it was sent stays written down. ${NOT_YOURS}`,
    args: { id: t.arg.id(ID) },
    resolve: (_mutation, { id }, context) => acts.deleteEndpoint(acting(context), String(id)),
  }),
  sendTestEvent: t.field({
    ...MADE,
    description: `Sends a test to an active endpoint, before all that waits. ${NOT_YOURS}`,
    args: { id: t.arg.id(ID) },
    resolve: (_mutation, { id }, context) => acts.sendTest(acting(context), String(id)),
  }),
  redeliverWebhooks: t.field({
    type: RedeliveryPayload,
    nullable: true,
    access: 'webhook:manage',
    description: `Tells again what happened to alerts in a time, to a partner in every hour that it touches: 31 days and 10,000 messages at most, of alerts that the asker may know of himself. Dead letters, and what was raised while the endpoint was stopped, come with it; what waits for its next try is tried now. ${NOT_YOURS}`,
    args: {
      id: t.arg.id(ID),
      from: t.arg({
        type: 'DateTime',
        required: true,
        description: 'From which instant on; what happened then is in it.',
      }),
      to: t.arg({
        type: 'DateTime',
        required: true,
        description: 'Until which instant; what happened then is not in it.',
      }),
    },
    resolve: async (_mutation, { id, from, to }, context) => ({
      count: await acts.redeliver(acting(context), String(id), from, to),
    }),
  }),
}))
