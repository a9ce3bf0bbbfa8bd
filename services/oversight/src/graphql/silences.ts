/** Silences: who holds back which notices of his own office, why and until when; the acts that make and end one. */

import { trailOf } from '@vigia/kit/audit/trail'
import { Refusal } from '@vigia/kit/errors'
import { instantsAsked, type Period, stateAsked } from '@vigia/kit/graph/counting'
import type { AlertKind as KindCode } from '@vigia/law/alert-kinds'
import { isId } from '@vigia/law/ids'
import { endSilence, type Silencing, silenceAlerts } from '../actions/silence-alerts.ts'
import { builder, counting } from '../builder.ts'
import type { Context } from '../context.ts'
import { silencedUntil } from '../rules/silenced.ts'
import type { SilenceRow } from '../store/silence-store.ts'
import { Alert, Facility, OF_OTHERS } from './alert.ts'
import { AlertKind } from './enums.ts'
import { State } from './state.ts'

const AlertSilence = builder.objectRef<SilenceRow>('AlertSilence').implement({
  description:
    'An office holds back its own notices of some alerts for a while. The alerts, their history and what others are told stay as they are. Source: who set it, in this registry.',
  access: 'oversight:read',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Id of the silence, by which it is ended.' }),
    kinds: t.field({
      type: [AlertKind],
      description: 'Of which kinds of alert; never of those that are critical.',
      resolve: ({ kinds }) => [...kinds],
    }),
    state: t.field({
      type: State,
      nullable: true,
      description: 'Of which state; null for all of them.',
      resolve: ({ state }) => (state === null ? null : { code: state }),
    }),
    facility: t.field({
      type: Facility,
      nullable: true,
      access: 'location:read',
      description:
        'Of which place alone; null for all of them, and of a place that is not there any more or is of states that the asker does not oversee (isOfOnePlace).',
      resolve: ({ facilityId }) => (facilityId === null ? null : { id: facilityId }),
    }),
    isOfOnePlace: t.boolean({
      description: 'Whether it holds back notices of one place alone, also where that place is not told.',
      resolve: ({ facilityId }) => facilityId !== null,
    }),
    reason: t.exposeString('reason', { description: 'Why, in the words of who set it.' }),
    by: t.exposeString('author', { description: 'Who set it, as sign-in knows the account.' }),
    role: t.exposeString('authorRole', {
      description: 'Whose notices are held back: those of this role (services/ACCESS.md).',
    }),
    office: t.exposeString('authorOffice', {
      nullable: true,
      description: 'For which office; null when it names none.',
    }),
    at: t.expose('at', { type: 'DateTime', description: 'When the office set it, as the registry wrote it down.' }),
    until: t.expose('until', { type: 'DateTime', description: 'Until when it stands, unless it is ended before.' }),
    endedAt: t.expose('endedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When somebody ended it; null where nobody has.',
    }),
    endedBy: t.exposeString('endedBy', { nullable: true, description: 'Who ended it; null where nobody has.' }),
  }),
})

builder.objectFields(Alert, (t) => ({
  silencedUntil: t.field({
    type: 'DateTime',
    access: 'oversight:read',
    nullable: true,
    description:
      'Until when notices of it are held back from those of the asker’s role; null where none are. The alert stands all the same. Of an alert about a child, a silence of one place tells nothing to an asker who oversees others than who keeps it.',
    resolve: async (alert, _args, { silences, places, actor, now }) => {
      if (alert.resolvedAt) return null
      const at = now()
      const standing = await places.mayBear(alert, await silences.standing(at))
      return silencedUntil(standing, alert, { role: actor.role, now: at })
    },
  }),
}))

interface Filter {
  state?: string | null
  period?: Period | null
  kind?: KindCode[] | null
  isStanding?: boolean | null
}

const AlertSilenceFilter = builder.inputRef<Filter>('AlertSilenceFilter').implement({
  description: 'Which silences are listed. What is left out, and a list that is empty, lets all through.',
  fields: (t) => ({
    state: t.id({ description: 'Those that hold in this state: INEGI or ISO code; "00" for all.' }),
    period: t.field({ type: counting.period, description: 'Local days on which they were set.' }),
    kind: t.field({ type: [AlertKind], description: 'Of any of these kinds of alert.' }),
    isStanding: t.boolean({ description: 'True for those that stand now, false for those that are over.' }),
  }),
})

builder.queryField('silences', (t) =>
  t.connection(
    {
      type: AlertSilence,
      nullable: true,
      access: 'oversight:read',
      description:
        'Silences of whatever office, of the states that the asker oversees, the latest first. Null when they cannot be read.',
      args: { filter: t.arg({ type: AlertSilenceFilter, description: 'Which silences; all when left out.' }) },
      resolve: (_query, { filter, ...page }, { silences, actor, now }) =>
        silences.page(wantedBy(filter ?? {}), actor, now(), page),
    },
    { name: 'AlertSilenceConnection', description: 'A page of the silences of a registry.' },
    { name: 'AlertSilenceEdge' },
  ),
)

const wantedBy = ({ state, period, kind, isStanding }: Filter) => ({
  ...{ state: stateAsked(state), set: instantsAsked(period), kinds: kind ?? [], isStanding: isStanding ?? null },
})

const silencingOf = (context: Context): Silencing => ({
  ...{ db: context.db, actor: context.actor, now: context.now(), requestId: trailOf(context).requestId },
})

const SilenceAlertsInput = builder.inputType('SilenceAlertsInput', {
  description: 'Which notices are held back, why, and until when; it holds at most 100 values.',
  fields: (t) => ({
    kind: t.field({ type: [AlertKind], required: true, description: 'Of which kinds of alert; at least one.' }),
    state: t.id({ description: 'Of which state: INEGI or ISO code; who is bound to states names one of them.' }),
    facility: t.id({ access: 'location:read', description: 'Id of a place, where it is of one alone.' }),
    reason: t.string({
      required: true,
      description: 'Why, so that whoever oversees understands it: 20 characters at least and 500 at most, one line.',
    }),
    until: t.field({ type: 'DateTime', required: true, description: 'Until when: at most 7 days from now.' }),
    key: t.string({
      description:
        'Of the choice of who asks, 8 to 100 characters: the same once more does nothing again; something else under it is IDEMPOTENCY_MISMATCH.',
    }),
  }),
})

const SilencePayload = builder.objectRef<SilenceRow>('SilencePayload').implement({
  description: 'The silence that was set or ended. Source: the registry itself.',
  access: 'oversight:read',
  fields: (t) => ({
    silence: t.field({
      type: AlertSilence,
      description: 'The silence as it stands now.',
      resolve: (silence) => silence,
    }),
  }),
})

builder.mutationField('silenceAlerts', (t) =>
  t.field({
    type: SilencePayload,
    nullable: true,
    access: 'alert:silence',
    description:
      'Holds back notices of alerts from those of the asker’s own role, never of critical ones, and from nobody else. Null with an error: FORBIDDEN for who owes the duty, and by the place of others for an ombudsperson.',
    args: { input: t.arg({ type: SilenceAlertsInput, required: true, description: 'Which, why, until when.' }) },
    resolve: async (_mutation, { input }, context) => {
      const { kind: kinds, reason, until, key } = input
      const facilityId = input.facility ? String(input.facility) : null
      if (facilityId !== null && isId(facilityId) && (await context.places.isOfOthers(facilityId)))
        throw new Refusal('FORBIDDEN', OF_OTHERS)
      const of = { kinds, state: stateAsked(input.state), facilityId }
      return silenceAlerts(silencingOf(context), { ...of, reason, until, key: key ?? null })
    },
  }),
)

const EndSilenceInput = builder.inputType('EndSilenceInput', {
  description: 'Which silence of the own office is ended.',
  fields: (t) => ({ id: t.id({ required: true, description: 'The id of the silence, as the list gives it.' }) }),
})

builder.mutationField('endSilence', (t) =>
  t.field({
    type: SilencePayload,
    nullable: true,
    access: 'alert:silence',
    description: 'Ends a silence of the asker’s own role and states. Null with an error: NOT_FOUND for one of others.',
    args: { input: t.arg({ type: EndSilenceInput, required: true, description: 'Which silence is ended.' }) },
    resolve: (_mutation, { input }, context) => endSilence(silencingOf(context), String(input.id)),
  }),
)
