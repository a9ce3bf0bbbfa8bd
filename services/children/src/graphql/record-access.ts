/** Who asked for the record of a child: what its overseer is shown, of every service (security.md 4). */
import { groupOf } from '@vigia/law/access-groups'
import { builder } from '../builder.ts'
import type { RecordAccess as AccessRow } from '../store/access-store.ts'
import { Child } from './child.ts'

const AccessAct = builder.enumType('AccessAct', {
  description: 'What somebody did with the record of a child.',
  values: {
    READ: { description: 'Consulta. Fields of it were asked for.' },
    OPEN: { description: 'Apertura con motivo. More of it was opened for a day, for a reason in writing.' },
    EMERGENCY: { description: 'Acceso de emergencia. It was opened for a day in an emergency.' },
    REFUSED: { description: 'Rechazo. It was asked for, or something was to be done about it, and refused.' },
  } as const,
})

const RecordAccess = builder.objectRef<AccessRow>('RecordAccess').implement({
  description:
    'One request for the record of a child, as the audit holds it. Nothing of it can be altered unseen. Source: the audit.',
  access: 'audit:read',
  fields: (t) => ({
    at: t.expose('at', { type: 'DateTime', description: 'When it was answered.' }),
    isGiven: t.exposeBoolean('isGiven', {
      description: 'False where the child was asked for by its id, or an act about it refused, and nothing was given.',
    }),
    act: t.expose('act', {
      type: AccessAct,
      description: 'Whether the record was read, opened for a reason, or refused.',
    }),
    subject: t.exposeString('subject', {
      description: 'Who asked, as sign-in knows the account; a stream, where several follow it.',
    }),
    followers: t.exposeStringList('followers', {
      description:
        'Of what several were told in a stream, in whose name it was then asked ("stream:…"): who followed it then, as sign-in knows the accounts, at most 100; `npm run audit -- child` names all. Empty otherwise.',
    }),
    role: t.exposeString('role', { description: 'In which role (services/ACCESS.md).' }),
    office: t.exposeString('office', { nullable: true, description: 'For which office; null when it names none.' }),
    asked: t.exposeStringList('asked', {
      description: 'By which fields of the graph; "_entities" for what hangs on a child.',
    }),
    groups: t.stringList({
      description: 'Groups of fields that were opened (services/ACCESS.md). Empty where nothing was given.',
      resolve: ({ scopes, isGiven }) => (isGiven ? scopes.flatMap((scope) => groupOf(scope) ?? []) : []),
    }),
    reason: t.exposeString('reason', {
      nullable: true,
      description: 'Why, as the asker wrote it; null when not given.',
    }),
    requestId: t.exposeString('requestId', { description: 'Number of the request, the same in every service.' }),
    service: t.exposeString('service', { description: 'Which service answered, and keeps the chain.' }),
    number: t.exposeInt('seq', {
      description: 'Which link it is, of the rows of the chain of that service; the first is 1.',
    }),
    hash: t.string({
      description: 'SHA-256 of the link, over the one before it: what a signed head attests (auditHeads).',
      resolve: ({ hash }) => hash.toString('hex'),
    }),
  }),
})

builder.objectField(Child, 'accesses', (t) =>
  t.connection(
    {
      type: RecordAccess,
      nullable: true,
      access: 'audit:read',
      description:
        'Who asked for this record, the latest first: within a second of the answer. Null when it cannot be read.',
      resolve: ({ id }, args, { accesses }) => accesses.ofChild(id, args),
    },
    { name: 'RecordAccessConnection', description: 'A page of requests for the record of a child.' },
    { name: 'RecordAccessEdge' },
  ),
)
