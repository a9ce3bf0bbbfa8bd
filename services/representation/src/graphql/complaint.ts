/** A complaint to an ombudsperson about a child, and what was answered when. */
import type { Complaint as ComplaintRow } from '@vigia/db/representation'
import { known } from '@vigia/kit/graph/known-code'
import { dayOf } from '@vigia/kit/graph/scalars'
import { AUTHORITIES } from '@vigia/law/authorities'
import { builder } from '../builder.ts'
import { Authority } from './codes.ts'

export const Complaint = builder.objectRef<ComplaintRow>('Complaint').implement({
  description:
    'A complaint to the CNDH or the commission of a state about a child (LGDNNA art. 140). Source: that commission.',
  access: 'oversight:read',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'The complaint.' }),
    folio: t.exposeString('folio', { access: 'child:identify', description: 'Its number with the commission.' }),
    ombuds: t.field({ type: Authority, description: 'Before whom.', resolve: (row) => known(AUTHORITIES, row.ombuds) }),
    against: t.field({
      type: Authority,
      description: 'Against which authority.',
      resolve: ({ against }) => known(AUTHORITIES, against),
    }),
    receivedOn: t.field({ type: 'Date', description: 'Local day.', resolve: ({ receivedOn }) => dayOf(receivedOn) }),
    reportAskedOn: t.field({
      type: 'Date',
      nullable: true,
      description: 'Local day on which the authority was asked for its report; null when not recorded.',
      resolve: ({ reportAskedOn }) => dayOf(reportAskedOn),
    }),
    reportAnsweredOn: t.field({
      type: 'Date',
      nullable: true,
      description: 'Local day of its report; null while there is none, or when not recorded.',
      resolve: ({ reportAnsweredOn }) => dayOf(reportAnsweredOn),
    }),
    recommendedOn: t.field({
      type: 'Date',
      nullable: true,
      description: 'Local day of a recommendation; null while there is none, or when not recorded.',
      resolve: ({ recommendedOn }) => dayOf(recommendedOn),
    }),
    recommendationAnsweredOn: t.field({
      type: 'Date',
      nullable: true,
      description: 'Local day on which the authority answered it; null while it has not, or when not recorded.',
      resolve: (row) => dayOf(row.recommendationAnsweredOn),
    }),
  }),
})
