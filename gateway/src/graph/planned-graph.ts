/**
 * A supergraph as Apollo plans and executes it. To read one takes longer than most answers, and nothing of what is read depends on where
 * its services are: whom it asks, each request brings along. It is read once for all gateways of a process that write to the same log.
 */
import { ApolloGateway, type GraphQLDataSource, type GraphQLDataSourceProcessOptions } from '@apollo/gateway'
import { ApolloServer } from '@apollo/server'
import type { GraphQLSchema } from 'graphql'
import type { Logger } from 'pino'
import { broughtBy, type Errand } from '../sources/forward.ts'
import { type Access, createAccess } from './access.ts'
import { accessMapOf } from './access-map.ts'
import { QUIET_PLUGINS, silenceApollo } from './quiet-apollo.ts'

type Source = GraphQLDataSource<Errand>

/** A request on its way through the graph, and whom it asks of what each service has. */
export interface Underway {
  readonly errand: Errand
  readonly sources: ReadonlyMap<string, Source>
}

export interface PlannedGraph {
  server: ApolloServer<Underway>
  /** The graph as clients see it. */
  schema: GraphQLSchema
  access: Access
  /** The names of its services. */
  services: readonly string[]
}

/** By the log, and by the text of the supergraph. */
const planned = new WeakMap<Logger, Map<string, Promise<PlannedGraph>>>()

export function plannedGraph(supergraph: string, log: Logger): Promise<PlannedGraph> {
  const ofLog = planned.get(log) ?? new Map<string, Promise<PlannedGraph>>()
  planned.set(log, ofLog)
  const graph = ofLog.get(supergraph) ?? plan(supergraph, log)
  ofLog.set(supergraph, graph)
  return graph
}

async function plan(supergraph: string, log: Logger): Promise<PlannedGraph> {
  silenceApollo(process.env)
  const logger = apolloLogger(log)
  const services: string[] = []
  const gateway = new ApolloGateway({
    supergraphSdl: supergraph,
    validateSupergraph: false, // It was, when it was composed.
    logger,
    buildService: ({ name }) => {
      services.push(name)
      return { process: (options) => ask(name, options as GraphQLDataSourceProcessOptions<Underway>) }
    },
  })
  let schema: GraphQLSchema | undefined
  gateway.onSchemaLoadOrUpdate(({ apiSchema }) => {
    schema = apiSchema
  })
  const server = new ApolloServer<Underway>({
    gateway,
    apollo: {},
    logger,
    plugins: QUIET_PLUGINS,
    introspection: true, // Whether an asker may see the schema is decided at admission.
    includeStacktraceInErrorResponses: false,
    persistedQueries: false,
    // Apollo keeps documents by the size of what they ask: with it each would hold the text it was read from, comments and all.
    parseOptions: { noLocation: true },
    stopOnTerminationSignals: false,
  })
  await server.start()
  if (!schema) throw new Error('The gateway has no schema.')
  return { server, schema, access: createAccess(schema, accessMapOf(supergraph)), services }
}

/** Asks whom the request brings for that service. */
function ask(name: string, options: GraphQLDataSourceProcessOptions<Underway>): ReturnType<Source['process']> {
  const { errand, sources } = broughtBy(options)
  const source = sources.get(name)
  if (!source) throw new Error(`The supergraph names a service that is not there: ${name}`)
  return source.process({ ...options, context: errand } as GraphQLDataSourceProcessOptions<Errand>)
}

/** Apollo's news is for nobody; its warnings are ours to read. */
function apolloLogger(log: Logger) {
  return {
    debug: () => {},
    info: () => {},
    warn: (fault: unknown) => log.warn({ fault }, 'Apollo warns'),
    error: (fault: unknown) => log.error({ fault }, 'Apollo met a fault'),
  }
}
