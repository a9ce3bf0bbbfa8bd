/** A place where children are lodged or held. */

import { mayCount } from '@vigia/kit/actor'
import { known } from '@vigia/kit/graph/known-code'
import { dayOf } from '@vigia/kit/graph/scalars'
import { FACILITY_TYPES, isDetention, legalClassOf } from '@vigia/law/facilities'
import { FACILITY_LIFECYCLES, REGISTRY_STATUSES } from '@vigia/law/facility-registry'
import { isId } from '@vigia/law/ids'
import { builder } from '../builder.ts'
import type { Context } from '../context.ts'
import { isHome, nameOfPlace } from '../rules/name-of-place.ts'
import type { ListedFacility } from '../store/list-facilities.ts'
import { FacilityLifecycle, FacilityType, LegalClass, RegistryStatus } from './codes.ts'
import { Occupancy } from './occupancy.ts'
import { State } from './state.ts'

export const Facility = builder.objectRef<ListedFacility>('Facility').implement({
  description:
    'A place where children are lodged or held (LGDNNA art. 112). Its address stands in its record, for who may identify a child; a home has no name.',
  access: 'stats:read',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Id of the place, of this registry.' }),
    name: t.string({
      description: 'As its authority writes it. Of a home, the kind of place in Spanish.',
      resolve: ({ type, name }) => nameOfPlace({ type: known(FACILITY_TYPES, type), name }),
    }),
    type: t.field({
      type: FacilityType,
      description: 'What kind of place it is.',
      resolve: ({ type }) => known(FACILITY_TYPES, type),
    }),
    legalClass: t.field({
      type: LegalClass,
      description: "What the law makes of a child's stay there.",
      resolve: ({ type }) => legalClassOf(known(FACILITY_TYPES, type)),
    }),
    isDetention: t.boolean({
      description: 'Whether a child there is held against the law or without one.',
      resolve: ({ type }) => isDetention(known(FACILITY_TYPES, type)),
    }),
    state: t.field({
      type: State,
      nullable: true,
      description: 'In which federal entity. Null only when the State cannot be read.',
      resolve: ({ state }) => ({ code: state }),
    }),
    municipality: t.string({
      nullable: true,
      description: 'In which municipality; null when not recorded, and of a home.',
      resolve: ({ type, municipality }) => (isHome(known(FACILITY_TYPES, type)) ? null : municipality),
    }),
    municipalityKey: t.string({
      nullable: true,
      description:
        "INEGI's key of the municipality (catalogue AGEM): five digits, two of the state and three of its own. Source: lists of places. Null when not recorded, and of a home.",
      resolve: ({ type, municipalityKey }) => (isHome(known(FACILITY_TYPES, type)) ? null : municipalityKey),
    }),
    operator: t.string({
      nullable: true,
      description: 'Who runs it; null when not recorded, and of a home.',
      resolve: ({ type, operator }) => (isHome(known(FACILITY_TYPES, type)) ? null : operator),
    }),
    capacity: t.exposeInt('capacity', { nullable: true, description: 'Places for children; null when not known.' }),
    carers: t.exposeInt('carers', {
      nullable: true,
      description:
        'Persons who look after its children, in all (LGDNNA art. 110 III wants one for four under one year, one for eight others); null when not known.',
    }),
  }),
})

builder.objectFields(Facility, (t) => ({
  registryStatus: t.field({
    type: RegistryStatus,
    description: 'Standing in the national registry of centres.',
    resolve: ({ registryStatus }) => known(REGISTRY_STATUSES, registryStatus),
  }),
  lifecycle: t.field({
    type: FacilityLifecycle,
    description: 'How the place came to be known: SIGHTED until somebody acknowledges it.',
    resolve: ({ lifecycle }) => known(FACILITY_LIFECYCLES, lifecycle),
  }),
  openedOn: t.field({
    type: 'Date',
    nullable: true,
    description: 'Local day of opening; null when not recorded.',
    resolve: ({ openedOn }) => dayFrom(openedOn),
  }),
  closedOn: t.field({
    type: 'Date',
    nullable: true,
    description: 'Local day of closing; null while it is open, or when not recorded.',
    resolve: ({ closedOn }) => dayFrom(closedOn),
  }),
  occupancy: t.field({
    type: Occupancy,
    nullable: true,
    description:
      'Who is there now. Null when nobody is known to be there and who tells of stays in such a place (INM of those where children are held, the DIF of all others) never did in the state, when the figures cannot be read, and for an asker who oversees other states.',
    resolve: async ({ id, ...place }, _args, { facilities, actor }) => {
      if (!mayCount(actor, place.state)) return null
      const isTold = await facilities.isToldOf(place)
      const [occupants, asOf] = await Promise.all([facilities.occupantsOf.load(id), facilities.asOf()])
      if (!asOf || !(occupants || isTold)) return null
      return { ...place, facilityId: id, childrenNow: 0, since: null, over36Hours: 0, ...occupants, asOf }
    },
  }),
}))

/** Prisma hands over a Date, the pool the text of the day. */
function dayFrom(day: Date | string | null): string | null {
  return typeof day === 'string' ? day : dayOf(day)
}

/** Not there and not yours are one answer. One that was told to be another is that one. */
async function facilityOf(id: string, { facilities, actor }: Context) {
  const told = isId(id) ? await facilities.byId.load(id) : null
  const facility = told?.sameAs ? await facilities.byId.load(told.sameAs) : told
  return facility && mayCount(actor, facility.state) ? facility : null
}

builder.asEntity(Facility, {
  key: builder.selection<{ id: string }>('id'),
  resolveReference: ({ id }, context) => facilityOf(id, context),
})

builder.queryField('facility', (t) =>
  t.field({
    type: Facility,
    nullable: true,
    access: 'stats:read',
    description: 'One place. Null when there is none, and for an asker who oversees other states.',
    args: { id: t.arg.id({ required: true, description: 'The id of the place.' }) },
    resolve: (_query, { id }, context) => facilityOf(id, context),
  }),
)
