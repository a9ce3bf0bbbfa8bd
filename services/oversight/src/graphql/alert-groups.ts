/** Notices: alerts of one kind, place and day together, so that fifty children of one bus are one notice with fifty alerts under it. */
import type { KeyObject } from 'node:crypto'
import { Refusal } from '@vigia/kit/errors'
import { codeFor } from '@vigia/kit/key-of-service'
import type { AlertSeverity as SeverityCode } from '@vigia/law/alert-kinds'
import { addDays } from '@vigia/law/local-dates'
import { instantOf } from '@vigia/law/mexican-time'
import { builder } from '../builder.ts'
import { toldAs } from '../rules/told-of-clock.ts'
import { type AlertGroupRow, groupsPage, placeOf } from '../store/alert-groups.ts'
import type { AlertsWanted } from '../store/alerts-wanted.ts'
import type { PlaceStore } from '../store/place-store.ts'
import { Alert, Competence, Facility, OF_OTHERS } from './alert.ts'
import { closenessTo } from './alert-clock.ts'
import { AlertFilter, AlertPage, alertsPage, asked } from './alerts.ts'
import { AlertKind, AlertSeverity } from './enums.ts'
import { State } from './state.ts'

/** With the question that it answers, of which what is under it is a part. */
type Group = AlertGroupRow & { wanted: AlertsWanted }

const CODE_BYTES = 12

const worstOf = ({ critical, red }: AlertGroupRow): SeverityCode =>
  critical > 0 ? 'CRITICAL' : red > 0 ? 'RED' : 'AMBER'

const AlertGroup = builder.objectRef<Group>('AlertGroup').implement({
  description:
    'Open alerts of one kind, of one place (else of one state), raised on one local day (a default of this registry). Source: this registry.',
  access: 'oversight:read',
  fields: (t) => ({
    key: t.id({
      description: 'The same for the same kind, place and day; it tells nothing else.',
      resolve: ({ kind, state, place, day }, _args, context) =>
        codeFor(
          (context as unknown as { cursorKey: KeyObject }).cursorKey,
          ['AlertGroup', kind, state, place, day],
          CODE_BYTES,
        ),
    }),
    kind: t.expose('kind', { type: AlertKind, description: 'Which duty they are about.' }),
    severity: t.field({ type: AlertSeverity, description: 'How grave the gravest of them is.', resolve: worstOf }),
    state: t.field({
      type: State,
      nullable: true,
      description: 'In which state the duty lies. Null only when the State cannot be read.',
      resolve: ({ state }) => ({ code: state }),
    }),
    day: t.expose('day', { type: 'Date', description: 'The local day on which they were raised.' }),
    count: t.int({
      description: 'Alerts under it, of which a child may have several. Unit: alerts.',
      resolve: ({ amber, red, critical }) => amber + red + critical,
    }),
    amber: t.exposeInt('amber', { description: 'Of them, those that are amber now. Unit: alerts.' }),
    red: t.exposeInt('red', { description: 'Of them, those that are red now. Unit: alerts.' }),
    critical: t.exposeInt('critical', { description: 'Of them, those that are critical now. Unit: alerts.' }),
    acknowledged: t.exposeInt('acknowledged', {
      description: 'Of them, those that somebody sees to now. Unit: alerts.',
    }),
    firstSince: t.field({
      type: 'DateTime',
      description: 'When the clock of the first of them began, as closely as Alert.since tells it.',
      resolve: async (group, _args, context) => {
        const { kind, aChild: childId, firstSince, firstOpenedAt } = group
        const closeness = await closenessTo(context, { kind, childId, facilityId: placeOf(group) })
        return toldAs(closeness, firstSince, firstOpenedAt)
      },
    }),
    firstOpenedAt: t.expose('firstOpenedAt', { type: 'DateTime', description: 'When the first of them was raised.' }),
    lastOpenedAt: t.expose('lastOpenedAt', { type: 'DateTime', description: 'When the last of them was raised.' }),
  }),
})

builder.objectFields(AlertGroup, (t) => ({
  facility: t.field({
    type: Facility,
    nullable: true,
    access: 'location:read',
    description:
      'The place where the children were, or that they are about; FORBIDDEN, and then null, of a place of others (see competence). Null when they are of none.',
    resolve: async (group, _args, { places }) => {
      const id = placeOf(group)
      if (await placeOfOthers(group, places)) throw new Refusal('FORBIDDEN', OF_OTHERS)
      return id === null ? null : { id }
    },
  }),
  competence: t.field({
    type: Competence,
    nullable: true,
    description:
      'Set where the asker oversees others than who keeps the place in which the children were: whose it is; facility is then FORBIDDEN. Null of every other notice.',
    resolve: (group, _args, { places }) => placeOfOthers(group, places),
  }),
}))

/** One of the children stands for all of them: to the audit each is told by its alert. */
function placeOfOthers(group: Group, places: PlaceStore) {
  const { aChild: childId } = group
  return childId === null ? null : places.ofOthers({ childId, facilityId: placeOf(group) })
}

builder.objectFields(AlertGroup, (t) => ({
  alerts: t.connection(
    {
      type: Alert,
      nullable: true,
      description: 'The alerts under it, the last opened first. Null when they cannot be read.',
      resolve: (group, page, context) => {
        const { kind, state, day, wanted } = group
        const on = { from: instantOf(day), until: instantOf(addDays(day, 1)), facility: placeOf(group) }
        return alertsPage({ ...wanted, isOpen: true, kinds: [kind], state, on }, context, page)
      },
    },
    AlertPage,
  ),
}))

builder.queryField('alertGroups', (t) =>
  t.connection(
    {
      type: AlertGroup,
      nullable: true,
      access: 'oversight:read',
      description:
        'Open alerts by kind, place and day, the last day first, of the states that the asker oversees, as `alerts` lists them. Null when they cannot be read.',
      args: {
        filter: t.arg({
          type: AlertFilter,
          description: 'Which alerts; all when left out. "isOpen" says nothing here: all that are listed stand open.',
        }),
      },
      resolve: async (_query, { filter, ...page }, context) => {
        const wanted = await asked(filter ?? {}, context)
        const { edges, pageInfo } = await groupsPage(context.db.rows, wanted, context.actor, page)
        return { pageInfo, edges: edges.map(({ cursor, node }) => ({ cursor, node: { ...node, wanted } })) }
      },
    },
    { name: 'AlertGroupConnection', description: 'A page of notices of a registry.' },
    { name: 'AlertGroupEdge' },
  ),
)
