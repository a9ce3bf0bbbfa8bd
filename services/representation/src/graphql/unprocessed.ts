/** The list of children whose case no Procuraduría has opened, with its filters. */
import { type CountFilter, checkLists, checkPeriod, type Period, stateAsked } from '@vigia/kit/graph/counting'
import { sightOf } from '@vigia/kit/graph/in-sight'
import { MATRIX } from '@vigia/law/access-matrix'
import { instantOf, localDateOf } from '@vigia/law/mexican-time'
import { builder, counting } from '../builder.ts'
import type { Context } from '../context.ts'
import { listUnprocessed, type Unprocessed, type UnprocessedWanted } from '../store/list-unprocessed.ts'
import { Child } from './child.ts'
import { State } from './state.ts'

interface Filter extends CountFilter {
  state?: string | null
  period?: Period | null
}

const UnprocessedChild = builder.objectRef<Unprocessed>('UnprocessedChild').implement({
  description:
    'A child of whom a Procuraduría was told and for whom no case was opened (LGDNNA arts. 122, 123). Sources: notices by INM and by the Procuraduría; its own files.',
  access: 'oversight:read',
  fields: (t) => ({
    child: t.field({
      type: Child,
      nullable: true,
      access: 'child:read',
      description: 'Who waits. Null when the child cannot be read.',
      resolve: ({ childId }) => ({ id: childId }),
    }),
    state: t.field({
      type: State,
      nullable: true,
      description: 'State of the first notice, in which the child is counted. Null only when the State cannot be read.',
      resolve: ({ state }) => ({ code: state }),
    }),
    notifiedAt: t.field({
      type: 'DateTime',
      description:
        'First notice of the child to a Procuraduría; for who oversees one side the local day of it, by its first instant.',
      resolve: ({ notifiedAt }, _args, { actor }) =>
        MATRIX[actor.role].oversees === undefined ? notifiedAt : instantOf(localDateOf(notifiedAt)),
    }),
  }),
})

const UnprocessedFilter = builder.inputRef<Filter>('UnprocessedFilter').implement({
  description:
    'Which children are listed. What is left out, and a list that is empty, lets all through; at most 50 values a list.',
  fields: (t) => ({
    state: t.id({ description: 'State of the first notice: INEGI or ISO code; "00" for all.' }),
    period: t.field({ type: counting.period, description: 'Local days of the first notice, both included.' }),
    ...counting.keptInList(t),
  }),
})

builder.queryField('unprocessed', (t) =>
  t.connection(
    {
      type: UnprocessedChild,
      nullable: true,
      access: 'oversight:read',
      description:
        'Children of whom a Procuraduría was told and for whom no case was opened, of those of whom the asker may know, the longest waiting first: whom Casework.unprocessed counts, a moment after it is recorded. Null when they cannot be read.',
      args: { filter: t.arg({ type: UnprocessedFilter, description: 'Which children; all when left out.' }) },
      resolve: (_query, { filter, ...page }, context) =>
        listUnprocessed(context.db.rows, wantedBy(filter ?? {}, context), page),
    },
    { name: 'UnprocessedChildConnection', description: 'A page of children whose case was not opened.' },
    { name: 'UnprocessedChildEdge' },
  ),
)

function wantedBy(filter: Filter, { actor }: Context): UnprocessedWanted {
  const { period, nationality, ageGroup, accompaniment } = checkLists(filter)
  return {
    state: stateAsked(filter.state),
    period: period ? checkPeriod(period) : null,
    kept: { nationality: nationality ?? [], age_group: ageGroup ?? [], accompaniment: accompaniment ?? [] },
    sight: sightOf(actor),
  }
}
