/** The list of children, with its filters. */
import type { Actor } from '@vigia/kit/actor'
import { type CountFilter, checkLists, checkPeriod, type Period, stateAsked } from '@vigia/kit/graph/counting'
import { builder, counting } from '../builder.ts'
import { type ChildrenWanted, countChildren, listChildren } from '../store/list-children.ts'
import { Child } from './child.ts'

interface Filter extends CountFilter {
  state?: string | null
  period?: Period | null
}

const ChildFilter = builder.inputRef<Filter>('ChildFilter').implement({
  description:
    'Which children are listed. What is left out, and a list that is empty, lets all through; at most 50 values a list.',
  fields: (t) => ({
    state: t.id({ description: 'State of the first detection: INEGI or ISO code; "00" for all.' }),
    period: t.field({ type: counting.period, description: 'Local days of the first detection.' }),
    ...counting.keptInList(t),
  }),
})

builder.queryField('children', (t) =>
  t.connection(
    {
      type: Child,
      nullable: true,
      access: 'child:read',
      description:
        'Children of whom the asker may know, the latest found first; others stand in no page and no count. Null when they cannot be read.',
      args: { filter: t.arg({ type: ChildFilter, description: 'Which children; all when left out.' }) },
      resolve: async (_query, { filter, ...page }, { db, actor }) => {
        const wanted = wantedBy(filter ?? {}, actor)
        return { ...(await listChildren(db, wanted, page)), total: () => countChildren(db, wanted) }
      },
    },
    {
      name: 'ChildConnection',
      description: 'A page of the list of children.',
      fields: (t) => ({
        totalCount: t.int({
          description: 'Children in all pages, from the counters: as of the last change of the figures.',
          resolve: ({ total }) => total(),
        }),
      }),
    },
    { name: 'ChildEdge' },
  ),
)

function wantedBy(filter: Filter, actor: Actor): ChildrenWanted {
  const { period, nationality, ageGroup, accompaniment } = checkLists(filter)
  return {
    state: stateAsked(filter.state),
    period: period ? checkPeriod(period) : null,
    nationality,
    ageGroup,
    accompaniment,
    actor,
  }
}
