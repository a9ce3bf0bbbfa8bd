/** The log of breaches of the security of personal data (LGPDPPSO arts. 33, 34; A38), and the acts by which it is kept. */

import { trailOf } from '@vigia/kit/audit/trail'
import { Refusal } from '@vigia/kit/errors'
import { instantsAsked, type Period, stateAsked } from '@vigia/kit/graph/counting'
import type { Authority as AuthorityCode } from '@vigia/law/authorities'
import { tellMoreOfBreach, tellOfBreach } from '../actions/tell-of-breach.ts'
import type { Telling } from '../actions/tell-of-secretariat.ts'
import { builder, counting } from '../builder.ts'
import type { Context } from '../context.ts'
import { type BreachRow, breachesPage } from '../store/breach-store.ts'
import { Authority } from './enums.ts'
import { State } from './state.ts'

const Breach = builder.objectRef<BreachRow>('Breach').implement({
  description:
    'A breach of the security of personal data of children, as it stands in the log. It names nobody. Source: who wrote it, in this registry.',
  access: 'oversight:read',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Id of the breach, of this registry.' }),
    authority: t.expose('authority', { type: Authority, description: 'Whose data they were: who owes the notice.' }),
    states: t.field({
      type: [State],
      nullable: true,
      description: 'Of whose children they were, at most 32. Null only when the states cannot be read.',
      resolve: ({ states }) => states.map((code) => ({ code })),
    }),
    foundAt: t.expose('foundAt', {
      type: 'DateTime',
      description: 'When it was found: from then on the notice is owed.',
    }),
    words: t.exposeString('words', { description: 'What happened, in the words of who wrote it down.' }),
    by: t.exposeString('author', { description: 'Who wrote it down, as sign-in knows the account.' }),
    at: t.expose('at', { type: 'DateTime', description: 'When it was written down.' }),
    toldAt: t.expose('toldAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When those concerned and the authority that watches over data were told; null while they were not.',
    }),
    notice: t.exposeString('toldWords', {
      nullable: true,
      description: 'How they were told; null while they were not.',
    }),
    withdrawnAt: t.expose('noneAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was found to be none; null where it was not.',
    }),
    withdrawnReason: t.exposeString('noneWords', {
      nullable: true,
      description: 'Why it was none; null where it was one.',
    }),
  }),
})

interface Filter {
  state?: string | null
  period?: Period | null
  authority?: AuthorityCode[] | null
  isOwed?: boolean | null
}

const BreachFilter = builder.inputRef<Filter>('BreachFilter').implement({
  description: 'Which breaches are listed. What is left out, and a list that is empty, lets all through.',
  fields: (t) => ({
    state: t.id({ description: 'Of children of this state: INEGI or ISO code; "00" for all.' }),
    period: t.field({ type: counting.period, description: 'Local days on which they were found.' }),
    authority: t.field({ type: [Authority], description: 'Whose data they were.' }),
    isOwed: t.boolean({
      description:
        'True for those of which nobody concerned was told yet, false for those that were told, or were none.',
    }),
  }),
})

builder.queryField('breaches', (t) =>
  t.connection(
    {
      type: Breach,
      nullable: true,
      access: 'oversight:read',
      description:
        'The log of breaches, of the states that the asker oversees, the one written down last first. Null when it cannot be read.',
      args: { filter: t.arg({ type: BreachFilter, description: 'Which breaches; all when left out.' }) },
      resolve: (_query, { filter, ...page }, { db, actor }) =>
        breachesPage(db.rows, wantedBy(filter ?? {}), actor, page),
    },
    { name: 'BreachConnection', description: 'A page of the log of breaches.' },
    { name: 'BreachEdge' },
  ),
)

const wantedBy = ({ state, period, authority, isOwed }: Filter) => ({
  ...{ state: stateAsked(state), found: instantsAsked(period), authorities: authority ?? [], isOwed: isOwed ?? null },
})

const BreachPayload = builder.objectRef<BreachRow>('BreachPayload').implement({
  description: 'The breach as it stands in the log now. Source: the registry itself.',
  access: 'oversight:read',
  fields: (t) => ({
    breach: t.field({ type: Breach, description: 'With what was written down.', resolve: (breach) => breach }),
  }),
})

const tellingOf = (context: Context): Telling => ({
  ...{ db: context.db, actor: context.actor, now: context.now(), requestId: trailOf(context).requestId },
})

const WORDS = 'one line, 20 characters at least and 500 at most, and nobody’s name'

const RecordBreachInput = builder.inputType('RecordBreachInput', {
  description: 'What was found; it holds at most 100 values.',
  fields: (t) => ({
    authority: t.field({ type: Authority, required: true, description: 'Whose data they were.' }),
    states: t.idList({ required: true, description: 'Of whose children: INEGI or ISO codes of states, one at least.' }),
    foundAt: t.field({ type: 'DateTime', required: true, description: 'When it was found: now or before.' }),
    words: t.string({ required: true, description: `What happened: ${WORDS}.` }),
    key: t.string({
      description:
        'Of the choice of who asks, 8 to 100 characters: the same once more writes nothing again (CONFLICT: it stands in the list); something else under it is IDEMPOTENCY_MISMATCH.',
    }),
  }),
})

/** Whoever means the nation names its states: it would be left out without a word. */
function stateOfIts(code: string | number): string {
  const state = stateAsked(String(code))
  if (state === null) throw new Refusal('BAD_USER_INPUT', 'Name each state by its code: "00" is none of them.')
  return state
}

builder.mutationField('recordBreach', (t) =>
  t.field({
    type: BreachPayload,
    nullable: true,
    access: 'breach:record',
    description:
      'Writes a breach down: each of its states has an alert until those concerned are told. Null with an error: FORBIDDEN for states of others.',
    args: { input: t.arg({ type: RecordBreachInput, required: true, description: 'What was found, where, when.' }) },
    resolve: (_mutation, { input }, context) => {
      const { authority, foundAt, words, key } = input
      const states = input.states.map(stateOfIts)
      return tellOfBreach(tellingOf(context), { authority, states, foundAt, words, key: key ?? null })
    },
  }),
)

const RecordBreachNoticeInput = builder.inputType('RecordBreachNoticeInput', {
  description: 'That those concerned by a breach were told.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'The id of the breach.' }),
    toldAt: t.field({ type: 'DateTime', required: true, description: 'When: not before it was found.' }),
    words: t.string({ required: true, description: `Who was told and how: ${WORDS}.` }),
  }),
})

builder.mutationField('recordBreachNotice', (t) =>
  t.field({
    type: BreachPayload,
    nullable: true,
    access: 'breach:record',
    description:
      'Tells that those concerned and the authority that watches over data were told of a breach, which ends its alerts, in each of its states. Null with an error: NOT_FOUND for one of other states, FORBIDDEN for one that is also of states of others.',
    args: { input: t.arg({ type: RecordBreachNoticeInput, required: true, description: 'Of which, when and how.' }) },
    resolve: (_mutation, { input: { id, toldAt, words } }, context) =>
      tellMoreOfBreach(tellingOf(context), { id: String(id), entry: 'TOLD', happenedAt: toldAt, words }),
  }),
)

const WithdrawBreachInput = builder.inputType('WithdrawBreachInput', {
  description: 'Which breach was found to be none, and why.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'The id of the breach.' }),
    reason: t.string({ required: true, description: `Why it was none: ${WORDS}.` }),
  }),
})

builder.mutationField('withdrawBreach', (t) =>
  t.field({
    type: BreachPayload,
    nullable: true,
    access: 'breach:record',
    description:
      'Tells that what was written down was no breach: its alerts are resolved, and the log keeps it. Null with an error: NOT_FOUND for one of other states, FORBIDDEN for one that is also of states of others.',
    args: { input: t.arg({ type: WithdrawBreachInput, required: true, description: 'Which, and why it was none.' }) },
    resolve: (_mutation, { input: { id, reason } }, context) => {
      const telling = tellingOf(context)
      return tellMoreOfBreach(telling, { id: String(id), entry: 'NONE', happenedAt: telling.now, words: reason })
    },
  }),
)
