/** One acknowledgement for all alerts of a notice: each gets its own step. */
import { trailOf } from '@vigia/kit/audit/trail'
import { atMostAPage } from '@vigia/kit/graph/rows-at-hand'
import { acknowledgeTogether, type Outcome } from '../actions/acknowledge-together.ts'
import { builder } from '../builder.ts'
import type { AlertRow } from '../store/alert-store.ts'
import { Alert } from './alert.ts'

const SeenAlertInput = builder.inputType('SeenAlertInput', {
  description: 'An alert, as its author has seen it.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'The id of the alert.' }),
    version: t.int({
      required: true,
      description: 'The version that its author has seen: one that has changed since is left as it is.',
    }),
  }),
})

const AcknowledgeAlertsInput = builder.inputType('AcknowledgeAlertsInput', {
  description: 'Which alerts somebody sees to, why they can wait, and until when; it holds at most 100 values.',
  fields: (t) => ({
    alerts: t.field({
      type: [SeenAlertInput],
      required: true,
      description: 'Which of the open alerts, 1 to 100 of them.',
    }),
    reason: t.string({
      required: true,
      description: 'Why, so that whoever oversees understands it: 20 characters at least and 500 at most, one line.',
    }),
    until: t.field({
      type: 'DateTime',
      required: true,
      description: 'Until when: at most 14 days from now, of a critical one 3. From then on they are open again.',
    }),
    key: t.string({
      description:
        'Of the choice of who asks, 8 to 100 characters: the same once more does nothing again; something else under it is IDEMPOTENCY_MISMATCH.',
    }),
  }),
})

const NotAcknowledged = builder.objectRef<Outcome['refused'][number]>('NotAcknowledged').implement({
  description: 'An alert that was left as it is. Source: the registry itself.',
  access: 'oversight:read',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'The id of the alert, as it was asked for.' }),
    code: t.exposeString('code', {
      description:
        'Why: CONFLICT, it has changed or is over; FORBIDDEN, others oversee it; BAD_USER_INPUT, too long a time; NOT_FOUND.',
    }),
    version: t.exposeInt('version', {
      nullable: true,
      description: 'Its version of now; null where the asker may not know of it. Unit: a number that rises.',
    }),
  }),
})

const AcknowledgeAlertsPayload = builder
  .objectRef<{ alerts: AlertRow[]; refused: Outcome['refused'] }>('AcknowledgeAlertsPayload')
  .implement({
    description: 'What was acknowledged together, and what was not. Source: the registry itself.',
    access: 'oversight:read',
    fields: (t) => ({
      alerts: t.field({
        type: [Alert],
        description: 'Those that were acknowledged, with their new step and version, at most 100.',
        resolve: ({ alerts }) => atMostAPage(alerts),
      }),
      refused: t.field({
        type: [NotAcknowledged],
        description: 'Those that were left as they are, and why, at most 100.',
        resolve: ({ refused }) => atMostAPage(refused),
      }),
    }),
  })

builder.mutationField('acknowledgeAlerts', (t) =>
  t.field({
    type: AcknowledgeAlertsPayload,
    nullable: true,
    access: 'alert:act',
    description:
      'Says of several alerts at once that somebody who oversees the duty sees to them, and until when: a step of each, one entry in the audit. Null with an error: BAD_USER_INPUT for what is wrong of all of them.',
    args: { input: t.arg({ type: AcknowledgeAlertsInput, required: true, description: 'Which, why, until when.' }) },
    resolve: async (_mutation, { input }, context) => {
      const { db, alerts, actor, now } = context
      const { reason: words, until, key } = input
      const seen = input.alerts.map(({ id, version }) => ({ id: String(id), version }))
      const asking = { db, alerts, actor, now: now() }
      const deed = { step: 'ACKNOWLEDGED', words, until } as const
      const { requestId } = trailOf(context)
      const { done, refused } = await acknowledgeTogether(asking, { alerts: seen, deed, key: key ?? null, requestId })
      return { alerts: await alerts.byIds(done, actor), refused }
    },
  }),
)
