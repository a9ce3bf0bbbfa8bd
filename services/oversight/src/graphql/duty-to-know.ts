/** Who was told what of an alert and when, and who has confirmed it. */
import { trailOf } from '@vigia/kit/audit/trail'
import { valuesOf } from '@vigia/kit/graph/enum-of'
import { isId } from '@vigia/law/ids'
import { TOLD_CHANNELS, TOLD_OUTCOMES } from '@vigia/law/webhooks'
import { knowOfAlert } from '../actions/know-of-alert.ts'
import { builder } from '../builder.ts'
import { type ToldRow, toldPage } from '../store/duty-store.ts'
import { AlertSeverity, AlertStepKind } from './enums.ts'

const ToldChannel = builder.enumType('ToldChannel', {
  description: 'By which way somebody was told of an alert.',
  values: valuesOf(TOLD_CHANNELS),
})

const ToldOutcome = builder.enumType('ToldOutcome', {
  description: 'What became of telling somebody.',
  values: valuesOf(TOLD_OUTCOMES),
})

const DutyToKnow = builder.objectRef<ToldRow>('DutyToKnow').implement({
  description:
    'That an authority or a partner was to know of an alert, and whether it was told. Source: the registry itself.',
  access: 'oversight:read',
  fields: (t) => ({
    channel: t.field({
      type: ToldChannel,
      description: 'By which way it was told.',
      resolve: ({ channel }) => channel,
    }),
    role: t.exposeString('role', { description: 'The role of who was told, as in services/ACCESS.md.' }),
    authority: t.exposeString('authority', {
      description: 'Which organization or office; of an office its role and state.',
    }),
    step: t.field({
      type: AlertStepKind,
      nullable: true,
      description: 'Of what that happened to the alert; null for a letter, which counts what was raised.',
      resolve: ({ step }) => step as 'OPENED' | null,
    }),
    severity: t.field({
      type: AlertSeverity,
      nullable: true,
      description: 'How grave the alert was then; null where that is not known any more.',
      resolve: ({ severity }) => severity as 'RED' | null,
    }),
    outcome: t.field({
      type: ToldOutcome,
      description: 'What became of it so far.',
      resolve: ({ outcome }) => outcome as 'WAITING',
    }),
    dueAt: t.expose('dueAt', { type: 'DateTime', description: 'When it was to be told.' }),
    toldAt: t.expose('toldAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was told first, or written to the connection of a stream; null while it was not.',
    }),
    tries: t.exposeInt('tries', { description: 'How often it was tried, or was written to a stream. Unit: tries.' }),
    knownAt: t.expose('knownAt', {
      type: 'DateTime',
      nullable: true,
      description:
        'Since when it is known to know: somebody of it opened the alert, the receiver signed for it, or whoever followed a stream came back to it with a cursor of then or later. Null where none is so.',
    }),
    confirmedAt: t.expose('confirmedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When the receiver signed for it with its own key; null where it did not.',
    }),
    receipt: t.exposeString('receipt', {
      nullable: true,
      description:
        'What it signed: the second of the message, a dot, and the ed25519 signature of "receipt.<webhook-id>.<second>". Null where it signed nothing.',
    }),
  }),
})

builder.queryField('dutyToKnow', (t) =>
  t.connection(
    {
      type: DutyToKnow,
      nullable: true,
      access: 'oversight:read',
      description:
        'Who was told of an alert, of what and when, and who has confirmed it, the first first. Null where there is no such alert, and for an asker who oversees other states.',
      args: { alertId: t.arg.id({ required: true, description: 'The id of the alert.' }) },
      resolve: async (_query, { alertId, ...page }, { db, alerts, actor }) => {
        const alert = isId(String(alertId)) ? await alerts.byId(String(alertId), actor) : null
        return alert ? toldPage(db.pool, alert.id, page) : null
      },
    },
    { name: 'DutyToKnowConnection', description: 'A page of who was told of an alert.' },
    { name: 'DutyToKnowEdge' },
  ),
)

const KnowOfAlertInput = builder.inputType('KnowOfAlertInput', {
  description: 'Which alert somebody has opened.',
  fields: (t) => ({ id: t.id({ required: true, description: 'The id of the alert.' }) }),
})

const KnowOfAlertPayload = builder.objectRef<{ knownAt: Date }>('KnowOfAlertPayload').implement({
  description: 'Since when the office of the asker knows of it. Source: the registry itself.',
  access: 'alert:know',
  fields: (t) => ({
    knownAt: t.expose('knownAt', { type: 'DateTime', description: 'When the first of its people opened it.' }),
  }),
})

builder.mutationField('knowOfAlert', (t) =>
  t.field({
    type: KnowOfAlertPayload,
    nullable: true,
    access: 'alert:know',
    description:
      'Tells that a person has opened an alert: from the first on its office knows of it (dutyToKnow). What a list or a stream shows says nothing of that. Null with an error: NOT_FOUND for one of others.',
    args: { input: t.arg({ type: KnowOfAlertInput, required: true, description: 'Which alert was opened.' }) },
    resolve: async (_mutation, { input }, context) => {
      const { db, alerts, actor, now } = context
      const opening = { db, alerts, actor, now: now(), requestId: trailOf(context).requestId }
      return { knownAt: await knowOfAlert(opening, String(input.id)) }
    },
  }),
)
