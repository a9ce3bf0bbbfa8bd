/** The calendar of working days (LFPA art. 28): days on which authorities suspend their work. */
import { checkPeriod, type Period, stateAsked } from '@vigia/kit/graph/counting'
import { valuesOf } from '@vigia/kit/graph/enum-of'
import { type CalendarAuthority as AuthorityCode, CALENDAR_AUTHORITIES } from '@vigia/law/work-suspensions'
import { calendarVersion } from '@vigia/law/working-days'
import { builder, counting } from '../builder.ts'
import { type SuspensionRow, suspensionsNow, suspensionsPage } from '../store/suspension-store.ts'
import { State } from './state.ts'

export const CalendarAuthority = builder.enumType('CalendarAuthority', {
  description: 'An authority by whose calendar terms of working days run.',
  values: valuesOf(CALENDAR_AUTHORITIES),
})

export const WorkSuspension = builder.objectRef<SuspensionRow>('WorkSuspension').implement({
  description:
    'Days on which an authority suspends its work by an agreement that is published (LFPA art. 28): no working days of its own terms. Source: who recorded it, in this registry.',
  access: 'oversight:read',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Id of the suspension, of this registry.' }),
    authority: t.expose('authority', { type: CalendarAuthority, description: 'Whose work is suspended.' }),
    state: t.field({
      type: State,
      nullable: true,
      description: 'Of which state that authority is; null for one of the federation.',
      resolve: ({ state }) => (state === null ? null : { code: state }),
    }),
    from: t.expose('from', { type: 'Date', description: 'Its first local day.' }),
    until: t.expose('until', { type: 'Date', description: 'Its last local day, which counts too.' }),
    publishedOn: t.expose('publishedOn', {
      type: 'Date',
      description: 'Local day of its publication in the DOF; of an authority of a state, in the gazette of the state.',
    }),
    agreement: t.exposeString('agreement', { description: 'Which agreement it is, in the words of who recorded it.' }),
    by: t.exposeString('author', { description: 'Who recorded it, as sign-in knows the account.' }),
    at: t.expose('at', {
      type: 'DateTime',
      description: 'When it was recorded: from then on terms are counted by it.',
    }),
    withdrawnAt: t.expose('withdrawnAt', {
      type: 'DateTime',
      nullable: true,
      description: 'Since when it counts no more; null while it counts.',
    }),
    withdrawnBy: t.exposeString('withdrawnBy', {
      nullable: true,
      description: 'Who withdrew it, as sign-in knows the account; null while it counts.',
    }),
    withdrawnReason: t.exposeString('withdrawnReason', {
      nullable: true,
      description: 'Why it was withdrawn; null while it counts.',
    }),
  }),
})

interface Filter {
  state?: string | null
  period?: Period | null
  authority?: AuthorityCode[] | null
  holds?: boolean | null
}

const WorkSuspensionFilter = builder.inputRef<Filter>('WorkSuspensionFilter').implement({
  description: 'Which suspensions are listed. What is left out, and a list that is empty, lets all through.',
  fields: (t) => ({
    state: t.id({
      description:
        'That stop terms in this state, of its own authorities or of the federation: INEGI or ISO code; "00" for all.',
    }),
    period: t.field({ type: counting.period, description: 'Local days of which it holds one at least.' }),
    authority: t.field({ type: [CalendarAuthority], description: 'Whose work is suspended.' }),
    holds: t.boolean({ description: 'True for those that count, false for those that were withdrawn.' }),
  }),
})

builder.queryField('workSuspensions', (t) =>
  t.connection(
    {
      type: WorkSuspension,
      nullable: true,
      access: 'oversight:read',
      description:
        'Suspensions of work of every authority, the one with the latest first day first, with those that were withdrawn. Null when they cannot be read.',
      args: { filter: t.arg({ type: WorkSuspensionFilter, description: 'Which suspensions; all when left out.' }) },
      resolve: (_query, { filter, ...page }, { db }) => suspensionsPage(db.figures, wantedBy(filter ?? {}), page),
    },
    { name: 'WorkSuspensionConnection', description: 'A page of suspensions of work.' },
    { name: 'WorkSuspensionEdge' },
  ),
)

const wantedBy = ({ state, period, authority, holds }: Filter) => ({
  ...{
    state: stateAsked(state),
    days: period ? checkPeriod(period) : null,
    authorities: authority ?? [],
    holds: holds ?? null,
  },
})

builder.queryField('workingCalendar', (t) =>
  t.string({
    nullable: true,
    access: 'stats:read',
    description:
      'The version of the calendar of working days by which alerts are judged now: the day of its dates by LFPA art. 28, and after the plus how many entries on suspensions of work are in it. Null when it cannot be read.',
    resolve: async (_query, _args, { db }) => calendarVersion((await suspensionsNow(db.figures)).entries),
  }),
)
