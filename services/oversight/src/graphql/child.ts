/** The part of a child's record that this service adds: which duties to it are broken, or were. */
import { hasScope } from '@vigia/kit/actor'
import { Refusal } from '@vigia/kit/errors'
import { builder } from '../builder.ts'
import { kindsWithChild } from '../rules/who-may-know.ts'
import { Alert, Child } from './alert.ts'
import { AlertPage, asked } from './alerts.ts'
import { AlertKind } from './enums.ts'

builder.objectFields(Child, (t) => ({
  alerts: t.connection(
    {
      type: Alert,
      nullable: true,
      // Whoever reads alerts under pseudonyms alone is not to find out of whom they are.
      access: 'oversight:read',
      description:
        'Alerts about the child, the last opened first; 20 a page unless asked otherwise. Of the states that the asker oversees, and of kinds of which it may know the child, as `alerts` gives them; none where there are none of these. Null when they cannot be read. Source: the files of the authorities, judged by the rules of this registry.',
      args: {
        isOpen: t.arg.boolean({
          description:
            'True for those that stand open, false for those that a fact has resolved or a person has closed; all when left out.',
        }),
        kind: t.arg({
          type: [AlertKind],
          description: 'Kinds of alert to keep, at most 100; all when left out, or empty.',
        }),
      },
      resolve: async ({ id }, { isOpen, kind, ...page }, context) => {
        const { actor, childAlerts } = context
        if (await childAlerts.stubs?.load(id)) throw new Refusal('FORBIDDEN', 'You may not see this.')
        const kinds = kindsWithChild((scope) => hasScope(actor, scope))
        const wanted = { ...(await asked({ isOpen, kind }, context)), child: { id: null, kinds } }
        return { ...(await childAlerts.page(id, wanted, page)), total: () => childAlerts.total(id, wanted) }
      },
    },
    AlertPage,
  ),
}))
