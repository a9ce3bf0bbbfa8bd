/** The life of an alert: whose duty it is, what persons have done about it, and every step of it. */
import { Refusal } from '@vigia/kit/errors'
import { atMostAPage } from '@vigia/kit/graph/rows-at-hand'
import { dutyHoldersOf, type AlertOffice as OfficeCode, overseersOf } from '@vigia/law/alert-offices'
import { builder } from '../builder.ts'
import { type AlertRow, ofWhat, type StepRow } from '../store/alert-store.ts'
import { Alert } from './alert.ts'
import { AlertOffice, AlertSeverity, AlertStepKind } from './enums.ts'

interface Assigned {
  assignedOffice: OfficeCode
  assignedAccount: string | null
}

const AlertAssignee = builder.objectRef<Assigned>('AlertAssignee').implement({
  description: 'To whom an alert was given. Source: who gave it, in this registry.',
  access: 'oversight:read',
  fields: (t) => ({
    office: t.expose('assignedOffice', { type: AlertOffice, description: 'Which office; of the state of the alert.' }),
    account: t.exposeString('assignedAccount', {
      nullable: true,
      description: 'Which account of it, as sign-in knows it; null for the office as a whole.',
    }),
  }),
})

const assigneeOf = ({ assignedOffice, assignedAccount }: AlertRow | StepRow): Assigned | null =>
  assignedOffice && { assignedOffice, assignedAccount }

const AlertStep = builder.objectRef<StepRow>('AlertStep').implement({
  description: 'Something that happened to an alert. Steps are only added, never changed. Source: this registry.',
  access: 'oversight:read',
  fields: (t) => ({
    at: t.expose('at', { type: 'DateTime', description: 'When the registry wrote it down.' }),
    step: t.expose('step', { type: AlertStepKind, description: 'What happened to the alert.' }),
    severity: t.expose('severity', { type: AlertSeverity, description: 'How grave it was from then on.' }),
    version: t.exposeInt('version', {
      description: 'The version of the alert from then on. Unit: a number that rises.',
    }),
    by: t.exposeString('author', {
      nullable: true,
      description: 'Who did it, as sign-in knows the account; null for what facts and time brought about.',
    }),
    role: t.exposeString('authorRole', {
      nullable: true,
      description: 'In which role (services/ACCESS.md); null for what facts and time brought about.',
    }),
    office: t.exposeString('authorOffice', {
      nullable: true,
      description: 'For which office or organization; null where the account names none.',
    }),
    reason: t.exposeString('words', {
      nullable: true,
      description: 'The reason, the comment or the answer, as it was written; null where none is asked for.',
    }),
    until: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'Until when somebody said that he sees to it; null for every other step.',
      resolve: ({ step, acknowledgedUntil }) => (step === 'ACKNOWLEDGED' ? acknowledgedUntil : null),
    }),
    to: t.field({
      type: AlertAssignee,
      nullable: true,
      description: 'To whom it was given; null for every other step.',
      resolve: (row) => (row.step === 'ASSIGNED' ? assigneeOf(row) : null),
    }),
  }),
})

builder.objectFields(Alert, (t) => ({
  version: t.exposeInt('version', {
    access: 'oversight:read',
    description:
      'Rises with whatever changes of the alert: whoever acts on it says which one he has seen. Unit: a number.',
  }),
  dutyHolders: t.field({
    type: [AlertOffice],
    access: 'oversight:read',
    description: 'Who owes the duty; empty where the registry cannot know. They answer, and dismiss nothing.',
    resolve: (alert) => [...dutyHoldersOf(ofWhat(alert))],
  }),
  overseers: t.field({
    type: [AlertOffice],
    access: 'oversight:read',
    description: 'Who sees to it that the duty is met: they acknowledge, assign, close and silence.',
    resolve: (alert) => [...overseersOf(ofWhat(alert))],
  }),
  acknowledgedUntil: t.expose('acknowledgedUntil', {
    type: 'DateTime',
    access: 'oversight:read',
    nullable: true,
    description: 'Until when somebody sees to it; null while nobody does. What makes it graver ends that at once.',
  }),
  assignedTo: t.field({
    type: AlertAssignee,
    access: 'oversight:read',
    nullable: true,
    description: 'To whom it was given last; null while it was given to nobody.',
    resolve: (alert) => assigneeOf(alert),
  }),
  closedAt: t.expose('closedAt', {
    type: 'DateTime',
    access: 'oversight:read',
    nullable: true,
    description:
      'When a person closed it though its cause still held; null where nobody has. What makes it graver opens it again.',
  }),
}))

builder.objectFields(Alert, (t) => ({
  steps: t.field({
    type: [AlertStep],
    access: 'oversight:read',
    description:
      'What happened to it, by whom and why, the first first unless asked otherwise, at most 100: whoever wants more skips those.',
    args: {
      newestFirst: t.arg.boolean({ defaultValue: false, description: 'The last first; without, the first first.' }),
      skip: t.arg.int({ defaultValue: 0, description: 'So many of that order are left out. Unit: steps.' }),
    },
    resolve: async ({ id }, { newestFirst, skip }, { alerts }) => {
      const from = skip ?? 0
      if (from < 0) throw new Refusal('BAD_USER_INPUT', 'Skip no fewer than 0 steps.')
      const steps = await alerts.stepsOf.load(id)
      return atMostAPage((newestFirst ? steps.toReversed() : steps).slice(from))
    },
  }),
}))
