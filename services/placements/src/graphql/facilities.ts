/** The list of facilities, of the country and of one state, with its filters. */
import { Refusal } from '@vigia/kit/errors'
import type { PageArgs } from '@vigia/kit/graph/page'
import { codesOf } from '@vigia/law/code-list'
import {
  type LegalClass as ClassCode,
  FACILITY_TYPES,
  legalClassOf,
  type FacilityType as TypeCode,
} from '@vigia/law/facilities'
import type { FacilityLifecycle as LifecycleCode, RegistryStatus as StatusCode } from '@vigia/law/facility-registry'
import { isStateCode, NATION, STATES } from '@vigia/law/states'
import { builder } from '../builder.ts'
import type { Context } from '../context.ts'
import type { FacilitiesWanted } from '../store/list-facilities.ts'
import { FacilityLifecycle, FacilityType, LegalClass, RegistryStatus } from './codes.ts'
import { Facility } from './facility.ts'
import { State } from './state.ts'

interface Filter {
  state?: string | null
  type?: TypeCode[] | null
  legalClass?: ClassCode[] | null
  registryStatus?: StatusCode[] | null
  lifecycle?: LifecycleCode[] | null
}

const FacilityFilter = builder.inputRef<Filter>('FacilityFilter').implement({
  description: 'Which places are listed. A list left out, or empty, lets all through.',
  fields: (t) => ({
    state: t.id({ description: 'INEGI or ISO code; "00" for all. Within a State, that state is meant anyway.' }),
    type: t.field({ type: [FacilityType], description: 'Kinds of place to keep.' }),
    legalClass: t.field({ type: [LegalClass], description: 'What the law makes of a stay there.' }),
    registryStatus: t.field({ type: [RegistryStatus], description: 'Standings in the national registry to keep.' }),
    lifecycle: t.field({ type: [FacilityLifecycle], description: 'How the place came to be known.' }),
  }),
})

const CONNECTION = { name: 'FacilityConnection', description: 'A page of facilities.' } as const

const FacilityConnection = builder.connectionObject(
  {
    type: Facility,
    ...CONNECTION,
    fields: (t) => ({
      totalCount: t.int({
        description: 'Facilities in all pages.',
        resolve: (connection) => (connection as unknown as Listed).total(),
      }),
    }),
  },
  { name: 'FacilityEdge' },
)

interface Listed {
  total: () => Promise<number>
}

const DESCRIPTION = 'by state and name; 20 a page unless asked otherwise.'
const FILTER = { type: FacilityFilter, description: 'Which places; all when left out.' } as const

builder.queryField('facilities', (t) =>
  t.connection(
    {
      type: Facility,
      nullable: true,
      access: 'stats:read',
      description: `Places where children are lodged or held, ${DESCRIPTION} Null when they cannot be read.`,
      args: { filter: t.arg(FILTER) },
      resolve: (_query, { filter, ...page }, context) => listed(context, stateAsked(filter?.state), filter, page),
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
  { facilities }: Context,
  state: string | null,
  filter: Filter | null | undefined,
  page: PageArgs,
) {
  const wanted = wantedBy(filter ?? {})
  return { ...(await facilities.page(state, wanted, page)), total: () => facilities.count(state, wanted) }
}

function wantedBy({ type, legalClass, registryStatus, lifecycle }: Filter): FacilitiesWanted {
  return {
    types: typesOf(type ?? [], legalClass ?? []),
    registryStatuses: registryStatus ?? [],
    lifecycles: lifecycle ?? [],
  }
}

/** A legal class is a set of types. Both filters given, a place must pass both. */
function typesOf(types: readonly TypeCode[], classes: readonly ClassCode[]): TypeCode[] {
  if (classes.length === 0) return [...types]
  const ofClasses = codesOf(FACILITY_TYPES).filter((type) => classes.includes(legalClassOf(type)))
  const kept = types.length === 0 ? ofClasses : ofClasses.filter((type) => types.includes(type))
  if (kept.length === 0) throw new Refusal('BAD_USER_INPUT', 'No type asked for is of a legal class asked for.')
  return kept
}

const byIso = new Map<string, string>(STATES.map(({ iso, code }) => [iso, code]))

function stateAsked(code: string | null | undefined): string | null {
  if (code === null || code === undefined || code === NATION.code) return null
  if (isStateCode(code)) return code
  const state = byIso.get(code)
  if (!state) throw new Refusal('BAD_USER_INPUT', 'No state has this code: write "07" or "MX-CHP".')
  return state
}
