/** Emergency access to the record of a child: what was opened by whom and why, and the list for who oversees, signs or has used it. */
import { instantsAsked, type Period, stateAsked } from '@vigia/kit/graph/counting'
import { signerOf } from '../actions/sign-emergency.ts'
import { builder, counting } from '../builder.ts'
import { maySign, type StandingOfEmergency, standingOf } from '../rules/second-signature.ts'
import { emergenciesPage } from '../store/emergencies-in-sight.ts'
import type { Opening } from '../store/opening-store.ts'
import { Child } from './child.ts'

const EmergencyState = builder.enumType('EmergencyState', {
  description: 'How an emergency access stands.',
  values: {
    OPEN: { description: 'Por firmar. It waits for the signature of a second person.' },
    SIGNED: { description: 'Firmado. A second person has signed for it.' },
    UNSIGNED_AFTER_72_HOURS: {
      description:
        'Sin firma a las 72 horas. Nobody has signed in time: the account may use it no more until somebody does.',
    },
  } as const satisfies Record<StandingOfEmergency, object>,
})

export const EmergencyAccess = builder.objectRef<Opening>('EmergencyAccess').implement({
  description:
    'Somebody opened the record of one child in an emergency, for 24 hours (security policy of this registry). Source: the registry itself.',
  access: 'emergency:read',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Id of this use, by which it is signed.' }),
    at: t.expose('at', { type: 'DateTime', description: 'When the record was opened.' }),
    until: t.expose('until', {
      type: 'DateTime',
      description: 'Until when it is open: a day later, or when who opened it was turned out or got other rights.',
    }),
    state: t.field({
      type: EmergencyState,
      description: 'Whether a second person has signed, and in time.',
      resolve: (opening, _args, { now }) => standingOf(opening, now()),
    }),
    childId: t.exposeID('child', { description: 'Id of the child whose record was opened.' }),
    folio: t.exposeString('folio', {
      nullable: true,
      description: 'Number of the child in this registry; null where its file was taken back since.',
    }),
    isOutside: t.exposeBoolean('isOutside', {
      description: 'Whether the child was beyond the rows of who opened the record.',
    }),
    reason: t.exposeString('reason', { description: 'Why, in the words of who opened it.' }),
    subject: t.exposeString('subject', { description: 'Who opened it, as sign-in knows the account.' }),
    role: t.exposeString('role', { description: 'In which role (services/ACCESS.md).' }),
    office: t.exposeString('office', { nullable: true, description: 'For which office; null when it names none.' }),
    states: t.exposeStringList('states', {
      nullable: true,
      description: 'INEGI codes of the states to which who opened it is bound; null for the whole country.',
    }),
  }),
})

builder.objectFields(EmergencyAccess, (t) => ({
  signedAt: t.expose('signedAt', {
    type: 'DateTime',
    nullable: true,
    description: 'When a second person signed; null while nobody has.',
  }),
  signedBy: t.exposeString('signedBy', {
    nullable: true,
    description: 'Who signed, as sign-in knows the account; null while nobody has.',
  }),
  signedRole: t.exposeString('signedRole', {
    nullable: true,
    description: 'In which role that person signed; null while nobody has.',
  }),
  maySign: t.boolean({
    description: 'Whether the asker may sign: another person of that office, or the one above it; false once signed.',
    resolve: (opening, _args, { actor }) => opening.signedAt === null && maySign(signerOf(actor), opening),
  }),
}))

interface Filter {
  state?: string | null
  period?: Period | null
  standing?: StandingOfEmergency[] | null
  isOutside?: boolean | null
}

const EmergencyAccessFilter = builder.inputRef<Filter>('EmergencyAccessFilter').implement({
  description:
    'Which uses of emergency access are listed. What is left out, and a list that is empty, lets all through.',
  fields: (t) => ({
    state: t.id({ description: 'Of who is bound to this state: INEGI or ISO code; "00" for all.' }),
    period: t.field({ type: counting.period, description: 'Local days on which a record was opened.' }),
    standing: t.field({
      type: [EmergencyState],
      description: 'Signed for, still to be signed, or not signed in time.',
    }),
    isOutside: t.boolean({
      description: 'True for children beyond the rows of who opened the record, false for others.',
    }),
  }),
})

const wantedBy = ({ state, period, standing, isOutside }: Filter) => ({
  ...{
    state: stateAsked(state),
    opened: instantsAsked(period),
    standings: standing ?? [],
    isOutside: isOutside ?? null,
  },
})

builder.queryField('emergencyAccesses', (t) =>
  t.connection(
    {
      type: EmergencyAccess,
      nullable: true,
      access: 'emergency:read',
      description:
        'Uses of emergency access, the latest first: for an overseer those of its states, and of children found there; for others those of their office, and those that they may sign; for an officer of single places his own. Null when they cannot be read.',
      args: { filter: t.arg({ type: EmergencyAccessFilter, description: 'Which uses; all when left out.' }) },
      resolve: (_query, { filter, ...page }, { db, actor, now }) =>
        emergenciesPage(db.pool, wantedBy(filter ?? {}), { actor, now: now() }, page),
    },
    { name: 'EmergencyAccessConnection', description: 'A page of uses of emergency access.' },
    { name: 'EmergencyAccessEdge' },
  ),
)

builder.objectField(Child, 'emergencyUsedAt', (t) =>
  t.field({
    type: 'DateTime',
    nullable: true,
    access: 'oversight:read',
    description:
      'When emergency access to this record was last used; null when it never was. By whom and why: emergencyAccesses.',
    resolve: async ({ id }, _args, { emergencies }) => (await emergencies.lastOf.load(id))?.at ?? null,
  }),
)
