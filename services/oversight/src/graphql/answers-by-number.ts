/** What INM answers by its own numbers, since it may know of no alert; and the list of it for who oversees. */
import { trailOf } from '@vigia/kit/audit/trail'
import { instantsAsked, type Period, stateAsked } from '@vigia/kit/graph/counting'
import { answerByNumber } from '../actions/answer-by-number.ts'
import { builder, counting } from '../builder.ts'
import { answersPage, type NumberedAnswer } from '../store/answer-store.ts'

const AnswerByNumber = builder.objectRef<NumberedAnswer>('AnswerByNumber').implement({
  description:
    'What INM answers to what was found about a number of its own: of a detection or a return. Source: who wrote it, in this registry.',
  access: 'oversight:read',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Id of the answer, of this registry.' }),
    number: t.exposeString('number', {
      description: 'The number, in capitals; the registry does not say whether there is one.',
    }),
    text: t.exposeString('words', { description: 'The answer, in the words of who wrote it.' }),
    by: t.exposeString('author', { description: 'Who wrote it, as sign-in knows the account.' }),
    office: t.exposeString('authorOffice', {
      nullable: true,
      description: 'For which office; null when it names none.',
    }),
    at: t.expose('at', { type: 'DateTime', description: 'When it was written down.' }),
  }),
})

interface Filter {
  number?: string | null
  state?: string | null
  period?: Period | null
}

const AnswerByNumberFilter = builder.inputRef<Filter>('AnswerByNumberFilter').implement({
  description: 'Which answers are listed. What is left out lets all through.',
  fields: (t) => ({
    number: t.string({ description: 'Those to one number alone, as INM writes it.' }),
    state: t.id({ description: 'Of INM offices of this state: INEGI or ISO code; "00" for all.' }),
    period: t.field({ type: counting.period, description: 'Local days on which they were written down.' }),
  }),
})

const wantedBy = ({ number, state, period }: Filter) => ({
  number: number ? number.trim().toUpperCase() : null,
  state: stateAsked(state),
  written: instantsAsked(period),
})

builder.queryField('answersByNumber', (t) =>
  t.connection(
    {
      type: AnswerByNumber,
      nullable: true,
      access: 'oversight:read',
      description:
        'Answers of INM offices of the states that the asker oversees, the latest first. Null when they cannot be read.',
      args: { filter: t.arg({ type: AnswerByNumberFilter, description: 'Which answers; all when left out.' }) },
      resolve: (_query, { filter, ...page }, { db, actor }) =>
        answersPage(db.rows, wantedBy(filter ?? {}), actor, page),
    },
    { name: 'AnswerByNumberConnection', description: 'A page of answers by the numbers of INM.' },
    { name: 'AnswerByNumberEdge' },
  ),
)

const AnswerByNumberInput = builder.inputType('AnswerByNumberInput', {
  description: 'Which number of one’s own is answered for, and what is said.',
  fields: (t) => ({
    number: t.string({ required: true, description: 'The number of a detection or a return, as INM wrote it.' }),
    text: t.string({
      required: true,
      description: 'What is said: 10 characters at least and 500 at most, one line.',
    }),
    key: t.string({
      description:
        'Of the choice of who asks, 8 to 100 characters: the same once more does nothing again; something else under it is IDEMPOTENCY_MISMATCH.',
    }),
  }),
})

const AnswerByNumberPayload = builder.objectRef<{ number: string; at: Date }>('AnswerByNumberPayload').implement({
  description: 'What is kept of the answer: the same for any number. Source: the registry itself.',
  access: 'alert:answer',
  fields: (t) => ({
    number: t.exposeString('number', { description: 'The number, in capitals, as it was written.' }),
    at: t.expose('at', { type: 'DateTime', description: 'When it was written down.' }),
  }),
})

builder.mutationField('answerByNumber', (t) =>
  t.field({
    type: AnswerByNumberPayload,
    nullable: true,
    access: 'alert:answer',
    description:
      'Keeps what INM answers by a number of its own, for who oversees it. The answer is the same whether there is such a number, and an alert, or not. Null with an error: FORBIDDEN for others, who answer the alert.',
    args: {
      input: t.arg({ type: AnswerByNumberInput, required: true, description: 'Which number, and what is said.' }),
    },
    resolve: (_mutation, { input }, context) => {
      const { number, text: words, key } = input
      const answering = {
        db: context.db,
        actor: context.actor,
        now: context.now(),
        requestId: trailOf(context).requestId,
      }
      return answerByNumber(answering, { number, words, key: key ?? null })
    },
  }),
)
