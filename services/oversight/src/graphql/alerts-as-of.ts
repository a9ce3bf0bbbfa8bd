/** Alerts that were open at an instant, as they were known then. */
import { localDateOf } from '@vigia/law/mexican-time'
import { builder } from '../builder.ts'
import { Alert } from './alert.ts'
import { AlertPage, asked, FILTER } from './alerts.ts'

builder.queryField('alertsAsOf', (t) =>
  t.connection(
    {
      type: Alert,
      nullable: true,
      access: 'oversight:read',
      description:
        'Alerts that were open at an instant, as grave as the registry knew them then, the last opened first; of an instant to come those that are open now, and none of a day before the first alert of the registry, of which nothing is known. 20 a page unless asked otherwise, of the states that the asker oversees, as `alerts` lists them. Null when they cannot be read.',
      args: {
        at: t.arg({ type: 'DateTime', required: true, description: 'The instant at which they were open.' }),
        filter: t.arg({
          ...FILTER,
          description:
            'Which alerts; all when left out. "isOpen" and "isClosed" say nothing here: what is listed was open.',
        }),
      },
      resolve: async (_query, { at, filter, ...page }, context) => {
        const { alerts, alertDays, actor, registry } = context
        const wanted = await asked(filter ?? {}, context)
        const total = async () => {
          const today = localDateOf((await registry.state()).oversightAsOf)
          return (await alertDays.isBefore(at, today)) ? null : alerts.countAsOf(at, wanted, actor)
        }
        return { ...(await alerts.pageAsOf(at, wanted, actor, page)), total }
      },
    },
    AlertPage,
  ),
)
