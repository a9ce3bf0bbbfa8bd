/** Of an alert about a return, whether it can still be prevented, and until which day. */
import { hasScope } from '@vigia/kit/actor'
import type { AlertKind } from '@vigia/law/alert-kinds'
import { builder } from '../builder.ts'
import type { Context } from '../context.ts'
import { tellsOf } from '../rules/who-may-know.ts'
import type { AlertRow } from '../store/alert-store.ts'
import { Alert } from './alert.ts'

/** Raised of a plan, and again of the return that was carried out. */
const OF_RETURNS: readonly AlertKind[] = ['RETURN_WITHOUT_DETERMINATION', 'CHILD_DEPORTED', 'RETURN_WHILE_PENDING']

const returnOf = async ({ kind, subject }: AlertRow, { returns }: Context) =>
  OF_RETURNS.includes(kind) ? returns.of(subject) : null

builder.objectFields(Alert, (t) => ({
  isPlanned: t.boolean({
    nullable: true,
    access: 'return:read',
    description:
      'True of an alert about a return that is a plan, as far as is told: it can still be prevented, or its day (plannedOn) is over and nobody has told of a departure. False once it was carried out. Null of every other alert.',
    resolve: async (alert, _args, context) => (await returnOf(alert, context))?.isPlanned ?? null,
  }),
  plannedOn: t.field({
    type: 'Date',
    nullable: true,
    access: 'return:read',
    description:
      'The local day for which that return is planned. Null of one that was carried out, of every other alert, and where the child is null that it is about.',
    resolve: async (alert, _args, context) =>
      hasScope(context.actor, tellsOf(alert.kind)) ? ((await returnOf(alert, context))?.plannedOn ?? null) : null,
  }),
}))
