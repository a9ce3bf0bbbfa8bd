/** The plan to restore the rights of a child. */
import type { RestitutionPlan as PlanRow } from '@vigia/db/representation'
import { dayOf } from '@vigia/kit/graph/scalars'
import { builder } from '../builder.ts'

export const RestitutionPlan = builder.objectRef<PlanRow>('RestitutionPlan').implement({
  description: 'The plan to restore the rights of a child (LGDNNA art. 123 IV-VI). Source: the Procuraduría.',
  access: 'risk:read',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'The plan.' }),
    folio: t.exposeString('folio', { access: 'child:identify', description: "The Procuraduría's own number." }),
    issuedOn: t.field({ type: 'Date', description: 'Local day of issue.', resolve: ({ issuedOn }) => dayOf(issuedOn) }),
    measures: t.exposeStringList('measures', {
      description: 'Measures, as the Procuraduría writes them. Empty when none was told.',
    }),
  }),
})
