/** That figures changed. The gateway serves it from the versions themselves. */
import { Refusal } from '@vigia/kit/errors'
import { builder } from '../builder.ts'

interface BoardVersion {
  version: string
  asOf: Date
}

const BoardVersion = builder.objectRef<BoardVersion>('BoardVersion').implement({
  description: 'A version of all figures.',
  access: 'stats:read',
  fields: (t) => ({
    version: t.exposeString('version', {
      description: 'Versions of the figures of all services, in the order of their names: any change changes it.',
    }),
    asOf: t.expose('asOf', { type: 'DateTime', description: 'When the newest figures were counted.' }),
  }),
})

builder.subscriptionType({
  description: 'Served by the gateway: by WebSocket at /graphql, by server-sent events at /graphql/stream.',
})

builder.subscriptionField('boardChanged', (t) =>
  t.field({
    type: BoardVersion,
    access: 'stats:read',
    description: 'Tells the version of now at once, and each newer one as figures change: ask again then.',
    subscribe: (): AsyncIterable<BoardVersion> => {
      throw new Refusal(
        'NOT_FOUND',
        'Subscribe at the gateway: /graphql by WebSocket, /graphql/stream by server-sent events.',
      )
    },
    resolve: (version) => version,
  }),
)
