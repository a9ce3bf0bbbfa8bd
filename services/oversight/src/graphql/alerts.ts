/** Alerts as they are asked for: a page of them, one by its id, and those that were open at an instant. */
import { hasScope } from '@vigia/kit/actor'
import { Refusal } from '@vigia/kit/errors'
import type { AlertKind as KindCode, AlertSeverity as SeverityCode } from '@vigia/law/alert-kinds'
import { isId } from '@vigia/law/ids'
import { NATION, territoryCodeOf } from '@vigia/law/states'
import { builder } from '../builder.ts'
import type { Context } from '../context.ts'
import { kindsWithChild } from '../rules/who-may-know.ts'
import type { AlertsWanted } from '../store/alert-store.ts'
import { Alert } from './alert.ts'
import { AlertKind, AlertSeverity } from './enums.ts'

interface Filter {
  state?: string | null
  kind?: KindCode[] | null
  severity?: SeverityCode[] | null
  isOpen?: boolean | null
  child?: string | null
}

const AlertFilter = builder.inputRef<Filter>('AlertFilter').implement({
  description: 'Which alerts are listed. What is left out lets all through.',
  fields: (t) => ({
    state: t.id({ description: 'State of the alert: INEGI or ISO code; "00" for all.' }),
    kind: t.field({ type: [AlertKind], description: 'Kinds of alert to keep.' }),
    severity: t.field({
      type: [AlertSeverity],
      description: 'Severities to keep; as of then, where an instant is asked for.',
    }),
    isOpen: t.boolean({ description: 'True for those that are open, false for those that were resolved.' }),
    child: t.id({
      access: 'child:read',
      description: 'Id of the child that they are about. Only of kinds of which the asker may know the child.',
    }),
  }),
})

const FILTER = { type: AlertFilter, description: 'Which alerts; all when left out.' } as const
const AlertPage = builder.connectionObject(
  { type: Alert, name: 'AlertConnection', description: 'A page of alerts of a registry.' },
  { name: 'AlertEdge' },
)

builder.queryField('alerts', (t) =>
  t.connection(
    {
      type: Alert,
      nullable: true,
      access: 'alert:read',
      description:
        'Alerts, the last opened first; 20 a page unless asked otherwise. Of the states that the asker oversees, or that the agreement of a partner names; to a partner those of one hour come in no order. Null when they cannot be read.',
      args: { filter: t.arg(FILTER) },
      resolve: (_query, { filter, ...page }, context) =>
        context.alerts.page(asked(filter ?? {}, context), context.actor, page),
    },
    AlertPage,
  ),
)

builder.queryField('alertsAsOf', (t) =>
  t.connection(
    {
      type: Alert,
      nullable: true,
      access: 'oversight:read',
      description:
        'Alerts that were open at an instant, as grave as the registry knew them then, the last opened first. Null when they cannot be read.',
      args: {
        at: t.arg({ type: 'DateTime', required: true, description: 'The instant at which they were open.' }),
        filter: t.arg({ ...FILTER, description: 'Which alerts; all when left out. "isOpen" says nothing here.' }),
      },
      resolve: (_query, { at, filter, ...page }, context) =>
        context.alerts.pageAsOf(at, asked(filter ?? {}, context), context.actor, page),
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

function asked(filter: Filter, { actor }: Context): AlertsWanted {
  const { state, kind, severity, isOpen, child } = filter
  const code = state === null || state === undefined ? NATION.code : territoryCodeOf(String(state))
  if (!code) throw new Refusal('BAD_USER_INPUT', 'No state has this code: write "07" or "MX-CHP".')
  return {
    state: code === NATION.code ? null : code,
    kinds: kind ?? [],
    severities: severity ?? [],
    isOpen: isOpen ?? null,
    child: child ? { id: String(child), kinds: kindsWithChild((scope) => hasScope(actor, scope)) } : null,
  }
}
