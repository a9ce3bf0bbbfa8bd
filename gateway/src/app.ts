/** The HTTP face of Vigía: which address is answered by what, and how a fault is told. */
import { HEARTBEAT_IN_MS } from '@vigia/law/terms-of-partners'
import express, { type ErrorRequestHandler, type Router } from 'express'
import type { GraphQLSchema } from 'graphql'
import type { Logger } from 'pino'
import { createAdmission } from './graph/admission.ts'
import type { Gateway } from './graph/gateway.ts'
import type { Openings } from './graph/openings.ts'
import { type Check, live, ready } from './health.ts'
import type { UnderWay } from './limits/under-way.ts'
import { createPages } from './pages.ts'
import { marked, refusal } from './request/answer.ts'
import type { VersionSource } from './request/board-versions.ts'
import { readBodyFor, requestFaults } from './request/body.ts'
import { ByteCache } from './request/byte-cache.ts'
import { createGraphDoor } from './request/graph-door.ts'
import { alwaysSend, securityHeaders } from './request/headers.ts'
import { createHotDoor } from './request/hot-door.ts'
import type { Refusals } from './request/refusals.ts'
import { Refused } from './request/refused.ts'
import { numberRequest, requestIdOf } from './request/request-id.ts'
import type { AssembledSignIn } from './sign-in/assemble-sign-in.ts'
import type { Inside } from './start/waiting-page.ts'
import type { Alerts } from './subscriptions/alerts-in.ts'
import { createSseDoor, type SseDoorOptions } from './subscriptions/over-sse.ts'
import { SocketDoor } from './subscriptions/over-websocket.ts'
import { createStreams } from './subscriptions/streams.ts'
import { trustIn } from './trusted/trust.ts'

export interface AppOptions {
  gateway: Gateway
  /** As clients see it, with scalars that know a date. */
  schema: GraphQLSchema
  versions: VersionSource
  /** What happens to them, and who is told of it. */
  alerts: Alerts
  /** Between two words to those who follow, where a test has no time to wait. */
  heartbeatInMs?: number
  refusals: Pick<Refusals, 'tell'>
  /** What is served at /exports. */
  exportDoors: Router
  openings: Omit<Openings, 'stop'>
  isSynthetic: () => boolean
  signIn: Pick<AssembledSignIn, 'keeper' | 'doors' | 'rates'>
  /** What of each account is worked on, by whichever door it came. */
  underWay: UnderWay
  checks: Readonly<Record<string, Check>>
  /** Where the built dashboard lies. */
  pagesFolder: string
  isProduction: boolean
  /** Texts of the documents that are answered to everybody; in production no others are. */
  documents: readonly string[]
  requestInMs: number
  log: Logger
}

/** What answers requests, and what takes over the connections that become sockets. */
export interface App extends Inside {
  stop: () => void
}

export function createApp(options: AppOptions): App {
  const { gateway, schema, versions, refusals, openings, isSynthetic, isProduction, requestInMs, underWay } = options
  const { keeper, rates } = options.signIn
  const admission = createAdmission(schema, { introspection: !isProduction })
  const trust = trustIn({ documents: options.documents, isClosed: isProduction })
  const pages = createPages(options.pagesFolder, { explorer: !isProduction })
  const headers = securityHeaders({ isProduction })
  const cache = new ByteCache(versions)
  const door = createGraphDoor({
    admission,
    trust,
    gateway,
    cache,
    keeper,
    rates,
    underWay,
    refusals,
    openings,
    isSynthetic,
    requestInMs,
  })

  const streams = createStreams({ ...options, ...options.alerts, admission, trust, rates })
  const heartbeatInMs = options.heartbeatInMs ?? HEARTBEAT_IN_MS
  const { events, upgrade, hangUp } = streamDoors({ streams, keeper, trust, heartbeatInMs }, schema)

  const app = express()
  app.disable('x-powered-by')
  app.disable('etag')
  app.use(numberRequest, alwaysSend(headers, isSynthetic))
  app.get('/health/live', live)
  app.get('/health/ready', ready(options.checks))
  app.use(options.signIn.doors)
  app.use('/exports', options.exportDoors)
  app.all('/graphql/stream', readBodyFor(keeper), events)
  app.all('/graphql', pages.explorer, readBodyFor(keeper), door.handle)
  app.use(pages.dashboard, pages.nowhere)
  app.use(() => {
    throw new Refused(404, 'NOT_FOUND', 'There is nothing at this address.')
  })
  app.use(requestFaults, tell(options))
  const listener = createHotDoor({ door, keeper, headers, isSynthetic, otherwise: app })
  return { listener, upgrade, hangUp, stop: streams.stop }
}

/** Both ways by which subscriptions are told, and how all of them end at once. */
function streamDoors(doors: SseDoorOptions, schema: GraphQLSchema) {
  const [events, sockets] = [createSseDoor(doors), new SocketDoor({ ...doors, schema })]
  const hangUp = () => {
    sockets.hangUp()
    events.hangUp()
  }
  return { events: events.handle, upgrade: sockets.upgrade, hangUp }
}

/** Whatever goes wrong is told in JSON: in our words when the caller can mend it, else by a number to ask about. */
function tell({ isSynthetic, log }: AppOptions): ErrorRequestHandler {
  return (error: unknown, request, response, _next) => {
    const requestId = requestIdOf(request)
    const cause = error instanceof Refused ? error.cause : error
    // Of whoever is refused, as with a token that is over, nobody need be woken.
    const level = error instanceof Refused && error.status < 500 ? 'info' : 'error'
    if (cause !== undefined) log[level]({ requestId, fault: cause }, 'a request failed')
    if (response.headersSent) {
      response.destroy()
      return
    }
    const refused = error instanceof Refused ? error : new Refused(500, 'INTERNAL', 'Something went wrong here.')
    for (const header of ['content-encoding', 'etag']) response.removeHeader(header)
    if (refused.status === 405) response.setHeader('allow', 'GET, POST')
    for (const [name, value] of Object.entries(refused.besides.headers ?? {})) response.setHeader(name, value)
    response.setHeader('cache-control', 'no-store')
    response.setHeader('content-type', `${formOf(request.headers.accept)}; charset=utf-8`)
    response
      .status(refused.status)
      .send(Buffer.from(JSON.stringify(marked(refusal(refused, requestId), isSynthetic()))))
  }
}

const formOf = (accept: string | undefined): string =>
  accept?.includes('application/graphql-response+json') ? 'application/graphql-response+json' : 'application/json'
