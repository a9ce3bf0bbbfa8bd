/** `/graphql/stream`: subscriptions as server-sent events, one connection each (graphql-sse). */
import type { Request, Response } from 'express'
import type { ExecutionArgs, GraphQLSchema } from 'graphql'

import { createHandler } from 'graphql-sse/lib/use/express'
import type { Admission, Admitted } from './admission.ts'
import { boardEvents } from './board-stream.ts'
import type { VersionSource } from './board-versions.ts'
import { graphRequestOf } from './graph-request.ts'
import { Refused } from './refused.ts'

export interface StreamDoorOptions {
  admission: Admission
  schema: GraphQLSchema
  versions: VersionSource
  isSynthetic: () => boolean
}

/** A screen on every desk of every office, with room to spare. A default of Vigía. */
const MOST_STREAMS = 5_000

export function createStreamDoor({ admission, schema, versions, isSynthetic }: StreamDoorOptions) {
  const admitted = new WeakMap<Request, Admitted>()
  let open = 0

  const handle = createHandler({
    authenticate: () => null, // No shared connections: each subscription has its own.
    onSubscribe: ({ raw }) => {
      const subscription = admitted.get(raw as Request) // what we put there below
      if (!subscription) throw new Error('A subscription came by another way than the door.')
      return argumentsOf(subscription)
    },
    onNext: (_context, _request, result) => {
      if (!isSynthetic()) return
      return { ...result, extensions: { ...result.extensions, synthetic: true } }
    },
  })

  function argumentsOf({ document, operationName, variables }: Admitted): ExecutionArgs & { contextValue: undefined } {
    const rootValue = { boardChanged: () => boardEvents(versions) }
    return { schema, document, operationName, variableValues: variables, rootValue, contextValue: undefined }
  }

  return async (request: Request, response: Response): Promise<void> => {
    const subscription = admission.admit(graphRequestOf(request), 'stream')
    if (request.headers.accept !== 'text/event-stream') {
      throw new Refused(406, 'NOT_ACCEPTABLE', 'Subscriptions are answered as text/event-stream.')
    }
    if (open >= MOST_STREAMS)
      throw new Refused(503, 'TOO_MANY_STREAMS', 'Too many screens are connected; ask again later.')
    open += 1
    response.once('close', () => {
      open -= 1
    })
    admitted.set(request, subscription)
    const { query, operationName, variables } = subscription
    request.body = { query, variables, ...(operationName === null ? {} : { operationName }) }
    await handle(request, response)
  }
}
