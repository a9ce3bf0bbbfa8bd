/** The list of facilities, of the country and of one state, with its filters. */
import { isBeyondStates, OF_OWN_STATES, ofOwnStates, stateAsked } from '@vigia/kit/graph/counting'
import type { PageArgs } from '@vigia/kit/graph/page'
import type { LegalClass as ClassCode, FacilityType as TypeCode } from '@vigia/law/facilities'
import type { FacilityLifecycle as LifecycleCode, RegistryStatus as StatusCode } from '@vigia/law/facility-registry'
import { NATION } from '@vigia/law/states'
import { builder } from '../builder.ts'
import type { Context } from '../context.ts'
import { FacilityLifecycle, FacilityType, LegalClass, RegistryStatus } from './codes.ts'
import { Facility } from './facility.ts'
import { municipalitiesAsked, typesAsked } from './places-asked.ts'
import { State } from './state.ts'

interface Filter {
  state?: string | null
  type?: TypeCode[] | null
  legalClass?: ClassCode[] | null
  registryStatus?: StatusCode[] | null
  lifecycle?: LifecycleCode[] | null
  isOccupied?: boolean | null
  municipalityKey?: string[] | null
}

const FacilityFilter = builder.inputRef<Filter>('FacilityFilter').implement({
  description:
    'Which places are listed. A list left out, or empty, lets all through; of municipalities it holds at most 50 values.',
  fields: (t) => ({
    state: t.id({
      description: `INEGI or ISO code; "00" for all. Within a State, that state is meant anyway. ${OF_OWN_STATES}`,
    }),
    type: t.field({ type: [FacilityType], description: 'Kinds of place to keep.' }),
    legalClass: t.field({ type: [LegalClass], description: 'What the law makes of a stay there.' }),
    registryStatus: t.field({ type: [RegistryStatus], description: 'Standings in the national registry to keep.' }),
    lifecycle: t.field({ type: [FacilityLifecycle], description: 'How the place came to be known.' }),
    isOccupied: t.boolean({
      description: 'Those where children are now, or those where none is known to be; both when left out.',
    }),
    municipalityKey: t.stringList({
      description:
        "INEGI's keys of municipalities to keep (Facility.municipalityKey), at most 50. A place whose list does not tell its municipality is in none, nor is a home.",
    }),
  }),
})

const CONNECTION = { name: 'FacilityConnection', description: 'A page of facilities.' } as const

const FacilityConnection = builder.connectionObject(
  {
    type: Facility,
    ...CONNECTION,
    fields: (t) => ({
      totalCount: t.int({
        nullable: true,
        description: 'Facilities in all pages; null of a state that the asker does not oversee.',
        resolve: (connection) => (connection as unknown as Listed).total(),
      }),
    }),
  },
  { name: 'FacilityEdge' },
)

interface Listed {
  total: () => Promise<number | null>
}

const DESCRIPTION = 'by state and name; none of the states that the asker does not oversee.'
const FILTER = { type: FacilityFilter, description: 'Which places; all when left out.' } as const

builder.queryField('facilities', (t) =>
  t.connection(
    {
      type: Facility,
      nullable: true,
      access: 'stats:read',
      description: `Places where children are lodged or held, ${DESCRIPTION} Null when they cannot be read.`,
      args: { filter: t.arg(FILTER) },
      resolve: (_query, { filter, ...page }, context) =>
        listed(context, ofOwnStates(stateAsked(filter?.state), context.actor), filter, page),
    },
    FacilityConnection,
  ),
)

builder.objectField(State, 'facilities', (t) =>
  t.connection(
    {
      type: Facility,
      nullable: true,
      access: 'stats:read',
      description: `Places in this state, ${DESCRIPTION} Null when they cannot be read.`,
      args: { filter: t.arg(FILTER) },
      resolve: ({ code }, { filter, ...page }, context) =>
        listed(context, code === NATION.code ? null : code, filter, page),
    },
    FacilityConnection,
  ),
)

async function listed(
  { facilities, actor }: Context,
  state: string | null,
  filter: Filter | null | undefined,
  page: PageArgs,
) {
  const wanted = { ...wantedBy(filter ?? {}), states: actor.states }
  const total = async () => (isBeyondStates(state, actor) ? null : facilities.count(state, wanted))
  return { ...(await facilities.page(state, wanted, page)), total }
}

function wantedBy({ type, legalClass, registryStatus, lifecycle, isOccupied, municipalityKey }: Filter) {
  return {
    municipalityKeys: municipalitiesAsked(municipalityKey ?? []),
    types: typesAsked(type, legalClass),
    registryStatuses: registryStatus ?? [],
    lifecycles: lifecycle ?? [],
    isOccupied: isOccupied ?? null,
  }
}
