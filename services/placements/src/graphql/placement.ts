/** A placement: in which facility a child is or was, from when until when, under which urgent measure. */
import type { UrgentMeasure as MeasureRow } from '@vigia/db/placements'
import { known, knownOrNull } from '@vigia/kit/graph/known-code'
import { atMostAPage } from '@vigia/kit/graph/rows-at-hand'
import { AUTHORITIES } from '@vigia/law/authorities'
import { EXIT_TYPES } from '@vigia/law/closures'
import { DORMITORIES } from '@vigia/law/dormitories'
import { wholeHoursBetween } from '@vigia/law/durations'
import { FACILITY_TYPES } from '@vigia/law/facilities'
import { RUNNERS } from '@vigia/law/runners-of-places'
import { builder } from '../builder.ts'
import { custodyDuring } from '../rules/custody-of-child.ts'
import type { ListedStay } from '../store/list-placements.ts'
import { placeOfOthers } from '../store/placement-store.ts'
import { Authority, CustodyStatus, Dormitory, ExitType } from './codes.ts'
import { Facility } from './facility.ts'

export const UrgentMeasure = builder.objectRef<MeasureRow>('UrgentMeasure').implement({
  description: 'An urgent special protection measure behind a stay (LGDNNA art. 122 VI-VII). Source: DIF.',
  access: 'care:read',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Id of the measure, of this registry.' }),
    number: t.exposeString('number', {
      access: 'child:identify',
      description: 'Number that its authority gave it, or its request.',
    }),
    requestedAt: t.expose('requestedAt', {
      type: 'DateTime',
      nullable: true,
      description:
        'When the public prosecutor was asked for it, who has 3 hours (LGDNNA art. 122 VI); null when nobody was, or when not recorded.',
    }),
    orderedAt: t.expose('orderedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was ordered; null while it is only asked for, and when not recorded.',
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

export const Placement = builder.objectRef<ListedStay>('Placement').implement({
  description: 'A period that a child spends in one facility. Source: INM and DIF.',
  access: 'child:read',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Id of the stay, of this registry.' }),
    enteredAt: t.expose('enteredAt', {
      type: 'DateTime',
      description: 'When the child entered; the first instant of the local day where it was sent without an hour.',
    }),
    leftAt: t.expose('leftAt', {
      type: 'DateTime',
      nullable: true,
      description:
        'When the child left; the first instant of the local day where it was sent without an hour, and null while the child is there.',
    }),
    hours: t.int({
      description:
        'Whole hours in that place: so far, or in all once ended; by midnights where files tell days without hours.',
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
      access: 'location:read',
      description: 'In which place the child is or was.',
      resolve: async ({ id, facilityId }, _args, { facilities }) => {
        const facility = await facilities.byId.load(facilityId)
        if (!facility) throw new Error(`Stay ${id} is in a place that is not there.`)
        return facility
      },
    }),
    custody: t.field({
      type: CustodyStatus,
      description: 'In whose custody the child was in that time, by the kind of place and who runs it.',
      resolve: async (stay, _args, { facilities }) => {
        const place = placeOfOthers(stay) ?? (await facilities.byId.load(stay.facilityId))
        if (!place) return 'UNKNOWN'
        return custodyDuring({
          facilityType: known(FACILITY_TYPES, place.type),
          runBy: knownOrNull(RUNNERS, place.runBy),
        })
      },
    }),
    measures: t.field({
      type: [UrgentMeasure],
      access: 'care:read',
      description: 'Urgent measures behind it, the latest first, at most 100. Empty when none is known.',
      resolve: async ({ id }, _args, { placements }) => atMostAPage(await placements.measuresOf.load(id)),
    }),
  }),
})

/** What a place tells of how it keeps a child: blank says nothing of it. */
builder.objectFields(Placement, (t) => ({
  bed: t.string({
    nullable: true,
    access: 'location:read',
    description: 'In which bed the child sleeps there, as the place writes it; null where the place does not tell.',
    resolve: async ({ id }, _args, { placements }) => (await placements.keepingOf.load(id))?.bed ?? null,
  }),
  sleepsWith: t.field({
    type: Dormitory,
    nullable: true,
    access: 'care:read',
    description: 'With whom the child sleeps there; null where the place does not tell.',
    resolve: async ({ id }, _args, { placements }) =>
      knownOrNull(DORMITORIES, (await placements.keepingOf.load(id))?.sleepsWith ?? null),
  }),
  siblingsApart: t.boolean({
    nullable: true,
    access: 'care:read',
    description: 'Whether the child is kept away from siblings; null where the place does not tell.',
    resolve: async ({ id }, _args, { placements }) => (await placements.keepingOf.load(id))?.siblingsApart ?? null,
  }),
  missingReported: t.boolean({
    nullable: true,
    access: 'care:read',
    description:
      'Of a child who left without an authority’s decision, whether the disappearance was reported; null where nobody tells.',
    resolve: async ({ id }, _args, { placements }) => (await placements.keepingOf.load(id))?.missingReported ?? null,
  }),
  missingReportedAt: t.field({
    type: 'DateTime',
    nullable: true,
    access: 'care:read',
    description: 'When it was reported; null where it was not, and where nobody tells when.',
    resolve: async ({ id }, _args, { placements }) => (await placements.keepingOf.load(id))?.missingReportedAt ?? null,
  }),
}))
