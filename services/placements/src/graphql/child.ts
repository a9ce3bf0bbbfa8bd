/** The part of a child's record that this service adds: where the child is and was. */

import { known, knownOrNull } from '@vigia/kit/graph/known-code'
import { childByKey } from '@vigia/kit/graph/opened'
import { pageOf } from '@vigia/kit/graph/rows-at-hand'
import { EXIT_TYPES } from '@vigia/law/closures'
import { FACILITY_TYPES } from '@vigia/law/facilities'
import { RUNNERS } from '@vigia/law/runners-of-places'
import { builder } from '../builder.ts'
import type { Context } from '../context.ts'
import { type Custody as CustodyNow, custodyOf } from '../rules/custody-of-child.ts'
import { placeOfOthers } from '../store/placement-store.ts'
import { CustodyStatus } from './codes.ts'
import { Placement } from './placement.ts'

const Custody = builder.objectRef<CustodyNow>('Custody').implement({
  description: 'In whose custody a child is. Its history are the placements. Source: stays told by INM and DIF.',
  access: 'child:read',
  fields: (t) => ({
    status: t.expose('status', { type: CustodyStatus, description: 'In whose; UNKNOWN where nobody says.' }),
    since: t.expose('since', {
      type: 'DateTime',
      description:
        'Since the entry, or the exit, that tells it; of a stay of others the local day of it, by its first instant.',
    }),
  }),
})

/** The last stay that is known tells it. */
async function custodyOfChild(id: string, { placements, facilities }: Context): Promise<CustodyNow | null> {
  const [last] = await placements.ofChild.load(id)
  const place = last && (placeOfOthers(last) ?? (await facilities.byId.load(last.facilityId)))
  if (!last || !place) return null
  const exitType = knownOrNull(EXIT_TYPES, last.exitType)
  const runBy = knownOrNull(RUNNERS, place.runBy)
  return custodyOf([{ ...last, exitType, runBy, facilityType: known(FACILITY_TYPES, place.type) }])
}

export const Child = builder.externalRef('Child', builder.selection<{ id: string }>('id'), childByKey).implement({
  description:
    'A person under 18 found in migration, accompanied or not (CRC art. 1). No name, no birth date, no CURP.',
  externalFields: (t) => ({ id: t.id() }),
  fields: (t) => ({
    custody: t.field({
      type: Custody,
      nullable: true,
      access: 'child:read',
      description: 'In whose custody the child is now. Null when no stay is known, or when it cannot be read.',
      resolve: ({ id }, _args, context) => custodyOfChild(id, context),
    }),
    placements: t.connection(
      {
        type: Placement,
        nullable: true,
        access: 'child:read',
        description: 'Each place the child was in, the latest first. Null when they cannot be read.',
        resolve: async ({ id }, args, { placements }) => pageOf(await placements.ofChild.load(id), args),
      },
      {
        name: 'PlacementConnection',
        description: 'A page of placements.',
        fields: (t) => ({
          totalCount: t.int({ description: 'Placements of the child in all.', resolve: ({ total }) => total }),
        }),
      },
      { name: 'PlacementEdge' },
    ),
  }),
})
