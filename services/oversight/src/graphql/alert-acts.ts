/** What persons do about an alert: see to it, give it to somebody, comment on it, answer it, close it. */
import { trailOf } from '@vigia/kit/audit/trail'
import type { AlertOffice as OfficeCode } from '@vigia/law/alert-offices'
import { actOnAlert } from '../actions/act-on-alert.ts'
import { builder } from '../builder.ts'
import type { Context } from '../context.ts'
import type { Deed } from '../rules/deeds.ts'
import type { AlertRow } from '../store/alert-store.ts'
import type { Done } from '../store/deed-store.ts'
import { Alert } from './alert.ts'
import { AlertOffice } from './enums.ts'

builder.mutationType({
  description:
    'What can be done beside asking. Facts of children are no part of it: authorities send files. Of offices it is told here that data were breached, how a post is held, when work is suspended. Each act is in the audit.',
})

interface Input {
  id: string
  version?: number | null
  key?: string | null
}

const ID = { required: true, description: 'The id of the alert.' } as const
const VERSION = {
  required: true,
  description: 'The version that its author has seen. CONFLICT, with that of now, where it has changed since.',
} as const
const SEEN = {
  description:
    'The version that its author has seen, where it matters: CONFLICT, with that of now, once it has changed.',
} as const
const KEY = {
  description:
    'Of the choice of who asks, 8 to 100 characters: the same once more does nothing again; something else under it is IDEMPOTENCY_MISMATCH.',
} as const
const REASON = {
  required: true,
  description: 'Why, so that whoever oversees understands it: 20 characters at least and 500 at most, one line.',
} as const
const WORDS = {
  required: true,
  description: 'What is said: 10 characters at least and 500 at most, one line.',
} as const

const AlertPayload = builder.objectRef<AlertRow>('AlertPayload').implement({
  description: 'The alert as it stands once that was done. Source: the registry itself.',
  access: 'oversight:read',
  fields: (t) => ({
    alert: t.field({
      type: Alert,
      description: 'The alert, with its new step and version.',
      resolve: (alert) => alert,
    }),
  }),
})

async function done(context: Context, asked: string, { id, version, key }: Input, deed: Deed): Promise<Done> {
  const { db, alerts, actor, now } = context
  const wish = { asked, id: String(id), deed, version: version ?? null, key: key ?? null }
  return actOnAlert({ db, alerts, actor, now: now() }, { ...wish, requestId: trailOf(context).requestId })
}

async function alertAfter(context: Context, asked: string, input: Input, deed: Deed): Promise<AlertRow> {
  await done(context, asked, input, deed)
  const alert = await context.alerts.byId(String(input.id), context.actor)
  if (!alert) throw new Error('An alert that somebody acted on is not there.')
  return alert
}

const AcknowledgeAlertInput = builder.inputType('AcknowledgeAlertInput', {
  description: 'Which alert somebody sees to, why it can wait, and until when.',
  fields: (t) => ({
    id: t.id(ID),
    version: t.int(VERSION),
    reason: t.string(REASON),
    until: t.field({
      type: 'DateTime',
      required: true,
      description: 'Until when: at most 14 days from now, of a critical one 3. From then on it is open again.',
    }),
    key: t.string(KEY),
  }),
})

builder.mutationField('acknowledgeAlert', (t) =>
  t.field({
    type: AlertPayload,
    nullable: true,
    access: 'alert:act',
    description:
      'Says that somebody who oversees the duty sees to it, and until when; what makes it graver ends that at once. Null with an error: FORBIDDEN for who owes the duty.',
    args: { input: t.arg({ type: AcknowledgeAlertInput, required: true, description: 'Which, why, until when.' }) },
    resolve: (_mutation, { input }, context) => {
      const { reason: words, until } = input
      return alertAfter(context, 'acknowledgeAlert', input, { step: 'ACKNOWLEDGED', words, until })
    },
  }),
)

const EndAcknowledgementInput = builder.inputType('EndAcknowledgementInput', {
  description: 'Which alert nobody sees to any more, and why.',
  fields: (t) => ({ id: t.id(ID), version: t.int(VERSION), reason: t.string(REASON), key: t.string(KEY) }),
})

builder.mutationField('endAcknowledgement', (t) =>
  t.field({
    type: AlertPayload,
    nullable: true,
    access: 'alert:act',
    description:
      'Takes back that somebody sees to an alert, before its time is over: it is open again, as after that time. Null with an error: CONFLICT where nobody sees to it, FORBIDDEN for who owes the duty.',
    args: { input: t.arg({ type: EndAcknowledgementInput, required: true, description: 'Which alert, and why.' }) },
    resolve: (_mutation, { input }, context) =>
      alertAfter(context, 'endAcknowledgement', input, { step: 'ACKNOWLEDGEMENT_ENDED', words: input.reason }),
  }),
)

const AssignAlertInput = builder.inputType('AssignAlertInput', {
  description: 'Which alert is given to whom.',
  fields: (t) => ({
    id: t.id(ID),
    version: t.int(VERSION),
    office: t.field({
      type: AlertOffice,
      required: true,
      description: 'Which office: one that sees alerts, of the state of this one.',
    }),
    account: t.string({
      description: 'Which account of that office, as sign-in knows it; the whole office when left out.',
    }),
    key: t.string(KEY),
  }),
})

builder.mutationField('assignAlert', (t) =>
  t.field({
    type: AlertPayload,
    nullable: true,
    access: 'alert:act',
    description:
      'Gives an alert to an office that sees it, or to one of its accounts. Null with an error: FORBIDDEN for who owes the duty.',
    args: {
      input: t.arg({ type: AssignAlertInput, required: true, description: 'Which alert, and to whom it is given.' }),
    },
    resolve: (_mutation, { input }, context) => {
      const to: { office: OfficeCode; account: string | null } = {
        office: input.office,
        account: input.account ?? null,
      }
      return alertAfter(context, 'assignAlert', input, { step: 'ASSIGNED', ...to })
    },
  }),
)

const CommentAlertInput = builder.inputType('CommentAlertInput', {
  description: 'Which alert something is said of. Whoever sees the alert reads it.',
  fields: (t) => ({ id: t.id(ID), version: t.int(SEEN), text: t.string(WORDS), key: t.string(KEY) }),
})

builder.mutationField('commentAlert', (t) =>
  t.field({
    type: AlertPayload,
    nullable: true,
    access: 'alert:act',
    description:
      'Adds a comment to the history of an alert, open or not. Null with an error: NOT_FOUND for one of others.',
    args: { input: t.arg({ type: CommentAlertInput, required: true, description: 'Which, and what is said.' }) },
    resolve: (_mutation, { input }, context) =>
      alertAfter(context, 'commentAlert', input, { step: 'COMMENTED', words: input.text }),
  }),
)

const CloseAlertInput = builder.inputType('CloseAlertInput', {
  description: 'Which alert is closed, and why.',
  fields: (t) => ({ id: t.id(ID), version: t.int(VERSION), reason: t.string(REASON), key: t.string(KEY) }),
})

builder.mutationField('closeAlert', (t) =>
  t.field({
    type: AlertPayload,
    nullable: true,
    access: 'alert:close',
    description:
      'Closes an alert though its cause holds. Every figure still counts it, as closed by a person; a graver or another fact raises it again. Null with an error: FORBIDDEN for who owes the duty.',
    args: { input: t.arg({ type: CloseAlertInput, required: true, description: 'Which alert is closed, and why.' }) },
    resolve: (_mutation, { input }, context) =>
      alertAfter(context, 'closeAlert', input, { step: 'CLOSED', words: input.reason }),
  }),
)

const AnswerAlertInput = builder.inputType('AnswerAlertInput', {
  description: 'Which alert about oneself is answered.',
  fields: (t) => ({ id: t.id(ID), version: t.int(SEEN), text: t.string(WORDS), key: t.string(KEY) }),
})

const AnswerAlertPayload = builder.objectRef<Done & { id: string }>('AnswerAlertPayload').implement({
  description: 'What is kept of an answer. Source: the registry itself.',
  access: 'alert:answer',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'The id of the alert.' }),
    at: t.expose('at', { type: 'DateTime', description: 'When it was written down.' }),
    version: t.exposeInt('version', { description: 'The version of the alert since. Unit: a number that rises.' }),
  }),
})

builder.mutationField('answerAlert', (t) =>
  t.field({
    type: AnswerAlertPayload,
    nullable: true,
    access: 'alert:answer',
    description:
      'Answers an alert about oneself: whoever oversees it reads that, and it stays open. Null with an error: NOT_FOUND for one that is not there or of another, and for INM, which answers by its own numbers.',
    args: { input: t.arg({ type: AnswerAlertInput, required: true, description: 'Which, and the answer.' }) },
    resolve: async (_mutation, { input }, context) => {
      const deed: Deed = { step: 'ANSWERED', words: input.text }
      return { ...(await done(context, 'answerAlert', input, deed)), id: String(input.id) }
    },
  }),
)
