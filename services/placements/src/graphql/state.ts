/** What this service adds to a state: who is held there, who is in care, and in which places. */
import { type Actor, hasScope } from '@vigia/kit/actor'
import { activeFilter, type CountFilter } from '@vigia/kit/graph/counting'
import { MATRIX } from '@vigia/law/access-matrix'
import { wholeHoursBetween } from '@vigia/law/durations'
import type { FacilityType as TypeCode } from '@vigia/law/facilities'
import { builder, counting } from '../builder.ts'
import type { CareRow, HeldRow, OpenAsked } from '../store/open-stays.ts'
import { FacilityType } from './codes.ts'

interface Held extends HeldRow {
  isClockTold: boolean
}

/** Of a type a state has few places, and often one: an entry that is known of a child would tell which it is in, as `Occupancy.since` would. */
function mayKnowEntries(actor: Actor, { facilityTypes }: OpenAsked): boolean {
  const { oversees = 'FEDERAL' } = MATRIX[actor.role] // INM keeps all places of detention.
  return facilityTypes.length === 0 || (oversees === 'FEDERAL' && hasScope(actor, 'location:read'))
}

const OF_TYPES =
  'Of places of single types null for an asker who may not know where a child is, or oversees others than who keeps them.'

const Detention = builder.objectRef<Held>('Detention').implement({
  description:
    'Children who are, at asOf, in a place that the law forbids or does not know (Ley de Migración arts. 95, 99 ¶3, 112 I; SCJN AR 388/2022). Source: entries and exits told by INM and DIF.',
  access: 'stats:read',
  fields: (t) => ({
    asOf: t.expose('asOf', { type: 'DateTime', description: 'The instant whose figures these are.' }),
    heldNow: t.int({
      description: 'Children held: the sum of the three kinds of place.',
      resolve: (row) => row.inReferralCenters + row.inProhibitedPlaces + row.inOtherAdHocPlaces,
    }),
    inReferralCenters: t.exposeInt('inReferralCenters', {
      description: 'Children in centros de canalización (CCAN), which no law knows.',
    }),
    inProhibitedPlaces: t.exposeInt('inProhibitedPlaces', {
      description:
        'Children in migration stations, temporary premises of INM and places set up as one (EM, EPA, EPB, LH).',
    }),
    inOtherAdHocPlaces: t.exposeInt('inOtherAdHocPlaces', {
      description: 'Children in INM offices and checkpoints (OR, PTO).',
    }),
    over36Hours: t.exposeInt('over36Hours', {
      description:
        'Children held for 36 hours or more, which nobody may be (SCJN AR 388/2022), in the place where they are: a stay in another place before it is not added, as alert A02 adds it.',
    }),
    longestHours: t.int({
      nullable: true,
      description: `Whole hours of whoever is longest in the place where they are held; null when nobody is held. ${OF_TYPES}`,
      resolve: ({ heldSince, asOf, isClockTold }) =>
        heldSince && isClockTold ? wholeHoursBetween(heldSince, asOf) : null,
    }),
    heldSince: t.field({
      type: 'DateTime',
      nullable: true,
      description: `Entry of whoever is held longest; null when nobody is held. ${OF_TYPES}`,
      resolve: ({ heldSince, isClockTold }) => (isClockTold ? heldSince : null),
    }),
  }),
})

const Care = builder.objectRef<CareRow>('Care').implement({
  description:
    'Children who are, at asOf, in a centre, shelter, transit place or hospital; families are not counted (LGDNNA arts. 26, 94, 107-112). Source: entries and exits told by DIF.',
  access: 'stats:read',
  fields: (t) => ({
    asOf: t.expose('asOf', { type: 'DateTime', description: 'The instant whose figures these are.' }),
    childrenNow: t.exposeInt('childrenNow', { description: 'Children who are in care now.' }),
    overOneYear: t.exposeInt('overOneYear', {
      description: 'Children in the same place for a year or more; a year is a default of Vigía (LGDNNA art. 109).',
    }),
    capacity: t.exposeInt('capacity', {
      nullable: true,
      description:
        'Places of the social assistance centres that say how many they have; null when there are some and none says so and when centers is, 0 when there is none.',
    }),
    centers: t.exposeInt('centers', {
      nullable: true,
      description:
        'Social assistance centres (CASF, CASE, CASM, CASP) that have opened, and are neither closed nor denied, in lists of places or mentioned with a stay. Null when none is known and no list ever told of those of the state.',
    }),
  }),
})

const WHICH_CHILDREN = { type: counting.filter, description: 'Which children; all when left out.' } as const
const WHICH_PLACES =
  'In places of these types; of all when left out, or empty. Capacity and centres are those of these types.'

function askedBy({
  filter,
  facilityType,
}: {
  filter?: CountFilter | null
  facilityType?: TypeCode[] | null
}): OpenAsked {
  return { filter: activeFilter(filter), facilityTypes: [...new Set(facilityType)] }
}

export const State = builder
  .externalRef('State', builder.selection<{ code: string }>('code'), ({ code }) => ({ code }))
  .implement({
    description: 'A federal entity of Mexico by the catalogue of INEGI, or the nation as the sum of the 32.',
    externalFields: (t) => ({ code: t.id() }),
    fields: (t) => ({
      detention: t.field({
        type: Detention,
        nullable: true,
        access: 'stats:read',
        description:
          'Children held now. Null when INM never told of stays in the state and nobody is known to be held there, and when the figures cannot be read.',
        args: {
          filter: t.arg(WHICH_CHILDREN),
          facilityType: t.arg({ type: [FacilityType], description: WHICH_PLACES }),
        },
        resolve: async ({ code }, args, { actor, board }) => {
          const held = (await board.held(askedBy(args)))?.get(code)
          return held && { ...held, isClockTold: mayKnowEntries(actor, askedBy(args)) }
        },
      }),
      care: t.field({
        type: Care,
        nullable: true,
        access: 'stats:read',
        description:
          'Children in care now. Null when the DIF never told of stays in the state, and when the figures cannot be read.',
        args: {
          filter: t.arg(WHICH_CHILDREN),
          facilityType: t.arg({ type: [FacilityType], description: WHICH_PLACES }),
        },
        resolve: async ({ code }, args, { board }) => (await board.care(askedBy(args)))?.get(code),
      }),
    }),
  })
