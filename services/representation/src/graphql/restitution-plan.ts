/** The plan to restore the rights of a child. */
import type { PlanMeasure as MeasureRow, RestitutionPlan as PlanRow } from '@vigia/db/representation'
import { knownOrNull } from '@vigia/kit/graph/known-code'
import { atMostAPage } from '@vigia/kit/graph/rows-at-hand'
import { dayOf } from '@vigia/kit/graph/scalars'
import { RIGHTS } from '@vigia/law/rights'
import { builder } from '../builder.ts'
import { Right } from './codes.ts'

const PlanMeasure = builder.objectRef<MeasureRow>('PlanMeasure').implement({
  description: 'One measure of a plan, read from what the Procuraduría writes (LGDNNA art. 123 IV).',
  access: 'risk:read',
  fields: (t) => ({
    measure: t.exposeString('measure', { description: 'What is to be done, in the words of the Procuraduría.' }),
    right: t.field({
      type: Right,
      nullable: true,
      description: 'Which right it restores; null when the Procuraduría does not say.',
      resolve: ({ rightRestored }) => knownOrNull(RIGHTS, rightRestored),
    }),
    institution: t.exposeString('institution', {
      nullable: true,
      description: 'Who is to do it; null when not recorded.',
    }),
    dueOn: t.field({
      type: 'Date',
      nullable: true,
      description: 'By which local day; null when not recorded.',
      resolve: ({ dueOn }) => dayOf(dueOn),
    }),
    fulfilledOn: t.field({
      type: 'Date',
      nullable: true,
      description: 'Local day on which it was done; null when it is not recorded as done.',
      resolve: ({ fulfilledOn }) => dayOf(fulfilledOn),
    }),
  }),
})

export const RestitutionPlan = builder.objectRef<PlanRow>('RestitutionPlan').implement({
  description: 'The plan to restore the rights of a child (LGDNNA art. 123 IV-VI). Source: the Procuraduría.',
  access: 'risk:read',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Id of the plan, of this registry.' }),
    folio: t.exposeString('folio', { access: 'child:identify', description: "The Procuraduría's own number." }),
    issuedOn: t.field({
      type: 'Date',
      description: 'Local day on which it was issued.',
      resolve: ({ issuedOn }) => dayOf(issuedOn),
    }),
    measures: t.stringList({
      description: 'Measures, as the Procuraduría writes them, at most 100. Empty when none was told.',
      resolve: ({ measures }) => atMostAPage(measures),
    }),
    measureDetails: t.field({
      type: [PlanMeasure],
      description: 'The same measures one by one, at most 100: right, institution, days. Empty when none was told.',
      resolve: async ({ id, measures }, _args, { followUps }) => {
        const details = await followUps.measuresOf.load(id)
        return atMostAPage(measures.flatMap((entry) => details.filter((detail) => detail.entry === entry)))
      },
    }),
  }),
})
