/**
 * Where a child is or was, for whoever may know where that child is, as counsel who goes to see the child: no more of the place than it
 * takes to find it. What is counted and supervised there stands on Facility, for those who read counts.
 */
import { known } from '@vigia/kit/graph/known-code'
import { FACILITY_TYPES, legalClassOf } from '@vigia/law/facilities'
import { builder } from '../builder.ts'
import { isHome, nameOfPlace } from '../rules/name-of-place.ts'
import type { ListedFacility } from '../store/list-facilities.ts'
import { FacilityType, LegalClass } from './codes.ts'
import { Placement } from './placement.ts'
import { State } from './state.ts'

interface Where {
  /** Whose record it is part of: the audit is told. */
  childId: string
  facility: ListedFacility
}

const isOfHome = ({ facility }: Where) => isHome(known(FACILITY_TYPES, facility.type))

const PlaceOfStay = builder.objectRef<Where>('PlaceOfStay').implement({
  description: 'The place of one stay of one child. Of a home neither name nor town nor door. Source: INM and DIF.',
  access: 'location:read',
  fields: (t) => ({
    name: t.string({
      description: 'As its authority writes it. Of a home, the kind of place in Spanish.',
      resolve: ({ facility: { type, name } }) => nameOfPlace({ type: known(FACILITY_TYPES, type), name }),
    }),
    type: t.field({
      type: FacilityType,
      description: 'What kind of place it is.',
      resolve: ({ facility }) => known(FACILITY_TYPES, facility.type),
    }),
    legalClass: t.field({
      type: LegalClass,
      description: "What the law makes of a child's stay there.",
      resolve: ({ facility }) => legalClassOf(known(FACILITY_TYPES, facility.type)),
    }),
    state: t.field({
      type: State,
      nullable: true,
      description: 'In which federal entity. Null only when the State cannot be read.',
      resolve: ({ facility }) => ({ code: facility.state }),
    }),
    municipality: t.string({
      nullable: true,
      description: 'In which municipality; null when not recorded, and of a home.',
      resolve: (where) => (isOfHome(where) ? null : where.facility.municipality),
    }),
    address: t.string({
      nullable: true,
      access: 'child:identify',
      description: 'The door at which it is found; null when not recorded, and of a home.',
      resolve: async (where, _args, { records }) => {
        const record = isOfHome(where) ? null : await records.ofFacility.load(where.facility.id)
        return record ? records.addressOf(record) : null
      },
    }),
  }),
})

builder.objectField(Placement, 'place', (t) =>
  t.field({
    type: PlaceOfStay,
    access: 'location:read',
    description: 'Where the child is or was: enough to go there.',
    resolve: async ({ id, childId, facilityId }, _args, { facilities }) => {
      const facility = await facilities.byId.load(facilityId)
      if (!facility) throw new Error(`Stay ${id} is in a place that is not there.`)
      return { childId, facility }
    },
  }),
)
