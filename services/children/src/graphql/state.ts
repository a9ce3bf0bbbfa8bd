/** The entity State: the 32 federal entities and the nation. The other services add their indicators to it. */
import { activeFilter, type CountFilter, checkPeriod, type Period } from '@vigia/kit/graph/counting'
import { isStateCode, type State as LawState, NATION, STATES, stateOf } from '@vigia/law/states'
import { builder, counting } from '../builder.ts'
import { DetectionCounts } from './detection-counts.ts'

export const State = builder.objectRef<LawState>('State').implement({
  description: 'A federal entity of Mexico, or the nation as the sum of the 32.',
  access: 'stats:read',
  fields: (t) => ({
    code: t.exposeID('code', { description: 'INEGI code, "01" to "32"; "00" for the nation.' }),
    iso: t.exposeString('iso', { nullable: true, description: 'ISO 3166-2 code, MX-CHP; null for the nation.' }),
    name: t.exposeString('name', { description: 'Official name in Spanish (INEGI).' }),
    abbreviation: t.exposeString('abbreviation', { description: 'As on a map: Chis.' }),
    population: t.int({
      description: 'Inhabitants of all ages by the census of 2020 (INEGI).',
      resolve: ({ population2020 }) => population2020,
    }),
    detection: t.field({
      type: DetectionCounts,
      nullable: true,
      description:
        'Children found in the period. Null when INM has told nothing of the state in any part of it, and when the figures cannot be read.',
      args: {
        period: t.arg({ type: counting.period, required: true, description: 'Mexican local days, both included.' }),
        filter: t.arg({ type: counting.filter, description: 'Which children; all when left out.' }),
      },
      resolve: async ({ code }, args, { counts }) => {
        const question = questionOf(args)
        const [told, totals] = await Promise.all([counts.toldWithin(code, question.period), counts.totals(question)])
        return told && { code, totals, knownFrom: told.from, persons: () => counts.persons(question) }
      },
    }),
  }),
})

function questionOf({ period, filter }: { period: Period; filter?: CountFilter | null }) {
  return { period: checkPeriod(period), filter: activeFilter(filter) }
}

builder.asEntity(State, {
  key: builder.selection<{ code: string }>('code'),
  resolveReference: ({ code }) => stateByCode(code),
})

const byIso = new Map(STATES.map((state) => [state.iso, state]))

/** By INEGI's code or ISO's; null for any other text. */
export function stateByCode(code: string): LawState | null {
  if (code === NATION.code) return NATION
  return isStateCode(code) ? stateOf(code) : (byIso.get(code) ?? null)
}

builder.queryFields((t) => ({
  states: t.field({
    type: [State],
    nullable: true,
    access: 'stats:read',
    description: 'The 32 federal entities in the order of INEGI. Null when they cannot be read.',
    resolve: () => [...STATES],
  }),
  state: t.field({
    type: State,
    nullable: true,
    access: 'stats:read',
    description: 'One federal entity. Null when no entity has that code.',
    args: {
      code: t.arg.id({
        required: true,
        description: 'INEGI code ("07"), ISO 3166-2 code ("MX-CHP"), or "00" for the nation.',
      }),
    },
    resolve: (_query, { code }) => stateByCode(code),
  }),
  nation: t.field({
    type: State,
    nullable: true,
    access: 'stats:read',
    description: 'The whole country: every count is the sum of the 32. Null when it cannot be read.',
    resolve: () => NATION,
  }),
}))
