/** Who is in one place, told with the place and of whoever may count there. */
import { type Actor, hasScope } from '@vigia/kit/actor'
import { known, knownOrNull } from '@vigia/kit/graph/known-code'
import { MATRIX } from '@vigia/law/access-matrix'
import { sideOfPlace } from '@vigia/law/competence'
import { FACILITY_TYPES, isDetention } from '@vigia/law/facilities'
import { RUNNERS } from '@vigia/law/runners-of-places'
import { builder } from '../builder.ts'
import type { Occupants } from '../store/facility-store.ts'
import type { ListedFacility } from '../store/list-facilities.ts'

interface Occupied extends Occupants, Pick<ListedFacility, 'type' | 'runBy' | 'state' | 'capacity'> {
  asOf: Date
}

/** The entry of one child is where it is: of the group of its place, and of who oversees who keeps that. */
function mayKnowEntries(actor: Actor, { type, runBy, state }: Pick<Occupied, 'type' | 'runBy' | 'state'>): boolean {
  if (!hasScope(actor, 'location:read')) return false
  const { oversees } = MATRIX[actor.role]
  if (oversees === undefined) return true
  const isOfSide = sideOfPlace(known(FACILITY_TYPES, type), knownOrNull(RUNNERS, runBy)) === oversees
  return isOfSide && (oversees === 'FEDERAL' || actor.states?.includes(state) === true)
}

export const Occupancy = builder.objectRef<Occupied>('Occupancy').implement({
  description: 'Who is in one place. Source: entries and exits told by INM and DIF.',
  access: 'stats:read',
  fields: (t) => ({
    asOf: t.expose('asOf', { type: 'DateTime', description: 'The instant of the last figures of this service.' }),
    childrenNow: t.exposeInt('childrenNow', { description: 'Children who are there now.' }),
    over36Hours: t.int({
      nullable: true,
      description:
        'Of them, children who are there for 36 hours or longer (SCJN, AR 388/2022); null of a place in which a stay is no detention.',
      resolve: ({ over36Hours, type }) => (isDetention(known(FACILITY_TYPES, type)) ? over36Hours : null),
    }),
    since: t.field({
      type: 'DateTime',
      nullable: true,
      description:
        'Entry of whoever is there longest; null when nobody is there, and for an asker who may not know where a child is, or oversees others than who keeps the place: an entry that is known of a child would tell that it is there.',
      resolve: ({ since, ...place }, _args, { actor }) => (mayKnowEntries(actor, place) ? since : null),
    }),
    share: t.float({
      nullable: true,
      description:
        'Children per place: 1 is full, more is crowded (of a station Ley de Migración art. 106 ¶2; of other places no law says so), as its sender confirmed or as it was before the capacity was listed; null when the capacity is not known or 0.',
      resolve: ({ childrenNow, capacity }) => (capacity ? childrenNow / capacity : null),
    }),
  }),
})
