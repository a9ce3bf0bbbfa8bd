/**
 * `/graphql` by WebSocket, in the protocol of graphql-ws, whose library does init, ping, pong and complete; what is told goes past it,
 * written once for all who are told the same. A heartbeat every 15 seconds says how far each is.
 */
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { log } from '@vigia/kit/log'
import { MOST_SOCKETS_OF_ONE, MOST_SUBSCRIPTIONS_OF_A_SOCKET } from '@vigia/law/terms-of-partners'
import { type ExecutionArgs, GraphQLError, type GraphQLSchema } from 'graphql'
import { handleProtocols, makeServer } from 'graphql-ws'
import { type WebSocket, WebSocketServer } from 'ws'
import { graphRequestIn } from '../request/graph-request.ts'
import { Refused } from '../request/refused.ts'
import { newRequestId } from '../request/request-id.ts'
import { readJson } from '../request/strict-json.ts'
import type { Caller } from '../sign-in/caller.ts'
import type { Keeper } from '../sign-in/keeper.ts'
import type { Trust } from '../trusted/trust.ts'
import { Heartbeats } from './heartbeats.ts'
import { NotLetIn } from './not-let-in.ts'
import { openStreams } from './open-streams.ts'
import { CLOSE, Socket } from './socket.ts'
import type { Streams } from './streams.ts'

export interface SocketDoorOptions {
  streams: Streams
  keeper: Keeper
  trust: Trust
  heartbeatInMs: number
  schema: GraphQLSchema
}

/** security.md 9. */
const LARGEST_MESSAGE_BYTES = 64_000
const INIT_IN_MS = 3_000
/** A default of Vigía: 5,000 on two cores are promised. */
const MOST_SOCKETS = 10_000
/** Of one address, before they have shown a credential: whoever comes back with thousands at once is let in by turns. A default of Vigía. */
export const MOST_NOT_LET_IN_OF_ADDRESS = 200
const PATH = '/graphql'

/** What is known of a socket: who opened it, once he is let in. */
interface Extra {
  socket: Socket
  request: IncomingMessage
  caller: Caller | null
  /** It counts no more among those of its address who are not let in. */
  letIn: () => void
  forget: () => void
}

type Params = Readonly<Record<string, unknown>>

export class SocketDoor {
  readonly #options: SocketDoorOptions
  readonly #open
  readonly #sockets = new Set<Socket>()
  readonly #notLetIn = new NotLetIn(MOST_NOT_LET_IN_OF_ADDRESS)
  readonly #protocol
  readonly #wss = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: LARGEST_MESSAGE_BYTES,
    handleProtocols,
  })
  readonly #heartbeats

  constructor(options: SocketDoorOptions) {
    this.#options = options
    this.#open = openStreams(options.keeper)
    this.#heartbeats = new Heartbeats(options.heartbeatInMs)
    this.#protocol = makeServer<Params, Extra>({
      connectionInitWaitTimeout: INIT_IN_MS,
      onConnect: ({ connectionParams, extra }) => this.#letIn(extra, connectionParams ?? {}),
      onSubscribe: ({ extra, subscriptions }, id, payload) => {
        if (Object.keys(subscriptions).length <= MOST_SUBSCRIPTIONS_OF_A_SOCKET)
          return this.#subscribe(extra, id, payload)
        extra.socket.close(CLOSE.TOO_MANY, 'TOO_MANY_SUBSCRIPTIONS')
        return [new GraphQLError(`${MOST_SUBSCRIPTIONS_OF_A_SOCKET} subscriptions are the most of one socket.`)]
      },
      subscribe: ({ rootValue }) => rootValue as AsyncIterableIterator<never>, // What #subscribe put there.
    })
  }

  /** Takes over a connection that asks to become a socket. */
  readonly upgrade = (request: IncomingMessage, raw: Duplex, head: Buffer): void => {
    try {
      if (new URL(request.url ?? '', 'http://gateway').pathname !== PATH)
        throw new Refused(404, 'NOT_FOUND', `There is nothing at this address: sockets are opened at ${PATH}.`)
      this.#options.keeper.refuseForeignStream(request)
      if (this.#sockets.size >= MOST_SOCKETS || !this.#notLetIn.hasRoomFor(this.#options.keeper.addressOf(request)))
        throw new Refused(503, 'TOO_MANY_STREAMS', 'Too many screens are connected; ask again later.')
      this.#wss.handleUpgrade(request, raw, head, (ws) => this.#opened(ws, request, raw))
    } catch (error) {
      turnAway(raw, error)
    }
  }

  /** Tells every socket to come back, at another gateway or at this one when it runs again. */
  readonly hangUp = (): void => {
    this.#heartbeats.stop()
    this.#open.stop()
    for (const socket of this.#sockets) socket.close(CLOSE.RESTART, 'RESTART')
  }

  #opened(ws: WebSocket, request: IncomingMessage, raw: Duplex): void {
    const socket = new Socket(ws, raw)
    const letIn = this.#notLetIn.add(this.#options.keeper.addressOf(request))
    const extra: Extra = { socket, request, caller: null, letIn, forget: () => {} }
    this.#sockets.add(socket)
    this.#heartbeats.add(socket)
    const onMessage = (take: (text: string) => Promise<void>) =>
      ws.on('message', (bytes) => {
        if (!socket.heard()) return
        void taken(String(bytes), take).catch((error: unknown) => {
          log.error({ fault: error }, 'a message of a socket failed')
          socket.close(CLOSE.DEFECT, 'INTERNAL')
        })
      })
    const closed = this.#protocol.opened(
      {
        protocol: ws.protocol,
        send: (text) => socket.say(text),
        close: (code = CLOSE.RESTART, reason = '') => socket.close(code, reason),
        onMessage,
      },
      extra,
    )
    ws.on('ping', () => socket.heard())
    ws.on('error', () => {}) // It closes by itself, with the code that says why.
    ws.once('close', (code, reason) => {
      this.#sockets.delete(socket)
      this.#heartbeats.delete(socket)
      extra.letIn()
      extra.forget()
      void closed(code, String(reason))
    })
  }

  async #letIn(extra: Extra, params: Params): Promise<boolean> {
    const { request, socket } = extra
    try {
      const caller = await this.#options.keeper.identifySocket({ request, ...credentialsIn(params) })
      if (this.#open.countOf(caller) >= MOST_SOCKETS_OF_ONE) {
        socket.close(CLOSE.TOO_MANY, 'TOO_MANY_SOCKETS')
        return false
      }
      extra.caller = caller
      extra.letIn()
      extra.forget = this.#open.add(caller, (why) => socket.cut(why))
      if (!socket.isOpen) extra.forget()
      return true
    } catch (error) {
      const refused = error instanceof Refused ? error : null
      if (!refused) log.error({ fault: error }, 'a socket could not be let in')
      const isForGood = refused !== null && !isForLater(refused)
      socket.close(isForGood ? CLOSE.UNAUTHENTICATED : CLOSE.LATER, refused?.code ?? 'INTERNAL')
      return false
    }
  }

  async #subscribe({ caller, socket }: Extra, id: string, payload: object): Promise<ExecutionArgs | GraphQLError[]> {
    const { streams, trust, schema } = this.#options
    const requestId = newRequestId()
    try {
      if (!caller) throw new Error('Nobody was let in at this socket.')
      const admitted = await streams.admit(graphRequestIn({ ...payload }, trust.textOf), caller)
      const subscription = socket.subscription(id)
      const opening = streams.open(admitted, caller, subscription.outlet)
      opening.catch(() => socket.forget(subscription))
      const subscribed = await opening
      const rootValue = lasting(() => socket.stop(id))
      socket.begin(subscription, subscribed)
      return { schema, document: admitted.document, operationName: admitted.operationName, rootValue }
    } catch (error) {
      // An error of the protocol would end the subscription for good; whoever is hung up on comes back.
      if (isForLater(error)) socket.close(CLOSE.LATER, error.code)
      return refusalOf(error, requestId)
    }
  }
}

/** What is no JSON of a kind that a registry takes is no message: the protocol closes on it with 4400. */
async function taken(text: string, take: (text: string) => Promise<void>): Promise<void> {
  try {
    readJson(text)
  } catch {
    return take('')
  }
  return take(text)
}

/** Named as headers are, in whichever case: many programs write them with a capital. */
function credentialsIn(params: Params): { authorization?: string; dpop?: string } {
  const texts = Object.entries(params).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name.toLowerCase(), value] as const] : [],
  )
  const { authorization, dpop } = Object.fromEntries(texts)
  return { ...(authorization !== undefined && { authorization }), ...(dpop !== undefined && { dpop }) }
}

/** What is refused now, and would not be in a moment. */
const isForLater = (error: unknown): error is Refused => error instanceof Refused && error.status === 503

function refusalOf(error: unknown, requestId: string): GraphQLError[] {
  if (!(error instanceof Refused)) {
    log.error({ requestId, fault: error }, 'a subscription failed')
    return [new GraphQLError('Something went wrong here.', { extensions: { code: 'INTERNAL', requestId } })]
  }
  const { faults, code, besides } = error
  return faults.map(
    ({ message, path }) =>
      new GraphQLError(message, { ...(path ? { path } : {}), extensions: { ...besides.extensions, code, requestId } }),
  )
}

/** What the library waits for until the subscription is over. Not a generator: its `return()` would wait as well. */
function lasting(stop: () => void): AsyncIterableIterator<never> {
  const { promise, resolve } = Promise.withResolvers<IteratorResult<never>>()
  const end = async (): Promise<IteratorResult<never>> => {
    stop()
    resolve({ value: undefined, done: true })
    return promise
  }
  return {
    [Symbol.asyncIterator]() {
      return this
    },
    next: () => promise,
    return: end,
    throw: end,
  }
}

function turnAway(raw: Duplex, error: unknown): void {
  const { status, code, message } =
    error instanceof Refused ? error : new Refused(500, 'INTERNAL', 'Something went wrong here.')
  const body = JSON.stringify({ errors: [{ message, extensions: { code } }] })
  raw.end(
    `HTTP/1.1 ${status} Refused\r\nconnection: close\r\ncontent-type: application/json; charset=utf-8\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  )
}
