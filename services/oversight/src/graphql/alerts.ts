/** Alerts as they are asked for: a page of them, and one by its id. */
import { hasScope } from '@vigia/kit/actor'
import { trailOf } from '@vigia/kit/audit/trail'
import { Refusal } from '@vigia/kit/errors'
import { instantsAsked, OF_OWN_STATES, ofOwnStates, type Period, stateAsked } from '@vigia/kit/graph/counting'
import type { PageArgs } from '@vigia/kit/graph/page'
import type { AlertKind as KindCode, AlertSeverity as SeverityCode } from '@vigia/law/alert-kinds'
import type { AlertOffice as OfficeCode } from '@vigia/law/alert-offices'
import { folioIn, NAMES_NO_CHILD } from '@vigia/law/folios'
import { isId } from '@vigia/law/ids'
import { addDays } from '@vigia/law/local-dates'
import { instantOf, localDateOf } from '@vigia/law/mexican-time'
import { NATION } from '@vigia/law/states'
import { builder, counting } from '../builder.ts'
import type { Context } from '../context.ts'
import { kindsWithChild } from '../rules/who-may-know.ts'
import type { AlertsWanted } from '../store/alerts-wanted.ts'
import { childOfFolio } from '../store/child-of-folio.ts'
import { Alert, OF_OTHERS } from './alert.ts'
import { AlertKind, AlertOffice, AlertSeverity } from './enums.ts'
import { kindsAsked } from './kinds-asked.ts'

interface Filter {
  state?: string | null
  isOfNation?: boolean | null
  period?: Period | null
  kind?: KindCode[] | null
  severity?: SeverityCode[] | null
  dutyHolder?: OfficeCode | null
  number?: string[] | null
  isOpen?: boolean | null
  isClosed?: boolean | null
  isAcknowledged?: boolean | null
  assignedTo?: { office?: OfficeCode | null; account?: string | null } | null
  facility?: string | null
  togetherWith?: string | null
  child?: string | null
}

const AssignedTo = builder.inputType('AlertAssigneeFilter', {
  description: 'To whom an alert is given. What is left out lets all through.',
  fields: (t) => ({
    office: t.field({ type: AlertOffice, description: 'Those given to this office.' }),
    account: t.string({ description: 'Those given to this account, as sign-in knows it.' }),
  }),
})

export const AlertFilter = builder.inputRef<Filter>('AlertFilter').implement({
  description:
    'Which alerts are listed: those that pass all of it. Each list holds at most 100 values; what is left out, and a list that is empty, lets all through.',
  fields: (t) => ({
    state: t.id({ description: `State of the alert: INEGI or ISO code; "00" for all. ${OF_OWN_STATES}` }),
    isOfNation: t.boolean({
      description:
        'True for those about the nation itself alone, which are of no state, as the post of its secretary; false for those of states.',
    }),
    period: t.field({ type: counting.period, description: 'Local days on which they were opened.' }),
    kind: t.field({
      type: [AlertKind],
      description: 'Kinds of alert to keep. FORBIDDEN to a partner where its agreement lacks one of them.',
    }),
    severity: t.field({
      type: [AlertSeverity],
      description: 'Severities to keep; as of then, where an instant is asked for.',
    }),
    dutyHolder: t.field({
      type: AlertOffice,
      access: 'oversight:read',
      description: 'Those of which this office owes the duty, alone or with others (see Alert.dutyHolders).',
    }),
    number: t.stringList({ description: 'Numbers of kinds to keep: A01 to A38, E01.' }),
    isOpen: t.boolean({
      description: 'True for those that stand open, false for those that a fact has resolved or a person has closed.',
    }),
    isClosed: t.boolean({
      access: 'oversight:read',
      description:
        'True for those that a person has closed while their cause holds, false for those that nobody has closed.',
    }),
    isAcknowledged: t.boolean({
      access: 'oversight:read',
      description: 'True for those that somebody sees to now, false for the others.',
    }),
    assignedTo: t.field({
      type: AssignedTo,
      access: 'oversight:read',
      description: 'Those that are given to an office, or to an account.',
    }),
    facility: t.id({
      access: 'location:read',
      description:
        'Id of the place where the child was, or that they are about; FORBIDDEN for a place of others (see Alert.competence).',
    }),
    togetherWith: t.id({
      access: 'oversight:read',
      description:
        'Id of an alert: those under one notice with it, of its kind, state, place and local day, as alertGroups puts them together; BAD_USER_INPUT beside another state or kind.',
    }),
    child: t.id({
      access: 'child:read',
      description: 'Id or folio of the child that they are about. Only of kinds of which the asker may know the child.',
    }),
  }),
})

export const FILTER = { type: AlertFilter, description: 'Which alerts; all when left out.' } as const
interface Counted {
  total: () => Promise<number | null>
}
/** How many there are in all pages of a list: what it adds to its page. */
export const totalOf = (page: unknown) => (page as Counted).total()

export const AlertPage = builder.connectionObject(
  {
    type: Alert,
    name: 'AlertConnection',
    description: 'A page of alerts of a registry.',
    fields: (t) => ({
      totalCount: t.int({
        nullable: true,
        description:
          'Alerts in all pages, of those that the asker may see; null beyond 10,000, of a state that the asker does not oversee, and where none is known (alertsAsOf). Unit: alerts.',
        resolve: totalOf,
      }),
    }),
  },
  { name: 'AlertEdge' },
)

builder.queryField('alerts', (t) =>
  t.connection(
    {
      type: Alert,
      nullable: true,
      access: 'alert:read',
      description:
        'Alerts, the last opened first; 20 a page unless asked otherwise. Of the states that the asker oversees, or that the agreement of a partner names; to a partner those of one hour come in no order. Who knows of children by acts of the authorities of a state is listed those about these children alone: State.openAlerts counts all. Null when they cannot be read.',
      args: { filter: t.arg(FILTER) },
      resolve: async (_query, { filter, ...page }, context) =>
        alertsPage(await asked(filter ?? {}, context), context, page),
    },
    AlertPage,
  ),
)

builder.queryField('alert', (t) =>
  t.field({
    type: Alert,
    nullable: true,
    access: 'alert:read',
    description:
      'One alert by its id, or by the word that a partner was given in its place. Null when there is none, and for an asker who oversees other states.',
    args: { id: t.arg.id({ required: true, description: 'The id of the alert.' }) },
    resolve: (_query, { id }, { alerts, actor }) => (isId(String(id)) ? alerts.byId(String(id), actor) : null),
  }),
)

/** With how many there are in all, which is counted once somebody asks. */
export async function alertsPage(wanted: AlertsWanted, { alerts, actor }: Context, page: PageArgs) {
  return { ...(await alerts.page(wanted, actor, page)), total: () => alerts.count(wanted, actor) }
}

/** Throws BAD_USER_INPUT for what no alert can be, an id that is left blank too: whoever asks for one child is not to be given all. */
export async function asked(filter: Filter, context: Context): Promise<AlertsWanted> {
  const { period, severity, isOpen, isClosed, isAcknowledged, facility } = filter
  if (isGiven(facility) && !isId(facility)) throw new Refusal('BAD_USER_INPUT', 'No place has this id.')
  if (isGiven(facility) && (await context.places.isOfOthers(facility))) throw new Refusal('FORBIDDEN', OF_OTHERS)
  const [state, kinds] = [ofOwnStates(stateIn(filter), context.actor), kindsAsked(filter, context.actor)]
  const notice = isGiven(filter.togetherWith) ? await noticeOf(String(filter.togetherWith), context) : null
  if (notice && !isWithin(notice, state, kinds)) throw new Refusal('BAD_USER_INPUT', OTHERWISE)
  return {
    state: notice?.state ?? state,
    isOfNation: filter.isOfNation ?? null,
    kinds: notice ? [notice.kind] : kinds,
    severities: severity ?? [],
    dutyHolder: filter.dutyHolder ?? null,
    isOpen: isOpen ?? null,
    isClosed: isClosed ?? null,
    isAcknowledged: isAcknowledged ?? null,
    assignedTo: assigneeIn(filter),
    facility: facility ?? null,
    opened: instantsAsked(period),
    on: notice?.on ?? null,
    child: await childIn(filter, context),
  }
}

const isGiven = <Value>(value: Value | null | undefined): value is Value => value !== null && value !== undefined

async function childIn({ child }: Filter, context: Context): Promise<AlertsWanted['child']> {
  if (!isGiven(child)) return null
  const folio = folioIn(child)
  if (!isId(child) && folio === null) throw new Refusal('BAD_USER_INPUT', NAMES_NO_CHILD)
  const id = folio === null ? child : await childOfFolio(context.db.pool, folio)
  // That they were asked for stands on the page of the child, whatever is listed.
  trailOf(context).name(id)
  return { id, kinds: kindsWithChild((scope) => hasScope(context.actor, scope)) }
}

/** Null where neither is said, which lets all through. */
function assigneeIn({ assignedTo }: Filter): AlertsWanted['assignedTo'] {
  const { office = null, account = null } = assignedTo ?? {}
  return office === null && account === null ? null : { office, account }
}

const OTHERWISE = 'The alert of "togetherWith" is of another state or kind than is asked for: leave these out.'

function isWithin(
  notice: { state: string; kind: KindCode },
  state: string | null,
  kinds: readonly KindCode[],
): boolean {
  return (state === null || state === notice.state) && (kinds.length === 0 || kinds.includes(notice.kind))
}

/** '00' for those of the nation itself. */
function stateIn({ state, isOfNation }: Filter): string | null {
  const code = stateAsked(state)
  if (!isOfNation) return code
  if (code !== null)
    throw new Refusal('BAD_USER_INPUT', 'What is of the nation itself is of no state: ask for one of both.')
  return NATION.code
}

/** What alerts of one notice have in common. The place may be one that the asker may not read: it is told of none by this. */
async function noticeOf(id: string, { alerts, actor }: Context) {
  const alert = isId(id) ? await alerts.byId(id, actor) : null
  if (!alert) throw new Refusal('BAD_USER_INPUT', 'No alert has this id, or it is of other states.')
  const { kind, state, facilityId, openedAt } = alert
  const day = localDateOf(openedAt)
  return { kind, state, on: { from: instantOf(day), until: instantOf(addDays(day, 1)), facility: facilityId } }
}
