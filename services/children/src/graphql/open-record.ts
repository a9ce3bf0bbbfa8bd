/** The acts of the graph: to open the record of one child, for a reason or in an emergency, and to sign for the latter. */
import { trailOf } from '@vigia/kit/audit/trail'
import { groupOf } from '@vigia/law/access-groups'
import { type OpenedBy, scopesOpened } from '@vigia/law/opened-records'
import { openRecord } from '../actions/open-record.ts'
import { signEmergency } from '../actions/sign-emergency.ts'
import { builder } from '../builder.ts'
import type { Context } from '../context.ts'
import { childNamed } from '../store/child-named.ts'
import type { Opening } from '../store/opening-store.ts'
import { EmergencyAccess } from './emergency-access.ts'

builder.mutationType({
  description:
    'What can be done beside asking. Facts of children are no part of it: authorities send files. Of offices it is told here that data were breached, how a post is held, when work is suspended. Each act is in the audit.',
})

const OpenRecordInput = builder.inputType('OpenRecordInput', {
  description: 'Whose record is to be opened, and why. The same once more gives the same opening while it lasts.',
  fields: (t) => ({
    childId: t.id({ required: true, description: 'The id of the child, or its folio.' }),
    reason: t.string({
      required: true,
      description:
        'Why, so that others understand it: 10 characters at least and 500 at most. It is kept in the audit.',
    }),
  }),
})

const OpenRecordPayload = builder.objectRef<Opening>('OpenRecordPayload').implement({
  description: 'What was opened of the record of one child, and until when. Source: the registry itself.',
  access: 'record:open',
  fields: (t) => ({
    childId: t.exposeID('child', { description: 'Id of the child: ask for it by child(id).' }),
    until: t.expose('until', { type: 'DateTime', description: 'Until when the record is open.' }),
    groups: t.stringList({
      description: 'Groups of fields that are open now beside those of the role (services/ACCESS.md).',
      resolve: ({ role, by }) => [...scopesOpened(role, by)].flatMap((scope) => groupOf(scope) ?? []),
    }),
  }),
})

builder.mutationField('openRecord', (t) =>
  t.field({
    type: OpenRecordPayload,
    nullable: true,
    access: 'record:open',
    description:
      'Opens, for a reason in writing, what the role reads of one child for a day. Null with an error: NOT_FOUND for a child that is not there, and for one that the asker may not know of.',
    args: { input: t.arg({ type: OpenRecordInput, required: true, description: 'Whose record, and why.' }) },
    resolve: (_mutation, { input }, context) => open('REASON', input, context),
  }),
)

async function open(by: OpenedBy, wanted: { childId: string; reason: string }, context: Context): Promise<Opening> {
  const trail = trailOf(context)
  const child = await childNamed(context.db.pool, wanted.childId)
  if (child !== null) trail.meet(wanted.childId, child)
  const wish = { by, child: child ?? wanted.childId, reason: wanted.reason, requestId: trail.requestId }
  return openRecord(context.db, context.actor, wish)
}

const EmergencyAccessInput = builder.inputType('EmergencyAccessInput', {
  description: 'Whose record is to be opened, and why. The same once more gives the same use while it lasts.',
  fields: (t) => ({
    childId: t.id({ required: true, description: 'The id of the child, of any state, or its folio.' }),
    reason: t.string({
      required: true,
      description: 'Which emergency it is: 20 characters at least and 500 at most. Overseers read it at once.',
    }),
  }),
})

const EmergencyAccessPayload = builder.objectRef<Opening>('EmergencyAccessPayload').implement({
  description: 'The use of emergency access that was made or signed. Source: the registry itself.',
  access: 'emergency:read',
  fields: (t) => ({
    emergency: t.field({
      type: EmergencyAccess,
      description: 'The use, as its overseers see it.',
      resolve: (opening) => opening,
    }),
  }),
})

builder.mutationField('emergencyAccess', (t) =>
  t.field({
    type: EmergencyAccessPayload,
    nullable: true,
    access: 'emergency:use',
    description:
      'Opens identity, location, risk and care of one child, of any state, for a day. The ombudsperson is told at once, and a second person signs within 72 hours. Null with an error: NOT_FOUND where there is no such child, which is told too.',
    args: { input: t.arg({ type: EmergencyAccessInput, required: true, description: 'Whose record, and why.' }) },
    resolve: (_mutation, { input }, context) => open('EMERGENCY', input, context),
  }),
)

const SignEmergencyAccessInput = builder.inputType('SignEmergencyAccessInput', {
  description: 'Which use of emergency access is signed by a second person.',
  fields: (t) => ({ id: t.id({ required: true, description: 'The id of the use, as the list gives it.' }) }),
})

builder.mutationField('signEmergencyAccess', (t) =>
  t.field({
    type: EmergencyAccessPayload,
    nullable: true,
    access: 'emergency:sign',
    description:
      'Signs for a use of emergency access: another person of that office, or the office above it. Null with an error: FORBIDDEN for who used it.',
    args: { input: t.arg({ type: SignEmergencyAccessInput, required: true, description: 'Which use is signed.' }) },
    resolve: (_mutation, { input }, context) =>
      signEmergency(context.db.pool, context.actor, input.id, trailOf(context).requestId),
  }),
)
