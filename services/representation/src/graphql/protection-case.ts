/** The Procuraduría's file of a child. */
import type { ProtectionCase as CaseRow } from '@vigia/db/representation'
import { known, knownOrNull } from '@vigia/kit/graph/known-code'
import { dayOf } from '@vigia/kit/graph/scalars'
import { CASE_STATUSES, CLOSING_REASONS } from '@vigia/law/protection-cases'
import { SOLUTIONS } from '@vigia/law/solutions'
import { builder } from '../builder.ts'
import { CaseStatus, ClosingReason, DurableSolution } from './codes.ts'
import { Determination } from './determination.ts'
import { RestitutionPlan } from './restitution-plan.ts'
import { State } from './state.ts'

export const ProtectionCase = builder.objectRef<CaseRow>('ProtectionCase').implement({
  description: "The Procuraduría's file of a child (LGDNNA arts. 122, 123). Source: the Procuraduría of the state.",
  access: 'representation:read',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'The file.' }),
    folio: t.exposeString('folio', { access: 'child:identify', description: "The Procuraduría's own number." }),
    state: t.field({
      type: State,
      nullable: true,
      description: 'Whose Procuraduría. Null only when the State cannot be read.',
      resolve: ({ state }) => ({ code: state }),
    }),
    notifiedAt: t.expose('notifiedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When the Procuraduría was told, by its own record; null when it did not write it down.',
    }),
    openedAt: t.expose('openedAt', { type: 'DateTime', description: 'When the file was opened.' }),
    status: t.field({
      type: CaseStatus,
      description: 'How it stands.',
      resolve: ({ status }) => known(CASE_STATUSES, status),
    }),
    closedAt: t.expose('closedAt', { type: 'DateTime', nullable: true, description: 'Null while it is not closed.' }),
    closingReason: t.field({
      type: ClosingReason,
      nullable: true,
      description: 'Null while it is not closed, or when not recorded.',
      resolve: ({ closingReason }) => knownOrNull(CLOSING_REASONS, closingReason),
    }),
  }),
})

builder.objectFields(ProtectionCase, (t) => ({
  durableSolution: t.field({
    type: DurableSolution,
    nullable: true,
    access: 'risk:read',
    description: 'The lasting solution; null when not recorded.',
    resolve: ({ durableSolution }) => knownOrNull(SOLUTIONS, durableSolution),
  }),
  followUps: t.field({
    type: ['Date'],
    description: 'Local days on which the Procuraduría followed it up, the latest first. Empty when none is known.',
    resolve: async ({ id }, _args, { followUps }) =>
      (await followUps.followUpsOf.load(id)).map(({ followedOn }) => dayOf(followedOn)),
  }),
  transitionPlanOn: t.field({
    type: 'Date',
    nullable: true,
    description: 'Local day of the plan for turning 18; null when not recorded.',
    resolve: ({ transitionPlanOn }) => dayOf(transitionPlanOn),
  }),
  documentsHandedOn: t.field({
    type: 'Date',
    nullable: true,
    description: 'Local day on which documents were handed over at 18; null when not recorded.',
    resolve: ({ documentsHandedOn }) => dayOf(documentsHandedOn),
  }),
  determination: t.field({
    type: Determination,
    nullable: true,
    description: 'The latest best-interests determination of this file; null when none is known.',
    resolve: async ({ id }, _args, { cases }) => (await cases.determinationsOf.load(id))[0],
  }),
  determinations: t.field({
    type: [Determination],
    description: 'All of them, the latest first.',
    resolve: ({ id }, _args, { cases }) => cases.determinationsOf.load(id),
  }),
  plan: t.field({
    type: RestitutionPlan,
    nullable: true,
    description: 'The latest plan to restore the rights of the child; null when none is known.',
    resolve: async ({ id }, _args, { cases }) => (await cases.plansOf.load(id))[0],
  }),
}))
