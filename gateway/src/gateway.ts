/** The federated graph as one function: an admitted operation in, a GraphQL answer out. */
import { ApolloGateway, type GraphQLDataSource } from '@apollo/gateway'
import { ApolloServer } from '@apollo/server'
import type { Logger } from 'pino'
import type { Admitted } from './admission.ts'
import { type Answer, outward, withoutRepeats } from './answer.ts'
import type { Errand } from './forward.ts'
import { QUIET_PLUGINS, silenceApollo } from './quiet-apollo.ts'

export interface Gateway {
  execute: (admitted: Admitted, errand: Errand) => Promise<{ status: number; answer: Answer }>
  stop: () => Promise<void>
}

export interface GatewayOptions {
  supergraph: string
  /** Where the service of that name is to be asked. */
  sourceOf: (service: string) => GraphQLDataSource<Errand>
  log: Logger
}

export async function createGateway({ supergraph, sourceOf, log }: GatewayOptions): Promise<Gateway> {
  silenceApollo(process.env)
  const logger = apolloLogger(log)
  const server = new ApolloServer<Errand>({
    gateway: new ApolloGateway({
      supergraphSdl: supergraph,
      logger,
      buildService: ({ name }) => sourceOf(name),
    }),
    apollo: {},
    logger,
    plugins: QUIET_PLUGINS,
    introspection: true, // Whether an asker may see the schema is decided at admission.
    includeStacktraceInErrorResponses: false,
    persistedQueries: false,
    stopOnTerminationSignals: false,
  })
  await server.start()
  return { execute: (admitted, errand) => execute(server, log, admitted, errand), stop: () => server.stop() }
}

async function execute(server: ApolloServer<Errand>, log: Logger, admitted: Admitted, errand: Errand) {
  const { query, operationName, variables } = admitted
  const request = { query, variables, ...(operationName === null ? {} : { operationName }) }
  const { body, http } = await server.executeOperation(request, { contextValue: errand })
  if (body.kind !== 'single') throw new Error('An answer in parts was not asked for.')
  const { data, errors } = body.singleResult
  const { requestId } = errand
  const told = errors && withoutRepeats(errors.map((error) => outward(error, requestId, held)))
  const answer: Answer = { ...(told ? { errors: told } : {}), ...(data === undefined ? {} : { data }) }
  return { status: http.status ?? 200, answer }

  function held(error: object): void {
    log.error({ requestId, error }, 'an error was held back')
  }
}

/** Apollo's news is for nobody; its warnings are ours to read. */
function apolloLogger(log: Logger) {
  return {
    debug: () => {},
    info: () => {},
    warn: (message: unknown) => log.warn(message),
    error: (message: unknown) => log.error(message),
  }
}
