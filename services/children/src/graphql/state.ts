/** The entity State: the 32 federal entities and the nation. The other services add their indicators to it. */
import { activeFilter, type CountFilter, checkPeriod, type Period } from '@vigia/kit/graph/counting'
import { type State as LawState, stateByCode } from '@vigia/law/states'
import { statesInSight } from '@vigia/law/states-in-sight'
import { builder, counting } from '../builder.ts'
import { DetectionCounts } from './detection-counts.ts'

export const State = builder.objectRef<LawState>('State').implement({
  description: 'A federal entity of Mexico by the catalogue of INEGI, or the nation as the sum of the 32.',
  access: 'public:read',
  fields: (t) => ({
    code: t.exposeID('code', { description: 'INEGI code, "01" to "32"; "00" for the nation.' }),
    iso: t.exposeString('iso', { nullable: true, description: 'ISO 3166-2 code, MX-CHP; null for the nation.' }),
    name: t.exposeString('name', { description: 'Official name in Spanish (INEGI).' }),
    abbreviation: t.exposeString('abbreviation', { description: 'Short name, as on a map: Chis.' }),
    population: t.exposeInt('population', { description: 'Inhabitants of all ages by the census of 2020 (INEGI).' }),
    detection: t.field({
      type: DetectionCounts,
      nullable: true,
      access: 'stats:read',
      description:
        'Children found in the period. Null when INM has told nothing of the state in any part of it, and when the figures cannot be read.',
      args: {
        period: t.arg({ type: counting.period, required: true, description: 'Mexican local days, both included.' }),
        filter: t.arg({ type: counting.filter, description: 'Which children; all when left out.' }),
      },
      resolve: async ({ code }, args, { counts }) => {
        const question = questionOf(args)
        const told = await counts.toldWithin(code, question.period)
        const totals = await counts.totals(question)
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

builder.queryFields((t) => ({
  states: t.field({
    type: [State],
    nullable: true,
    access: 'stats:read',
    description:
      'The federal entities in the order of INEGI: all 32, or those that the asker oversees. Null when they cannot be read.',
    resolve: (_query, _args, { actor }) => statesInSight(actor.states).states(),
  }),
  state: t.field({
    type: State,
    nullable: true,
    access: 'stats:read',
    description: 'One federal entity. Null when no entity has that code, and when the asker oversees others.',
    args: {
      code: t.arg.id({
        required: true,
        description: 'INEGI code ("07"), ISO 3166-2 code ("MX-CHP"), or "00" for the nation.',
      }),
    },
    resolve: (_query, { code }, { actor }) => statesInSight(actor.states).state(code),
  }),
  nation: t.field({
    type: State,
    nullable: true,
    access: 'stats:read',
    description:
      'The whole country: every count is the sum of the 32. Null when it cannot be read, and for an asker who oversees states.',
    resolve: (_query, _args, { actor }) => statesInSight(actor.states).nation(),
  }),
}))
