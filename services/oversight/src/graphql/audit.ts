/** What overseers are told of the audit as a whole: alarms, and the heads that the ombudsperson keeps as a witness. */
import { CHAINED } from '@vigia/kit/audit/verify'
import { Refusal } from '@vigia/kit/errors'
import { instantsAsked, type Period, stateAsked } from '@vigia/kit/graph/counting'
import { builder, counting } from '../builder.ts'
import { type AccessAlarm as AlarmRow, alarmsPage, type AuditHead as HeadRow, headsPage } from '../store/audit-store.ts'

const AccessAlarmKind = builder.enumType('AccessAlarmKind', {
  description: 'Why an alarm was raised.',
  values: {
    HONEY: { description: 'Expediente señuelo. A record that stands for nobody was asked for.' },
    MASS: {
      description: 'Lectura masiva. One subject has opened more than 300 records within an hour; raised once an hour.',
    },
    EMERGENCY: {
      description: 'Acceso de emergencia. Emergency access was used, or tried of a child that is not there.',
    },
    UNSIGNED: { description: 'Emergencia sin firma. Nobody has signed for an emergency access within 72 hours.' },
    REPORTED: {
      description:
        'Representación por persona señalada. A file has a child represented, or would have, by whom its own file points at as a danger (LGDNNA art. 106).',
    },
  } as const,
})

const AccessAlarm = builder.objectRef<AlarmRow>('AccessAlarm').implement({
  description:
    'Somebody has read in a way that has to be looked at, or a file tells something that has. Source: the audit.',
  access: 'audit:read',
  fields: (t) => ({
    at: t.expose('at', { type: 'DateTime', description: 'When it was raised: seconds after the reading.' }),
    kind: t.expose('kind', { type: AccessAlarmKind, description: 'For which reason it was raised.' }),
    subject: t.exposeString('subject', {
      description: 'Who read, as sign-in knows the account; of a file who sent it, "intake" where nobody is named.',
    }),
    role: t.exposeString('role', { description: 'In which role (services/ACCESS.md).' }),
    office: t.exposeString('office', { nullable: true, description: 'For which office; null when it names none.' }),
    states: t.exposeStringList('states', {
      nullable: true,
      description: 'INEGI codes of the states to which the reader is bound; null for the whole country.',
    }),
    records: t.exposeInt('records', {
      description: 'Children: opened within the hour for MASS, by that one request or file for the others.',
    }),
  }),
})

interface AlarmsAsked {
  kind?: AlarmRow['kind'][] | null
  state?: string | null
  period?: Period | null
}

const AccessAlarmFilter = builder.inputRef<AlarmsAsked>('AccessAlarmFilter').implement({
  description: 'Which alarms are listed. What is left out, and a list that is empty, lets all through.',
  fields: (t) => ({
    kind: t.field({ type: [AccessAlarmKind], description: 'By what they were raised.' }),
    state: t.id({ description: 'Of readers who are bound to this state: INEGI or ISO code; "00" for all.' }),
    period: t.field({ type: counting.period, description: 'Local days on which they were raised.' }),
  }),
})

builder.queryField('accessAlarms', (t) =>
  t.connection(
    {
      type: AccessAlarm,
      nullable: true,
      access: 'audit:read',
      description:
        'Alarms of reading, the latest first. An asker who oversees states is told of readers of these states. Null when they cannot be read.',
      args: { filter: t.arg({ type: AccessAlarmFilter, description: 'Which alarms; all when left out.' }) },
      resolve: (_query, { filter, ...page }, { db, actor }) => {
        const { kind, state, period } = filter ?? {}
        const wanted = { kinds: kind ?? [], state: stateAsked(state), raised: instantsAsked(period) }
        return alarmsPage(db.rows, wanted, actor, page)
      },
    },
    { name: 'AccessAlarmConnection', description: 'A page of alarms of reading.' },
    { name: 'AccessAlarmEdge' },
  ),
)

const AuditHead = builder.objectRef<HeadRow>('AuditHead').implement({
  description:
    'Where the chain of a service ended at a minute, signed. Whoever keeps it can tell later whether the chain was cut or written anew. Source: the audit.',
  access: 'audit:read',
  fields: (t) => ({
    registry: t.exposeString('registry', { description: 'Id of this registry.' }),
    service: t.exposeString('service', { description: 'Which service keeps the chain.' }),
    number: t.exposeInt('seq', { description: 'Which link it is, of the rows of that chain; the first is 1.' }),
    hash: t.string({ description: 'SHA-256 of that link.', resolve: ({ hash }) => hash.toString('hex') }),
    at: t.expose('at', { type: 'DateTime', description: 'When this head was signed.' }),
    key: t.exposeString('keyId', { description: 'Which key signed: the name of its public file.' }),
    signature: t.string({
      description: 'Ed25519, base64url, over "vigia audit head" and the fields above, a line each.',
      resolve: ({ signature }) => signature.toString('base64url'),
    }),
  }),
})

const AuditHeadFilter = builder
  .inputRef<{ service?: string | null; period?: Period | null }>('AuditHeadFilter')
  .implement({
    description: 'Which heads are listed. What is left out lets all through.',
    fields: (t) => ({
      service: t.string({ description: 'Of the chain that this service keeps.' }),
      period: t.field({ type: counting.period, description: 'Local days on which they were signed.' }),
    }),
  })

builder.queryField('auditHeads', (t) =>
  t.connection(
    {
      type: AuditHead,
      nullable: true,
      access: 'audit:read',
      description: 'Signed heads of the chains of the audit, the latest first. Null when they cannot be read.',
      args: { filter: t.arg({ type: AuditHeadFilter, description: 'Which heads; all when left out.' }) },
      resolve: (_query, { filter, ...page }, { db }) =>
        headsPage(db.rows, { service: chainAsked(filter?.service), signed: instantsAsked(filter?.period) }, page),
    },
    { name: 'AuditHeadConnection', description: 'A page of signed heads.' },
    { name: 'AuditHeadEdge' },
  ),
)

/** Throws BAD_USER_INPUT for one that keeps no chain: none of its heads would seem to have been signed. */
function chainAsked(service: string | null | undefined): string | null {
  if (service === null || service === undefined) return null
  const chain = CHAINED.find((name) => name === service)
  if (chain) return chain
  throw new Refusal('BAD_USER_INPUT', `No chain is kept by that name: write one of ${CHAINED.join(', ')}.`)
}
