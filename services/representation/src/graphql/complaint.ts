/** A complaint to an ombudsperson about a child, and what was answered when. */
import type { Complaint as ComplaintRow } from '@vigia/db/representation'
import { known } from '@vigia/kit/graph/known-code'
import { dayOf } from '@vigia/kit/graph/scalars'
import { AUTHORITIES } from '@vigia/law/authorities'
import { builder } from '../builder.ts'
import { recommendationDueOn, reportDueOn } from '../rules/complaint-terms.ts'
import { Authority } from './codes.ts'
import { State } from './state.ts'

export const Complaint = builder.objectRef<ComplaintRow>('Complaint').implement({
  description:
    'A complaint to the CNDH or the commission of a state about a child (LGDNNA art. 140). Source: that commission.',
  access: 'oversight:read',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Id of the complaint, of this registry.' }),
    folio: t.exposeString('folio', { access: 'child:identify', description: 'Its number with the commission.' }),
    ombuds: t.field({
      type: Authority,
      description: 'Before which commission.',
      resolve: (row) => known(AUTHORITIES, row.ombuds),
    }),
    state: t.field({
      type: State,
      nullable: true,
      description: 'Whose commission, where it is that of a state; null of the CNDH, or when not recorded.',
      resolve: ({ state }) => (state === null ? null : { code: state }),
    }),
    against: t.field({
      type: Authority,
      description: 'Against which authority.',
      resolve: ({ against }) => known(AUTHORITIES, against),
    }),
    receivedOn: t.field({
      type: 'Date',
      description: 'Local day of its receipt.',
      resolve: ({ receivedOn }) => dayOf(receivedOn),
    }),
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

builder.objectFields(Complaint, (t) => ({
  reportDueOn: t.field({
    type: 'Date',
    nullable: true,
    description:
      'Last local day for the report: 15 calendar days (Ley de la CNDH art. 34; of the commission of a state, whose law was not read, a default of Vigía); null when it is not recorded that one was asked for.',
    resolve: (row) => reportDueOn(dayOf(row.reportAskedOn)),
  }),
  recommendationDueOn: t.field({
    type: 'Date',
    nullable: true,
    description:
      'Last local day to say whether the recommendation is accepted: 15 working days (Ley de la CNDH art. 46; of the commission of a state a default of Vigía), less those on which the CNDH has suspended its work; null while there is none, or when not recorded.',
    resolve: async ({ recommendedOn, ombuds }, _args, { suspensions }) =>
      recommendationDueOn(dayOf(recommendedOn), ombuds, await suspensions()),
  }),
}))
