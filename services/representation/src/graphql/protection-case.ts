/** The Procuraduría's file of a child. */
import type { ProtectionCase as CaseRow } from '@vigia/db/representation'
import { known, knownOrNull } from '@vigia/kit/graph/known-code'
import { atMostAPage, pageOf } from '@vigia/kit/graph/rows-at-hand'
import { dayOf } from '@vigia/kit/graph/scalars'
import { CASE_STATUSES, CLOSING_REASONS } from '@vigia/law/protection-cases'
import { SOLUTIONS } from '@vigia/law/solutions'
import { builder } from '../builder.ts'
import { determinationOfCase } from '../rules/determination-of-case.ts'
import { CaseStatus, ClosingReason, DurableSolution } from './codes.ts'
import { Determination } from './determination.ts'
import { RestitutionPlan } from './restitution-plan.ts'
import { State } from './state.ts'

export const ProtectionCase = builder.objectRef<CaseRow>('ProtectionCase').implement({
  description: "The Procuraduría's file of a child (LGDNNA arts. 122, 123). Source: the Procuraduría of the state.",
  access: 'representation:read',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Id of the file, of this registry.' }),
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
      description: 'How the file stands now.',
      resolve: ({ status }) => known(CASE_STATUSES, status),
    }),
    closedAt: t.expose('closedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When the file was closed; null while it is not.',
    }),
    closingReason: t.field({
      type: ClosingReason,
      nullable: true,
      description: 'Why the file was closed; null while it is not, or when not recorded.',
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
    description:
      'Local days on which the Procuraduría followed it up, the latest first, at most 100. Empty when none is known.',
    resolve: async ({ id }, _args, { followUps }) =>
      atMostAPage(await followUps.followUpsOf.load(id)).map(({ followedOn }) => dayOf(followedOn)),
  }),
  transitionPlanOn: t.field({
    type: 'Date',
    nullable: true,
    description: 'Local day of the plan for turning 18; null when not recorded.',
    resolve: ({ transitionPlanOn }) => dayOf(transitionPlanOn),
  }),
  reunificationAgreedOn: t.field({
    type: 'Date',
    nullable: true,
    description:
      'Local day on which a reunification was agreed, in Mexico or in a third country (LGDNNA arts. 93, 116 IX); null when none is recorded.',
    resolve: ({ reunificationAgreedOn }) => dayOf(reunificationAgreedOn),
  }),
  documentsHandedOn: t.field({
    type: 'Date',
    nullable: true,
    description: 'Local day on which documents were handed over at 18; null when not recorded.',
    resolve: ({ documentsHandedOn }) => dayOf(documentsHandedOn),
  }),
  consularContactPermitted: t.exposeBoolean('consularContact', {
    nullable: true,
    access: 'risk:read',
    description:
      'Whether the Procuraduría has said that INM may turn to the consulate (Ley de Migración art. 112 V); null while it says nothing.',
  }),
  consularContactOn: t.field({
    type: 'Date',
    nullable: true,
    access: 'risk:read',
    description: 'Local day on which the Procuraduría said so; null while it says nothing.',
    resolve: ({ consularContactOn }) => dayOf(consularContactOn),
  }),
}))

builder.objectFields(ProtectionCase, (t) => ({
  determination: t.field({
    type: Determination,
    nullable: true,
    description:
      'The latest best-interests determination of this file; of several of one instant, one that does not permit the return. Null when none is known.',
    resolve: async ({ id }, _args, { cases }) => determinationOfCase(await cases.determinationsOf.load(id)),
  }),
  determinations: t.connection(
    {
      type: Determination,
      description: 'All best-interests determinations of this file, the latest first.',
      resolve: async ({ id }, args, { cases }) => pageOf(await cases.determinationsOf.load(id), args),
    },
    {
      name: 'DeterminationConnection',
      description: 'A page of best-interests determinations.',
      fields: (t) => ({
        totalCount: t.int({
          description: 'Determinations of the file in all; 0 when none is known.',
          resolve: ({ total }) => total,
        }),
      }),
    },
    { name: 'DeterminationEdge' },
  ),
  plan: t.field({
    type: RestitutionPlan,
    nullable: true,
    description: 'The latest plan to restore the rights of the child; null when none is known.',
    resolve: async ({ id }, _args, { cases }) => (await cases.plansOf.load(id))[0],
  }),
}))
