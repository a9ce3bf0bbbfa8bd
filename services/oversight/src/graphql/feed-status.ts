/** How the deliveries of an authority stand. */
import { builder } from '../builder.ts'
import type { FeedStatus } from '../store/feed-store.ts'
import { ReportingStatus } from './enums.ts'
import { State } from './state.ts'

const FeedStatusType = builder.objectRef<FeedStatus>('FeedStatus').implement({
  description: 'A kind of file that is due, and how its delivery stands (LGDNNA art. 99).',
  access: 'stats:read',
  fields: (t) => ({
    feed: t.exposeString('feed', { description: 'Service and kind of file: representation/protection-cases.' }),
    source: t.exposeString('source', {
      description: 'Code of the authority that is due to send it (code list AUTHORITY).',
    }),
    lastCutoff: t.expose('lastCutoff', {
      type: 'Date',
      nullable: true,
      description: 'Last day told of; of the nation, the latest of any state. Null when nothing was ever sent.',
    }),
    lastReceivedAt: t.expose('lastReceivedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When that file was taken in. Null when nothing was ever sent.',
    }),
    status: t.expose('status', { type: ReportingStatus, description: 'How the delivery stands now.' }),
    lagDays: t.exposeInt('lagDays', {
      nullable: true,
      description: 'Days from the last day told of to today. Null when nothing was ever sent.',
    }),
    statesBehind: t.exposeInt('statesBehind', {
      description: 'States of which it is not ON_TIME: 0 or 1 of a state, 0 to 32 of the nation.',
    }),
    asOf: t.field({
      type: 'DateTime',
      description: 'The instant at which the delivery stood so: of the answer, for it grows late by time alone.',
      resolve: (_status, _args, { now }) => now(),
    }),
  }),
})

builder.objectFields(State, (t) => ({
  reporting: t.field({
    type: [FeedStatusType],
    nullable: true,
    access: 'stats:read',
    description: 'How the deliveries stand that are due of the state. Null when it cannot be read.',
    resolve: ({ code }, _args, { feeds, now }) => feeds.reporting(code, now()),
  }),
}))
