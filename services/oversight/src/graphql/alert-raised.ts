/**
 * The stream of alerts. It is declared here, so that what is asked of it is checked against one graph, and served by the gateway, which
 * asks `alert(id)` for each step in the name of whoever is told.
 */
import { Refusal } from '@vigia/kit/errors'
import type {
  AlertKind as KindCode,
  AlertSeverity as SeverityCode,
  AlertStep as StepCode,
} from '@vigia/law/alert-kinds'
import { builder } from '../builder.ts'
import type { AlertRow } from '../store/alert-store.ts'
import { untoldSince } from '../store/step-store.ts'
import { Alert } from './alert.ts'
import { AlertKind, AlertSeverity, AlertStepKind } from './enums.ts'

interface StreamFilter {
  state?: string | null
  kind?: KindCode[] | null
  severity?: SeverityCode[] | null
  steps?: StepCode[] | null
}

const AlertStreamFilter = builder.inputRef<StreamFilter>('AlertStreamFilter').implement({
  description:
    'Which steps of which alerts are told. What is left out, and a list that is empty, lets all through, but for "steps".',
  fields: (t) => ({
    state: t.id({
      description:
        'State of the alert: INEGI or ISO code; "00" for all. FORBIDDEN for a program that is told of other states alone.',
    }),
    kind: t.field({
      type: [AlertKind],
      description: 'Kinds of alert to keep; FORBIDDEN for a partner whose agreement lacks one of them.',
    }),
    severity: t.field({ type: [AlertSeverity], description: 'Severities to keep, as of the step.' }),
    steps: t.field({
      type: [AlertStepKind],
      description:
        'What has to happen for it to be told. When left out, or empty: that an alert was opened, became graver, is open again after somebody had acknowledged it, was answered by the authority that owes the duty, was resolved by a fact or closed by a person.',
    }),
  }),
})

builder.objectFields(Alert, (t) => ({
  seq: t.int({
    nullable: true,
    access: 'oversight:read',
    description:
      'The place in the stream of alerts of what happened to it: of what is told in a stream, else of what happened last. Places have no gaps, and are the same for everybody; a database that is put back from a backup gives those behind it anew, so that repeats are told apart by "cursor". For moments after something has happened, of what happened before it. Null where nothing did.',
    resolve: async ({ id }, _args, { alerts }) => (await alerts.lastToldOf.load(id))?.seq ?? null,
  }),
  cursor: t.string({
    nullable: true,
    description:
      'In a stream: from where it goes on after this, for the asker alone ("after"). Null in a query, which is no place in a stream.',
    resolve: () => null,
  }),
  step: t.field({
    type: AlertStepKind,
    nullable: true,
    description:
      'What happened to it: what is told in a stream, else what happened last that has a place (seq): for moments after an act, what happened before it. Null where nothing did.',
    resolve: async ({ id }, _args, { alerts }) => (await alerts.lastToldOf.load(id))?.step ?? null,
  }),
  at: t.field({
    type: 'DateTime',
    nullable: true,
    access: 'oversight:read',
    description: 'When that happened, as the registry wrote it down. Null for moments before it has a place, as "seq".',
    resolve: async ({ id }, _args, { alerts }) => (await alerts.lastToldOf.load(id))?.at ?? null,
  }),
}))

builder.queryField('alertsUntoldSince', (t) =>
  t.field({
    type: 'DateTime',
    nullable: true,
    access: 'oversight:read',
    description:
      'When the oldest of what happened to alerts, of any state, happened that no stream has told yet though it is written down. Null while nothing has waited for ten seconds. Source: the registry itself.',
    resolve: (_query, _args, { db }) => untoldSince(db.pool),
  }),
)

builder.subscriptionField('alertRaised', (t) =>
  t.field({
    type: Alert,
    access: 'alert:read',
    description:
      'Every step of every alert that the asker may see, in order and at least once, each as the alert is when it is told and with the rights of then. Begins with what happens from now on, or after a cursor.',
    args: {
      after: t.arg.string({
        description:
          'A cursor that this stream gave to the same asker; beside a Last-Event-ID, which a program sends when it comes back by itself, that one is meant. CURSOR_INVALID for any other; CURSOR_EXPIRED, with the number that was missed, where something was missed more than 90 days ago.',
      }),
      filter: t.arg({
        type: AlertStreamFilter,
        description: 'Which steps are told; the usual ones of all alerts when left out.',
      }),
    },
    subscribe: (): AsyncIterable<AlertRow> => {
      throw new Refusal(
        'NOT_FOUND',
        'Subscribe at the gateway: /graphql by WebSocket, /graphql/stream by server-sent events.',
      )
    },
    resolve: (alert) => alert,
  }),
)
