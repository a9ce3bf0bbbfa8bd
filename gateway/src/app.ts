/** The HTTP face of Vigía: which address is answered by what, and how a fault is told. */
import type { RequestListener } from 'node:http'
import express, { type ErrorRequestHandler } from 'express'
import type { GraphQLSchema } from 'graphql'
import type { Logger } from 'pino'
import { createAdmission } from './admission.ts'
import { marked, refusal } from './answer.ts'
import type { VersionSource } from './board-versions.ts'
import { readBody, requestFaults } from './body.ts'
import { ByteCache } from './byte-cache.ts'
import type { Gateway } from './gateway.ts'
import { createGraphDoor } from './graph-door.ts'
import { alwaysSend, securityHeaders } from './headers.ts'
import { type Check, live, ready } from './health.ts'
import { createHotDoor } from './hot-door.ts'
import { createPages } from './pages.ts'
import { Refused } from './refused.ts'
import { numberRequest, requestIdOf } from './request-id.ts'
import { createStreamDoor } from './stream-door.ts'

export interface AppOptions {
  gateway: Gateway
  /** As clients see it, with scalars that know a date. */
  schema: GraphQLSchema
  versions: VersionSource
  isSynthetic: () => boolean
  checks: Readonly<Record<string, Check>>
  /** Where the built dashboard lies. */
  pagesFolder: string
  isProduction: boolean
  requestInMs: number
  log: Logger
}

export function createApp(options: AppOptions): RequestListener {
  const { gateway, schema, versions, isSynthetic, isProduction, requestInMs } = options
  const admission = createAdmission(schema, { introspection: !isProduction })
  const pages = createPages(options.pagesFolder, { explorer: !isProduction })
  const headers = securityHeaders({ isProduction })
  const cache = new ByteCache(versions)
  const door = createGraphDoor({ admission, gateway, cache, isSynthetic, requestInMs })

  const app = express()
  app.disable('x-powered-by')
  app.disable('etag')
  app.use(numberRequest, alwaysSend(headers, isSynthetic))
  app.get('/health/live', live)
  app.get('/health/ready', ready(options.checks))
  app.all('/graphql/stream', readBody, createStreamDoor({ admission, schema, versions, isSynthetic }))
  app.all('/graphql', pages.explorer, readBody, door.handle)
  app.use(pages.dashboard)
  app.use(() => {
    throw new Refused(404, 'NOT_FOUND', 'There is nothing at this address.')
  })
  app.use(requestFaults, tell(options))
  return createHotDoor({ door, headers, isSynthetic, otherwise: app })
}

/** Whatever goes wrong is told in JSON: in our words when the caller can mend it, else by a number to ask about. */
function tell({ isSynthetic, log }: AppOptions): ErrorRequestHandler {
  return (error: unknown, request, response, _next) => {
    const requestId = requestIdOf(request)
    if (!(error instanceof Refused)) log.error({ requestId, err: error }, 'a request failed')
    if (response.headersSent) {
      response.destroy()
      return
    }
    const refused = error instanceof Refused ? error : new Refused(500, 'INTERNAL', 'Something went wrong here.')
    for (const header of ['content-encoding', 'etag']) response.removeHeader(header)
    if (refused.status === 405) response.setHeader('allow', 'GET, POST')
    response.setHeader('cache-control', 'no-store')
    response.setHeader('content-type', `${formOf(request.headers.accept)}; charset=utf-8`)
    response
      .status(refused.status)
      .send(Buffer.from(JSON.stringify(marked(refusal(refused, requestId), isSynthetic()))))
  }
}

const formOf = (accept: string | undefined): string =>
  accept?.includes('application/graphql-response+json') ? 'application/graphql-response+json' : 'application/json'
