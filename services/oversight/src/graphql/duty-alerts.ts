/** Alerts as an authority that oversees nothing is told of those about itself, so that it can answer them. INM is told of none. */
import { type Actor, hasScope } from '@vigia/kit/actor'
import { Refusal } from '@vigia/kit/errors'
import { instantsAsked, OF_OWN_STATES, ofOwnStates, type Period, stateAsked } from '@vigia/kit/graph/counting'
import { ALERT_KINDS, type AlertKind as KindCode, type AlertSeverity as SeverityCode } from '@vigia/law/alert-kinds'
import { officeOfRole } from '@vigia/law/alert-offices'
import { citationOf } from '@vigia/law/legal-basis'
import { builder, counting } from '../builder.ts'
import { toldAs } from '../rules/told-of-clock.ts'
import { tellsOf } from '../rules/who-may-know.ts'
import { type AlertRow, dutiesOf } from '../store/alert-store.ts'
import { Child, Facility } from './alert.ts'
import { closenessTo } from './alert-clock.ts'
import { totalOf } from './alerts.ts'
import { AlertKind, AlertSeverity } from './enums.ts'
import { State } from './state.ts'

/** Whether whom it is about would tell the asker what he may not read. */
const isWithheld = ({ childId, kind }: AlertRow, actor: Actor): boolean =>
  childId !== null && !hasScope(actor, tellsOf(kind))

export const DutyAlert = builder.objectRef<AlertRow>('DutyAlert').implement({
  description:
    'A duty of the asker’s own office that is broken, or about to be, as far as the registry knows. Source: the files of the authorities, judged by the rules of this registry.',
  access: 'duty:read',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Id of the alert, by which it is answered.' }),
    kind: t.expose('kind', { type: AlertKind, description: 'Which duty it is about.' }),
    number: t.string({
      description: 'The number of its kind: A01 to A38, E for alerts of the registry itself.',
      resolve: ({ kind }) => ALERT_KINDS[kind].number,
    }),
    severity: t.expose('severity', { type: AlertSeverity, description: 'How grave it is; of a resolved one, last.' }),
    version: t.exposeInt('version', { description: 'Rises with whatever changes of it. Unit: a number.' }),
    state: t.field({
      type: State,
      nullable: true,
      description: 'In which state the duty lies. Null only when the State cannot be read.',
      resolve: ({ state }) => ({ code: state }),
    }),
    citation: t.string({
      description: 'The article that is broken, as lawyers cite it: LGDNNA art. 112.',
      resolve: (alert) => citationOf(dutiesOf(alert)[0]),
    }),
    child: t.field({
      type: Child,
      nullable: true,
      access: 'child:read',
      description:
        'The child that it is about. Null when it is about no child, and where whom it is about would tell the asker what he may not read.',
      resolve: (alert, _args, { actor }) => (alert.childId && !isWithheld(alert, actor) ? { id: alert.childId } : null),
    }),
    facility: t.field({
      type: Facility,
      nullable: true,
      access: 'location:read',
      description:
        'The place where the child was, or that it is about. Null when it is about neither, and where the child is null that it is about: in a place there are few.',
      resolve: (alert, _args, { actor }) =>
        alert.facilityId && !isWithheld(alert, actor) ? { id: alert.facilityId } : null,
    }),
    since: t.field({
      type: 'DateTime',
      description:
        'When its clock began; its local day, by its first instant, where the child is null that it is about.',
      resolve: async (alert, _args, context) => toldAs(await closenessTo(context, alert), alert.since, alert.openedAt),
    }),
    openedAt: t.expose('openedAt', { type: 'DateTime', description: 'When the registry raised it.' }),
    resolvedAt: t.expose('resolvedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When the registry learned that it was over; null while it is open.',
    }),
  }),
})

interface Filter {
  state?: string | null
  period?: Period | null
  kind?: KindCode[] | null
  severity?: SeverityCode[] | null
  isOpen?: boolean | null
}

const DutyAlertFilter = builder.inputRef<Filter>('DutyAlertFilter').implement({
  description:
    'Which of the alerts about the asker’s own office are listed. What is left out, and a list that is empty, lets all through.',
  fields: (t) => ({
    state: t.id({ description: `In which state the duty lies: INEGI or ISO code; "00" for all. ${OF_OWN_STATES}` }),
    period: t.field({ type: counting.period, description: 'Local days on which they were opened.' }),
    kind: t.field({ type: [AlertKind], description: 'Kinds of alert to keep.' }),
    severity: t.field({
      type: [AlertSeverity],
      description: 'How grave they are; of resolved ones, how grave they were last.',
    }),
    isOpen: t.boolean({ description: 'True for those that no fact has resolved, false for the others.' }),
  }),
})

const wantedBy = ({ state, period, kind, severity, isOpen }: Filter, actor: Actor) => ({
  ...{ state: ofOwnStates(stateAsked(state), actor), opened: instantsAsked(period), isOpen: isOpen ?? null },
  ...{ kinds: kind ?? [], severities: severity ?? [] },
})

builder.queryField('dutyAlerts', (t) =>
  t.connection(
    {
      type: DutyAlert,
      nullable: true,
      access: 'duty:read',
      description:
        'Alerts of which the asker’s own office owes the duty, in its states, the last opened first: those about children whom it knows, and about places and files. It is for a DIF; who reads `alerts` finds there, by dutyHolders, what it owes itself. Null when they cannot be read.',
      args: { filter: t.arg({ type: DutyAlertFilter, description: 'Which of them; all when left out.' }) },
      resolve: async (_query, { filter, ...page }, { alerts, actor }) => {
        const office = officeOfRole(actor.role)
        if (!office) throw new Refusal('FORBIDDEN', 'You owe none of these duties.')
        const wanted = wantedBy(filter ?? {}, actor)
        return {
          ...(await alerts.pageOwed(office, wanted, actor, page)),
          total: () => alerts.countOwed(office, wanted, actor),
        }
      },
    },
    {
      name: 'DutyAlertConnection',
      description: 'A page of alerts about the asker itself.',
      fields: (t) => ({
        totalCount: t.int({
          nullable: true,
          description:
            'Alerts in all pages; null beyond 10,000, and of a state that the asker does not oversee. Unit: alerts, of which a child may have several.',
          resolve: totalOf,
        }),
      }),
    },
    { name: 'DutyAlertEdge' },
  ),
)
