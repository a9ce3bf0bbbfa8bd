/** A claim of a child before COMAR. */
import type { AsylumClaim as ClaimRow } from '@vigia/db/children'
import { known, knownOrNull } from '@vigia/kit/graph/known-code'
import { dayOf } from '@vigia/kit/graph/scalars'
import { ASYLUM_STATUSES, forbidsReturn, REASONS_FOR_GIVING_UP } from '@vigia/law/asylum'
import { builder } from '../builder.ts'
import { AsylumStatus, ReasonForGivingUp } from './codes.ts'

export const AsylumClaim = builder.objectRef<ClaimRow>('AsylumClaim').implement({
  description: 'A claim before COMAR (Ley sobre Refugiados arts. 18, 24). Source: COMAR. Its file number is not shown.',
  access: 'risk:read',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Id of the claim, of this registry.' }),
    filedOn: t.field({ type: 'Date', description: 'Local day of filing.', resolve: ({ filedOn }) => dayOf(filedOn) }),
    ratifiedOn: t.field({
      type: 'Date',
      nullable: true,
      description:
        'Local day on which a claim that a representative filed was ratified before COMAR (Ley sobre Refugiados art. 11); null when not recorded.',
      resolve: ({ ratifiedOn }) => dayOf(ratifiedOn),
    }),
    status: t.field({
      type: AsylumStatus,
      description: 'State of the claim before COMAR.',
      resolve: ({ status }) => known(ASYLUM_STATUSES, status),
    }),
    statusOn: t.field({
      type: 'Date',
      nullable: true,
      description: 'Since which local day; null when not recorded.',
      resolve: ({ statusOn }) => dayOf(statusOn),
    }),
    notifiedOn: t.field({
      type: 'Date',
      nullable: true,
      description:
        'Local day on which the situation was notified, from which the term to challenge it runs (Ley sobre Refugiados art. 25); null when not recorded.',
      resolve: ({ notifiedOn }) => dayOf(notifiedOn),
    }),
    givenUpFor: t.field({
      type: ReasonForGivingUp,
      nullable: true,
      description: 'Why it was withdrawn or abandoned, as COMAR wrote it; null when it was not, or when not recorded.',
      resolve: ({ givenUpFor }) => knownOrNull(REASONS_FOR_GIVING_UP, givenUpFor),
    }),
    forbidsReturn: t.boolean({
      description:
        'Whether nobody may return the child while it stands (Ley sobre Refugiados art. 6, Ley de Migración art. 121).',
      resolve: ({ status }) => forbidsReturn(known(ASYLUM_STATUSES, status)),
    }),
  }),
})
