/** A return that has been scheduled, whether or not it was carried out. */
import type { ReturnPlan as PlanRow } from '@vigia/db/returns'
import { known } from '@vigia/kit/graph/known-code'
import { dayOf } from '@vigia/kit/graph/scalars'
import { RETURN_TYPES } from '@vigia/law/return-types'
import { builder } from '../builder.ts'
import { isCarriedOutBy } from '../rules/carried-out.ts'
import { ReturnType } from './codes.ts'
import { State } from './state.ts'

export const ReturnPlan = builder.objectRef<PlanRow>('ReturnPlan').implement({
  description: 'A return that has been scheduled (Ley de Migración arts. 112 III, 120). Source: INM.',
  access: 'return:read',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Id of the plan, of this registry.' }),
    number: t.exposeString('folio', {
      access: 'child:identify',
      description: 'Number that INM gave to it, and to the return once it is carried out.',
    }),
    plannedOn: t.field({
      type: 'Date',
      description: 'Local day for which it is scheduled.',
      resolve: ({ plannedOn }) => dayOf(plannedOn),
    }),
    state: t.field({
      type: State,
      nullable: true,
      description: 'The federal entity that is to carry it out. Null only when the State cannot be read.',
      resolve: ({ state }) => ({ code: state }),
    }),
    returnType: t.field({
      type: ReturnType,
      description: 'By what act the child is to leave.',
      resolve: (row) => known(RETURN_TYPES, row.returnType),
    }),
    destination: t.exposeString('destination', {
      description: 'Country of destination, ISO 3166-1 alpha-3 (code list COUNTRY); ZZZ not specified.',
    }),
    wasCarriedOut: t.boolean({
      description:
        'Whether a return of the same number, of that federal entity or of the planned day, is recorded as executed.',
      resolve: async (plan, _args, { returns }) => {
        const executed = await returns.ofChild.load(plan.childId)
        return executed.some((departed) => isCarriedOutBy(plan, departed))
      },
    }),
  }),
})
