/** A service as an HTTP server of its own: the graph behind the gateway's envelope, health, orderly stop. */
import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { ApolloServer, type ApolloServerPlugin, type GraphQLResponse, HeaderMap } from '@apollo/server'
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled'
import { expressMiddleware } from '@as-integrations/express5'
import type { Opening } from '@vigia/db/opened-once'
import express, { type NextFunction, type Request, type Response } from 'express'
import { type ExecutionResult, OperationTypeNode } from 'graphql'
import { nothingBegun } from './audit/not-kept.ts'
import { isDatabaseAway } from './database-faults.ts'
import { type EnvelopeKeys, envelopeOpener } from './envelope.ts'
import { log } from './log.ts'
import type { Asker, Service, Stop } from './service.ts'

const LARGEST_BODY = '1mb'
/** At the end, for whoever is being answered: as long as a request may take (security.md 9). */
const GRACE_IN_MS = 5_000
const BETWEEN_LOOKS_IN_MS = 50

export interface Serving {
  service: Service
  keys: EnvelopeKeys
  port: number
  host: string
}

interface Vouched extends Request {
  text?: string
  envelope?: Opened
}

interface Opened {
  asker: Asker
  /** Whether its number was used before; asked while the question is read. */
  opening: Promise<Opening | 'AWAY'>
}

/** Listens, and starts what the service does by itself. Gives the port it got and how to stop it all. */
export async function serve({ service, keys, port, host }: Serving): Promise<{ port: number; stop: Stop }> {
  const apollo = new ApolloServer<Opened>({
    schema: service.schema,
    introspection: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    logger: apolloLogger(service.name),
    plugins: [...PLUGINS, answeringBy(service)],
  })
  await apollo.start()
  const stopBackground = await service.start()
  const app = express().disable('x-powered-by')
  app.get('/health/live', (_request, response) => void response.json({ status: 'live' }))
  app.get('/health/ready', (_request, response) => void ready(service, response))
  app.use('/graphql', express.json({ limit: LARGEST_BODY, verify: keepText }), opening(service, keys))
  const context = async ({ req }: { req: Vouched }) => envelopeOf(req)
  app.use('/graphql', expressMiddleware(apollo, { context }))
  app.use(answerFault)
  // By Express: a file that imports node:http loads all that hangs on it (fetch, WebSocket), and a service asks nobody by those.
  const server = app.listen(port, host)
  await once(server, 'listening')
  const stop = async () => {
    await closeInOrder(server)
    await stopBackground()
    await apollo.stop()
    await service.close()
  }
  return { port: (server.address() as AddressInfo).port, stop }
}

/** Nothing new is taken; what is under way is answered, since of a change that is cut off nobody knows whether it was made. */
async function closeInOrder(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve))
  const idle = setInterval(() => server.closeIdleConnections(), BETWEEN_LOOKS_IN_MS)
  const cut = setTimeout(() => server.closeAllConnections(), GRACE_IN_MS)
  await closed
  clearInterval(idle)
  clearTimeout(cut)
}

/** By itself Apollo would write what an error says, which may hold values, and in lines that are no JSON. */
const apolloLogger = (service: string) => ({
  debug: () => {},
  info: () => {},
  warn: (fault: unknown) => log.warn({ service, fault }, 'Apollo warns'),
  error: (fault: unknown) => log.error({ service, fault }, 'Apollo met a fault'),
})

/**
 * The service answers itself, so that nothing goes out past its audit. To the gateway a service without its database is a
 * service that is down, and is said to be.
 */
const answeringBy = (service: Service): ApolloServerPlugin<Opened> => ({
  requestDidStart: async () => ({
    async responseForOperation({ document, operationName, operation, request, contextValue }) {
      const { asker, opening } = contextValue
      // A change is made for nobody who comes a second time; what is read meanwhile is given to nobody who does.
      if (operation.operation === OperationTypeNode.MUTATION) {
        const opened = await opening
        if (opened === 'AGAIN') return again()
        if (opened === 'AWAY') return away()
        if (opened === 'UNKEPT') return answered(nothingBegun(service.name, operation))
      }
      const question = { document, variables: request.variables, operationName: operationName ?? undefined }
      const answer = await service.answer(question, asker)
      const opened = await opening
      if (opened === 'AGAIN') return again()
      return opened === 'AWAY' ? away() : answered(answer)
    },
  }),
})

function answered({ data, errors }: ExecutionResult): GraphQLResponse {
  const isAway = errors?.some(({ originalError }) => isDatabaseAway(originalError)) === true
  const singleResult = { ...(errors ? { errors: errors.map((error) => error.toJSON()) } : {}), data }
  return {
    http: { headers: new HeaderMap(), ...(isAway ? { status: 503 } : {}) },
    body: { kind: 'single', singleResult },
  }
}

const GATEWAY_ONLY = { message: 'Ask the gateway.', extensions: { code: 'GATEWAY_ONLY' } }
/** Read by Apollo, which adds headers: each answer is one of its own. */
const again = (): GraphQLResponse => ({
  http: { status: 401, headers: new HeaderMap() },
  body: { kind: 'single', singleResult: { errors: [GATEWAY_ONLY] } },
})

function awayOrThrow(fault: unknown): 'AWAY' {
  if (isDatabaseAway(fault)) return 'AWAY'
  throw fault
}

const away = (): GraphQLResponse => ({
  http: { status: 503, headers: new HeaderMap() },
  body: { kind: 'single', singleResult: { errors: [{ message: 'The database does not answer.' }] } },
})

/** Hints and traces cost on every answer (performance.md 4.4); reports would tell Apollo of us. */
const PLUGINS = [
  ApolloServerPluginInlineTraceDisabled(),
  ApolloServerPluginCacheControlDisabled(),
  ApolloServerPluginUsageReportingDisabled(),
  ApolloServerPluginSchemaReportingDisabled(),
]

function keepText(request: unknown, _response: unknown, body: Buffer): void {
  ;(request as Vouched).text = body.toString('utf8')
}

/** Lets a request pass only in an envelope of the gateway. Any fault is the same 401. */
function opening(service: Service, keys: EnvelopeKeys) {
  const open = envelopeOpener(keys)
  return (request: Vouched, response: Response, next: NextFunction) => {
    const { method, originalUrl: path, text: body = '' } = request
    const opened = open({ service: service.name, method, path, body }, request.headers, Date.now())
    if (!opened) {
      response.status(401).json({ errors: [GATEWAY_ONLY] })
      return
    }
    const opening = service.openingOf(opened.number).catch(awayOrThrow)
    opening.catch(() => {}) // Awaited where it matters.
    request.envelope = { asker: opened.asker, opening }
    next()
  }
}

function envelopeOf({ envelope }: Vouched): Opened {
  if (!envelope) throw new Error('A request came past the envelope.')
  return envelope
}

async function ready(service: Service, response: Response): Promise<void> {
  try {
    await service.health()
    response.json({ status: 'ready' })
  } catch {
    response.status(503).json({ status: 'unavailable', service: service.name })
  }
}

function answerFault(fault: unknown, _request: Request, response: Response, _next: NextFunction): void {
  log.warn({ fault: fault instanceof Error ? fault.name : 'unknown' }, 'request refused')
  response
    .status(400)
    .json({ errors: [{ message: 'The request could not be read.', extensions: { code: 'BAD_REQUEST' } }] })
}
