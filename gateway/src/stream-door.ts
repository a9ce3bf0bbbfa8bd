/** `/graphql/stream`: subscriptions as server-sent events, one connection each (graphql-sse). */
import type { Request, Response } from 'express'
import type { ExecutionArgs, GraphQLSchema } from 'graphql'

import { createHandler } from 'graphql-sse/lib/use/express'
import { refuseWhatIsClosed } from './access.ts'
import type { Admission, Admitted } from './admission.ts'
import { boardEvents } from './board-stream.ts'
import type { VersionSource } from './board-versions.ts'
import type { Gateway } from './gateway.ts'
import { graphRequestOf } from './graph-request.ts'
import { Refused } from './refused.ts'
import type { Caller } from './sign-in/caller.ts'
import type { Keeper } from './sign-in/keeper.ts'
import type { Trust } from './trusted/trust.ts'

export interface StreamDoorOptions {
  admission: Admission
  trust: Trust
  gateway: Gateway
  schema: GraphQLSchema
  versions: VersionSource
  keeper: Keeper
  isSynthetic: () => boolean
}

/** A screen on every desk of every office, with room to spare. A default of Vigía. */
const MOST_STREAMS = 5_000
/** So that nobody takes the room of all others: five sockets of ten subscriptions each (security.md 9). */
const MOST_OF_ONE = 50

export function createStreamDoor(options: StreamDoorOptions) {
  const { admission, trust, gateway, schema, versions, keeper, isSynthetic } = options
  const admitted = new WeakMap<Request, Admitted>()
  const open = openStreams(keeper)

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
    const caller = await keeper.identify(request)
    const subscription = admission.admit(graphRequestOf(request, trust.textOf), 'stream')
    trust.require(subscription.document, caller.actor)
    refuseWhatIsClosed({ faultOf: gateway.closedTo }, subscription, caller.actor)
    if (request.headers.accept !== 'text/event-stream') {
      throw new Refused(406, 'NOT_ACCEPTABLE', 'Subscriptions are answered as text/event-stream.')
    }
    if (open.countOf(caller) >= MOST_OF_ONE)
      throw new Refused(429, 'TOO_MANY_STREAMS', `${MOST_OF_ONE} streams at once are the most: close one.`)
    if (open.count() >= MOST_STREAMS)
      throw new Refused(503, 'TOO_MANY_STREAMS', 'Too many screens are connected; ask again later.')
    open.add(caller, response)
    admitted.set(request, subscription)
    const { query, operationName, variables } = subscription
    request.body = { query, variables, ...(operationName === null ? {} : { operationName }) }
    await handle(request, response)
  }
}

/** A session may end unheard, or by its time alone. */
const LOOK_EVERY_MS = 2_000

/** Streams under way, each cut within moments of the end of what let it in. */
function openStreams(keeper: Keeper) {
  const callers = new Map<Response, Caller>()
  let timer: NodeJS.Timeout | undefined

  /** All are asked about at once: one answer that is long in coming keeps no other stream open. */
  async function cutEnded(): Promise<void> {
    const cut = async ([response, caller]: [Response, Caller]) => {
      const isOver = await keeper.isOver(caller).catch(() => true)
      if (isOver) response.end()
    }
    await Promise.all([...callers].map(cut))
  }
  keeper.onEnd(() => void cutEnded())

  return {
    count: () => callers.size,
    countOf: ({ actor: { sub } }: Caller) => [...callers.values()].filter(({ actor }) => actor.sub === sub).length,
    add(caller: Caller, response: Response): void {
      if (response.closed) return // Who left while he was looked up is not told of any more.
      callers.set(response, caller)
      timer ??= setInterval(() => void cutEnded(), LOOK_EVERY_MS).unref()
      response.once('close', () => {
        callers.delete(response)
        if (callers.size > 0) return
        clearInterval(timer)
        timer = undefined
      })
    },
  }
}
