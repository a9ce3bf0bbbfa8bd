/** The list of placements, of the country and of one place, with its filters; and whose each is. */
import type { Actor } from '@vigia/kit/actor'
import { Refusal } from '@vigia/kit/errors'
import { type CountFilter, checkLists, checkPeriod, type Period, stateAsked } from '@vigia/kit/graph/counting'
import { sightOf } from '@vigia/kit/graph/in-sight'
import type { PageArgs } from '@vigia/kit/graph/page'
import { MATRIX } from '@vigia/law/access-matrix'
import type { LegalClass as ClassCode, FacilityType as TypeCode } from '@vigia/law/facilities'
import { builder, counting } from '../builder.ts'
import type { Context } from '../context.ts'
import { Child } from './child.ts'
import { FacilityType, LegalClass } from './codes.ts'
import { Facility } from './facility.ts'
import { Placement } from './placement.ts'
import { typesAsked } from './places-asked.ts'

interface Filter extends CountFilter {
  state?: string | null
  period?: Period | null
  facilityType?: TypeCode[] | null
  legalClass?: ClassCode[] | null
  isOpen?: boolean | null
  there?: Period | null
  minHours?: number | null
}

/** Ten years. */
const MOST_HOURS = 87_600

const PlacementFilter = builder.inputRef<Filter>('PlacementFilter').implement({
  description:
    'Which placements are listed. What is left out, and a list that is empty, lets all through; at most 50 values a list.',
  fields: (t) => ({
    state: t.id({
      access: 'location:read',
      description: 'State of the place, not of the detection: INEGI or ISO code; "00" for all.',
    }),
    period: t.field({ type: counting.period, description: 'Local days of the entry, both included.' }),
    ...counting.keptInList(t),
    facilityType: t.field({ type: [FacilityType], access: 'location:read', description: 'Kinds of place to keep.' }),
    legalClass: t.field({
      type: [LegalClass],
      access: 'location:read',
      description: 'What the law makes of a stay there.',
    }),
    isOpen: t.boolean({ description: 'True for children who are there now, false for those who have left.' }),
    there: t.field({
      type: counting.period,
      description: 'Local days, both included, on one of which at least the child was there, whenever it had entered.',
    }),
    minHours: t.int({
      description: `Whole hours that the stay lasted at least, so far where it goes on: 36 for those of whom "over36Hours" counts who are there now. 1 to ${MOST_HOURS}.`,
    }),
  }),
})

const FILTER = { type: PlacementFilter, description: 'Which placements; all when left out.' } as const
const CONNECTION = {
  name: 'PlacementListConnection',
  description: 'A page of placements of many children.',
} as const

const PlacementList = builder.connectionObject({ type: Placement, ...CONNECTION }, { name: 'PlacementListEdge' })

builder.queryField('placements', (t) =>
  t.connection(
    {
      type: Placement,
      nullable: true,
      access: 'child:read',
      description:
        'Placements of the children of whom the asker may know, the latest entry first. For who oversees one side those in places of that side: of others each child tells. Null when they cannot be read.',
      args: { filter: t.arg(FILTER) },
      resolve: (_query, { filter, ...page }, context) => listed(filter ?? {}, null, page, context),
    },
    PlacementList,
  ),
)

builder.objectField(Facility, 'placements', (t) =>
  t.connection(
    {
      type: Placement,
      nullable: true,
      access: 'location:read',
      description:
        'Who is and was there, the latest entry first; nobody for who oversees others than who keeps the place. Null when it cannot be read.',
      args: { filter: t.arg(FILTER) },
      resolve: ({ id }, { filter, ...page }, context) => listed(filter ?? {}, id, page, context),
    },
    PlacementList,
  ),
)

builder.objectField(Placement, 'child', (t) =>
  t.field({
    type: Child,
    nullable: true,
    access: 'child:read',
    description: 'Who is or was there. Null when the child cannot be read.',
    resolve: ({ childId }) => ({ id: childId }),
  }),
)

function listed(filter: Filter, facilityId: string | null, page: PageArgs, { actor, placements }: Context) {
  return placements.page(facilityId, wantedBy(filter, actor), page)
}

function hoursAsked(hours: number | null | undefined): number | null {
  if (hours === null || hours === undefined) return null
  if (hours < 1 || hours > MOST_HOURS) throw new Refusal('BAD_USER_INPUT', `"minHours" is 1 to ${MOST_HOURS}.`)
  return hours
}

function wantedBy(filter: Filter, actor: Actor) {
  const { there, minHours } = filter
  const { period, nationality, ageGroup, accompaniment } = checkLists(filter)
  return {
    state: stateAsked(filter.state),
    period: period ? checkPeriod(period) : null,
    nationalities: nationality ?? [],
    ageGroups: ageGroup ?? [],
    accompaniments: accompaniment ?? [],
    facilityTypes: typesAsked(filter.facilityType, filter.legalClass),
    isOpen: filter.isOpen ?? null,
    there: there ? checkPeriod(there) : null,
    minHours: hoursAsked(minHours),
    sight: sightOf(actor),
    overseen: overseenBy(actor),
  }
}

function overseenBy({ role, states }: Actor) {
  const { oversees } = MATRIX[role]
  return oversees === undefined ? null : { side: oversees, states: oversees === 'STATE' ? (states ?? []) : null }
}
