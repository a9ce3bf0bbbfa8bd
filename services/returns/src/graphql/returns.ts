/** The list of executed returns, with its filters; and whose each is. */
import { type CountFilter, checkLists, checkPeriod, type Period, stateAsked } from '@vigia/kit/graph/counting'
import { sightOf } from '@vigia/kit/graph/in-sight'
import { MATRIX } from '@vigia/law/access-matrix'
import type { ReturnType as TypeCode } from '@vigia/law/return-types'
import type { Standing as StandingCode } from '@vigia/law/standings'
import { builder, counting } from '../builder.ts'
import type { Context } from '../context.ts'
import { listReturns, type ReturnsWanted } from '../store/list-returns.ts'
import { Child } from './child.ts'
import { ReturnType, Standing } from './codes.ts'
import { ExecutedReturn } from './executed-return.ts'

interface Filter extends CountFilter {
  state?: string | null
  period?: Period | null
  standing?: StandingCode[] | null
  returnType?: TypeCode[] | null
  destination?: string[] | null
}

const ReturnFilter = builder.inputRef<Filter>('ReturnFilter').implement({
  description:
    'Which returns are listed. What is left out, and a list that is empty, lets all through; at most 50 values a list.',
  fields: (t) => ({
    state: t.id({ description: 'State that carried them out: INEGI or ISO code; "00" for all.' }),
    period: t.field({ type: counting.period, description: 'Local days of the departure, both included.' }),
    standing: t.field({
      type: [Standing],
      description:
        'Standings to keep: all but VALID are returns without a determination that permits them, as ReturnCounts counts them. Of an act that is no return there is none.',
    }),
    returnType: t.field({ type: [ReturnType], description: 'Acts to keep, by which the child left or was moved.' }),
    destination: t.stringList({
      description: 'Countries of destination, ISO 3166-1 alpha-3 (code list COUNTRY); ZZZ not specified.',
    }),
    ...counting.keptInList(t),
  }),
})

builder.queryField('returns', (t) =>
  t.connection(
    {
      type: ExecutedReturn,
      nullable: true,
      access: 'return:read',
      description:
        'Executed returns of the children of whom the asker may know, the latest departure first, each a moment after it is recorded. None for who oversees bodies of a state: they are acts of INM, of which each child tells. Null when they cannot be read. Source: INM.',
      args: { filter: t.arg({ type: ReturnFilter, description: 'Which returns; all when left out.' }) },
      resolve: (_query, { filter, ...page }, context) =>
        listReturns(context.db.rows, wantedBy(filter ?? {}, context), page),
    },
    { name: 'ExecutedReturnConnection', description: 'A page of executed returns of many children.' },
    { name: 'ExecutedReturnEdge' },
  ),
)

builder.objectField(ExecutedReturn, 'child', (t) =>
  t.field({
    type: Child,
    nullable: true,
    access: 'child:read',
    description: 'Who was returned. Null when the child cannot be read.',
    resolve: ({ childId }) => ({ id: childId }),
  }),
)

function wantedBy(filter: Filter, { actor }: Context): ReturnsWanted {
  const { period, nationality, ageGroup, accompaniment } = checkLists(filter)
  return {
    state: stateAsked(filter.state),
    period: period ? checkPeriod(period) : null,
    kept: {
      standing: filter.standing ?? [],
      return_type: filter.returnType ?? [],
      destination: filter.destination ?? [],
      nationality: nationality ?? [],
      age_group: ageGroup ?? [],
      accompaniment: accompaniment ?? [],
    },
    sight: sightOf(actor),
    isOfOthers: MATRIX[actor.role].oversees === 'STATE',
  }
}
