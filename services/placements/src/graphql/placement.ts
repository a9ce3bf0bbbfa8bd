/** A placement: in which facility a child is or was, from when until when, under which urgent measure. */
import type { UrgentMeasure as MeasureRow, Stay } from '@vigia/db/placements'
import { known, knownOrNull } from '@vigia/kit/graph/known-code'
import { AUTHORITIES } from '@vigia/law/authorities'
import { EXIT_TYPES } from '@vigia/law/closures'
import { wholeHoursBetween } from '@vigia/law/durations'
import { FACILITY_TYPES } from '@vigia/law/facilities'
import { builder } from '../builder.ts'
import { custodyDuring } from '../rules/custody-of-child.ts'
import { Authority, CustodyStatus, ExitType } from './codes.ts'
import { Facility } from './facility.ts'

const UrgentMeasure = builder.objectRef<MeasureRow>('UrgentMeasure').implement({
  description: 'An urgent special protection measure behind a stay (LGDNNA art. 122 VI-VII). Source: DIF.',
  access: 'child:read',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'The measure.' }),
    number: t.exposeString('number', { description: 'Its number.' }),
    orderedAt: t.expose('orderedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was ordered; null when not recorded.',
    }),
    authority: t.field({
      type: Authority,
      nullable: true,
      description: 'Who ordered it; null when not recorded.',
      resolve: ({ authority }) => knownOrNull(AUTHORITIES, authority),
    }),
    ratifiedAt: t.expose('ratifiedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When a judge ratified it, which must be within 24 hours; null: no ratification is recorded.',
    }),
  }),
})

export const Placement = builder.objectRef<Stay>('Placement').implement({
  description: 'A period that a child spends in one facility. Source: INM and DIF.',
  access: 'child:read',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'The stay.' }),
    enteredAt: t.expose('enteredAt', { type: 'DateTime', description: 'Entry.' }),
    leftAt: t.expose('leftAt', {
      type: 'DateTime',
      nullable: true,
      description: 'Exit; null while the child is there.',
    }),
    hours: t.int({
      description: 'Whole hours: so far, or in all once ended.',
      resolve: ({ enteredAt, leftAt }, _args, { now }) => wholeHoursBetween(enteredAt, leftAt ?? now()),
    }),
    exitType: t.field({
      type: ExitType,
      nullable: true,
      description: 'How it ended; null while the child is there, or when not recorded.',
      resolve: ({ exitType }) => knownOrNull(EXIT_TYPES, exitType),
    }),
    facility: t.field({
      type: Facility,
      description: 'Where.',
      resolve: async ({ id, facilityId }, _args, { facilities }) => {
        const facility = await facilities.byId.load(facilityId)
        if (!facility) throw new Error(`Stay ${id} is in a place that is not there.`)
        return facility
      },
    }),
    custody: t.field({
      type: CustodyStatus,
      description: 'In whose custody the child was in that time, by the kind of place.',
      resolve: async ({ facilityId }, _args, { facilities }) => {
        const facility = await facilities.byId.load(facilityId)
        return facility ? custodyDuring(known(FACILITY_TYPES, facility.type)) : 'UNKNOWN'
      },
    }),
    measures: t.field({
      type: [UrgentMeasure],
      description: 'Urgent measures behind it, the latest first. Empty when none is known.',
      resolve: ({ id }, _args, { placements }) => placements.measuresOf.load(id),
    }),
  }),
})
