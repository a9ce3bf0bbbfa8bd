/** What this service adds to a state: the children it returned, with or without a valid determination. */
import { activeFilter, checkPeriod } from '@vigia/kit/graph/counting'
import { builder, counting } from '../builder.ts'
import { ReturnCounts } from './return-counts.ts'

export const State = builder
  .externalRef('State', builder.selection<{ code: string }>('code'), ({ code }) => ({ code }))
  .implement({
    description: 'A federal entity of Mexico by the catalogue of INEGI, or the nation as the sum of the 32.',
    externalFields: (t) => ({ code: t.id() }),
    fields: (t) => ({
      returns: t.field({
        type: ReturnCounts,
        nullable: true,
        access: 'stats:read',
        description:
          'Children who left Mexico by an act of authority in the period. Null when INM has told nothing of the state in any part of it, and when the figures cannot be read.',
        args: {
          period: t.arg({ type: counting.period, required: true, description: 'Mexican local days, both included.' }),
          filter: t.arg({ type: counting.filter, description: 'Which children; all when left out.' }),
        },
        resolve: async ({ code }, { period, filter }, { counts }) => {
          const question = { period: checkPeriod(period), filter: activeFilter(filter) }
          const told = await counts.toldWithin(code, question.period)
          const totals = await counts.totals(question)
          if (!told) return null
          return {
            code,
            totals,
            knownFrom: told.from,
            persons: () => counts.persons(question),
            destinations: () => counts.destinations(question),
          }
        },
      }),
    }),
  })
