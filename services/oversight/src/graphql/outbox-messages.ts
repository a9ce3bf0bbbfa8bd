/** The letters that the registry wrote to offices. */
import { instantsAsked, type Period, stateAsked } from '@vigia/kit/graph/counting'
import { builder, counting } from '../builder.ts'
import { lettersPage, type Mail } from '../store/mail-store.ts'

const OutboxMessage = builder.objectRef<Mail>('OutboxMessage').implement({
  description: 'A letter to an office: numbers, states and a link, and nobody’s name. Source: the registry itself.',
  access: 'message:read',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Id of the letter, of this registry.' }),
    recipient: t.exposeString('recipient', { description: 'To which office: its role and state; or whose endpoint.' }),
    address: t.exposeString('address', {
      nullable: true,
      description: 'Its address; null where none is known: MAIL_TO names them.',
    }),
    subject: t.exposeString('subject', { description: 'What it is about, in Spanish.' }),
    body: t.exposeString('body', { description: 'The letter, in Spanish and in English.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was written.' }),
    sentAt: t.expose('sentAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When the server of mail took it; null where it was not sent: without SMTP_URL none is.',
    }),
  }),
})

interface Filter {
  state?: string | null
  period?: Period | null
  isSent?: boolean | null
}

const OutboxMessageFilter = builder.inputRef<Filter>('OutboxMessageFilter').implement({
  description: 'Which letters are listed. What is left out lets all through.',
  fields: (t) => ({
    state: t.id({ description: 'On alerts of this state: INEGI or ISO code; "00" for all.' }),
    period: t.field({ type: counting.period, description: 'Local days on which they were written.' }),
    isSent: t.boolean({ description: 'True for those that a server of mail took, false for those that none has.' }),
  }),
})

const lettersWanted = ({ state, period, isSent }: Filter) => ({
  ...{ state: stateAsked(state), written: instantsAsked(period), isSent: isSent ?? null },
})

builder.queryField('outboxMessages', (t) =>
  t.connection(
    {
      type: OutboxMessage,
      nullable: true,
      access: 'message:read',
      description:
        'Letters that the registry wrote, the latest first; 20 a page unless asked otherwise. Null when they cannot be read.',
      args: { filter: t.arg({ type: OutboxMessageFilter, description: 'Which letters; all when left out.' }) },
      resolve: (_query, { filter, ...page }, { db }) => lettersPage(db.pool, lettersWanted(filter ?? {}), page),
    },
    { name: 'OutboxMessageConnection', description: 'A page of letters that were written to offices.' },
    { name: 'OutboxMessageEdge' },
  ),
)
