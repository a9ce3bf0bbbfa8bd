/** Who is in one place, told with the place and of whoever may count there. */
import { builder } from '../builder.ts'
import type { Occupants } from '../store/facility-store.ts'

interface Occupied extends Occupants {
  asOf: Date
  capacity: number | null
}

export const Occupancy = builder.objectRef<Occupied>('Occupancy').implement({
  description: 'Who is in one place. Source: entries and exits told by INM and DIF.',
  access: 'stats:read',
  fields: (t) => ({
    asOf: t.expose('asOf', { type: 'DateTime', description: 'The instant of the last figures of this service.' }),
    childrenNow: t.exposeInt('childrenNow', { description: 'Children who are there now.' }),
    since: t.expose('since', {
      type: 'DateTime',
      nullable: true,
      description: 'Entry of whoever is there longest; null when nobody is there.',
    }),
    share: t.float({
      nullable: true,
      description:
        'Children per place: 1 is full, more is crowded (LGDNNA art. 110 III), as its sender confirmed or as it was before the capacity was listed; null when the capacity is not known or 0.',
      resolve: ({ childrenNow, capacity }) => (capacity ? childrenNow / capacity : null),
    }),
  }),
})
