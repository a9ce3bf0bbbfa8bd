/** How many alerts of a state stood open at the end of each of some days. */
import { Refusal } from '@vigia/kit/errors'
import { ALERT_SEVERITIES, type AlertSeverity as Severity } from '@vigia/law/alert-kinds'
import { codesOf } from '@vigia/law/code-list'
import { addDays, type LocalDate } from '@vigia/law/local-dates'
import { instantOf, localDateOf } from '@vigia/law/mexican-time'
import { builder } from '../builder.ts'
import type { Context } from '../context.ts'
import { countsOf } from './alert-counts.ts'
import { AlertSeverity } from './enums.ts'
import { State } from './state.ts'

const MOST_DAYS = 62

interface AlertsOfDay {
  day: LocalDate
  count: number | null
  asOf: Date | null
}

const AlertsOfDayType = builder.objectRef<AlertsOfDay>('AlertsOfDay').implement({
  description:
    'How many alerts stood open at the end of a local day. Unit: alerts, of which a child may have several. Source: the registry, by its rules of alerts.',
  access: 'stats:read',
  fields: (t) => ({
    day: t.expose('day', { type: 'Date', description: 'The local day of Mexico City.' }),
    count: t.exposeInt('count', {
      nullable: true,
      description:
        'Alerts whose cause held, as the registry knew it then; of today, now. No person makes it smaller. Null of days before the first alert, of days to come, and of yesterday until it is counted, some ten minutes after midnight. Unit: alerts.',
    }),
    asOf: t.expose('asOf', {
      type: 'DateTime',
      nullable: true,
      description:
        'The instant whose figure it is: the end of the day; of today, of the figures. Null where there is no count.',
    }),
  }),
})

builder.objectFields(State, (t) => ({
  openAlertsOn: t.field({
    type: [AlertsOfDayType],
    nullable: true,
    access: 'stats:read',
    description:
      'How many alerts stood open in the state at the end of each of these days, in the order in which they are asked for, at most 62; of the nation, in all states and about itself. What is learned later changes no past day. Null when it cannot be read.',
    args: {
      days: t.arg({ type: ['Date'], required: true, description: `Local days; at most ${MOST_DAYS}.` }),
      severity: t.arg({
        type: [AlertSeverity],
        description: 'As grave as which of these they were known to be then; all when left out or empty.',
      }),
    },
    resolve: async ({ code }, { days, severity }, context) => {
      if (days.length > MOST_DAYS) throw new Refusal('BAD_USER_INPUT', `At most ${MOST_DAYS} days: ask for fewer.`)
      const severities = severity?.length ? severity : codesOf(ALERT_SEVERITIES)
      const { oversightAsOf } = await context.registry.state()
      const asked = { code, severities, days, now: { day: localDateOf(oversightAsOf), asOf: oversightAsOf } }
      return Promise.all(days.map((day) => ofDay(day, asked, context)))
    },
  }),
}))

interface Asked {
  code: string
  severities: readonly Severity[]
  days: readonly LocalDate[]
  now: { day: LocalDate; asOf: Date }
}

async function ofDay(day: LocalDate, { code, severities, days, now }: Asked, context: Context): Promise<AlertsOfDay> {
  if (day === now.day) {
    const open = (await countsOf(code, context)).filter((one) => severities.includes(one.severity))
    return { day, count: open.reduce((sum, { count }) => sum + count, 0), asOf: now.asOf }
  }
  const count = await context.alertDays.openOn(code, day, { days, severities })
  return { day, count, asOf: count === null ? null : new Date(instantOf(addDays(day, 1)).getTime() - 1) }
}
