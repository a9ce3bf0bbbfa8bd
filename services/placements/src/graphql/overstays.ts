/** What a partner may know: that a child is held where it must not be, under a word that leads nowhere (security.md 3.2). */
import { ofOwnStates, stateAsked } from '@vigia/kit/graph/counting'
import { keysetPage } from '@vigia/kit/graph/keyset'
import type { PageArgs } from '@vigia/kit/graph/page'
import { pseudonymsOf } from '@vigia/kit/seal/pseudonyms'
import type { OverstayKind as KindCode, OverstaySeverity as SeverityCode } from '@vigia/law/overstays'
import { builder } from '../builder.ts'
import type { Context } from '../context.ts'
import { countOverstays, type ListedOverstay, overstaysList } from '../store/list-overstays.ts'
import { OverstayKind, OverstaySeverity } from './codes.ts'

interface Told {
  /** For the audit alone: no field tells it. */
  childId: string
  kind: KindCode
  severity: SeverityCode
  since: Date
  state: string
  childRef: string
}

const Overstay = builder.objectRef<Told>('Overstay').implement({
  description:
    'A child is held now where the law forbids it (Ley de Migración art. 99, LRPCAP art. 20) or for 36 hours and more (SCJN AR 388/2022).',
  access: 'pseudonym:read',
  fields: (t) => ({
    kind: t.field({
      type: OverstayKind,
      description: 'Why the child must not be there.',
      resolve: ({ kind }) => kind,
    }),
    severity: t.field({
      type: OverstaySeverity,
      description: 'How grave it is, by the defaults of Vigía (A01, A02).',
      resolve: ({ severity }) => severity,
    }),
    since: t.expose('since', {
      type: 'DateTime',
      description:
        'The hour of the entry into that place, without minutes: by the minute two partners could tell which of their rows are of one child.',
    }),
    state: t.exposeString('state', { description: 'INEGI code of the federal entity of the place.' }),
    childRef: t.exposeString('childRef', {
      description:
        'Pseudonym of the child: the same in every answer to this partner, another for every other. No number of the child follows from it.',
    }),
  }),
})

interface Filter {
  state?: string | null
  kind?: KindCode[] | null
}

const OverstayFilter = builder.inputRef<Filter>('OverstayFilter').implement({
  description: 'Which of them are listed. What is left out, and a list that is empty, lets all through.',
  fields: (t) => ({
    state: t.id({
      description:
        'State of the place: INEGI or ISO code; "00" for all. FORBIDDEN for one that the agreement does not name.',
    }),
    kind: t.field({ type: [OverstayKind], description: 'Why the child must not be there.' }),
  }),
})

builder.queryField('overstays', (t) =>
  t.connection(
    {
      type: Overstay,
      nullable: true,
      access: 'pseudonym:read',
      description:
        'Children who are held now and must not be, in the states of the partner’s agreement, the longest first, and those of one hour in no order; 20 a page unless asked otherwise. A row is there as long as the stay goes on. Ley de Migración arts. 95, 98, 99, 112 I. Null when it cannot be read.',
      args: { filter: t.arg({ type: OverstayFilter, description: 'Which of them; all when left out.' }) },
      resolve: (_query, { filter, ...page }, context) => listed(filter ?? {}, page, context),
    },
    {
      name: 'OverstayConnection',
      description: 'A page of overstays.',
      fields: (t) => ({
        totalCount: t.int({
          description: 'Children held so in all pages.',
          resolve: (connection) => (connection as unknown as { total: () => Promise<number> }).total(),
        }),
      }),
    },
    { name: 'OverstayEdge' },
  ),
)

async function listed({ state, kind }: Filter, page: PageArgs, { db, actor, now }: Context) {
  const { refOf } = pseudonymsOf(actor)
  const asked = { state: ofOwnStates(stateAsked(state), actor), kinds: kind ?? [] }
  const wanted = { ...asked, asOf: now(), states: actor.states ?? [], order: refOf('order of overstays') }
  const { edges, pageInfo } = await keysetPage<ListedOverstay>(overstaysList(db.rows, wanted), page)
  const told = edges.map(({ cursor, node }) => ({ cursor, node: toldOf(node, refOf) }))
  return { edges: told, pageInfo, total: () => countOverstays(db.rows, wanted) }
}

/** Both kinds are critical (domain.md 2.2): at the entry into a place that the law forbids, elsewhere after 36 hours. */
function toldOf({ childId, kind, enteredIn, state }: ListedOverstay, refOf: (childId: string) => string): Told {
  return {
    childId,
    kind: kind === 'PROHIBITED' ? 'HELD_IN_PROHIBITED_PLACE' : 'HELD_OVER_36_HOURS',
    severity: 'CRITICAL',
    since: enteredIn,
    state,
    childRef: refOf(childId),
  }
}
