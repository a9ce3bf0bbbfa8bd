/** The federated graph as one function: an admitted operation in, a GraphQL answer out. */
import type { GraphQLDataSource } from '@apollo/gateway'
import { type GraphQLFormattedError, OperationTypeNode } from 'graphql'
import type { Logger } from 'pino'
import { type Answer, outward, withoutRepeats } from '../request/answer.ts'
import type { Errand } from '../sources/forward.ts'
import { PlaceByPlace } from '../sources/place-by-place.ts'
import { StatesMeanwhile } from '../sources/states-meanwhile.ts'
import { type Access, refuseWhatIsClosed } from './access.ts'
import type { Admitted } from './admission.ts'
import { gatesClosed } from './fail-closed.ts'
import { located } from './missing.ts'
import { type PlannedGraph, plannedGraph, type Underway } from './planned-graph.ts'

export interface Gateway {
  /** The first field that the actor may not read. Every door that answers from what is kept asks it. */
  closedTo: Access['faultOf']
  /** Ids of the children whose record is asked for one by one. */
  childrenNamed: (admitted: Admitted) => string[]
  /** Refuses what is closed to the actor, before any service is asked. */
  execute: (admitted: Admitted, errand: Errand) => Promise<{ status: number; answer: Answer }>
}

export interface GatewayOptions {
  supergraph: string
  /** Where the service of that name is to be asked. */
  sourceOf: (service: string) => GraphQLDataSource<Errand>
  log: Logger
}

export async function createGateway({ supergraph, sourceOf, log }: GatewayOptions): Promise<Gateway> {
  const graph = await plannedGraph(supergraph, log)
  const { schema, access, services } = graph
  const sources = new Map(services.map((name) => [name, new PlaceByPlace(new StatesMeanwhile(sourceOf(name), schema))]))
  return {
    closedTo: access.faultOf,
    childrenNamed: access.childrenNamed,
    execute: async (admitted, errand) => {
      refuseWhatIsClosed(access, admitted, errand.actor)
      const { status, answer } = await executeKept({ server: graph.server, sources, log }, admitted, errand)
      return { status, answer: status === 200 ? gatesClosed(schema, admitted, answer) : answer }
    },
  }
}

/** What executes, and whom it asks. */
interface Execution extends Pick<PlannedGraph, 'server'>, Pick<Underway, 'sources'> {
  log: Logger
}

/**
 * No audit, no answer: what services in this process wrote of it has to be on the disk before anything of it leaves, and they are
 * asked on meanwhile. Where it cannot be kept, each is asked again and waits by itself: what is missing then is its own part alone.
 */
async function executeKept(by: Execution, admitted: Admitted, errand: Errand) {
  // What is done twice is not done once.
  if (admitted.operation.operation !== OperationTypeNode.QUERY) return execute(by, admitted, errand)
  const unkept: Promise<void>[] = []
  const given = await execute(by, admitted, { ...errand, unkept })
  const outcomes = await Promise.allSettled(unkept)
  if (outcomes.every(({ status }) => status === 'fulfilled')) return given
  return execute(by, admitted, errand)
}

async function execute({ server, sources, log }: Execution, admitted: Admitted, errand: Errand) {
  const { query, operationName, variables } = admitted
  const request = { query, variables, ...(operationName === null ? {} : { operationName }) }
  const { body, http } = await server.executeOperation(request, { contextValue: { errand, sources } })
  if (body.kind !== 'single') throw new Error('An answer in parts was not asked for.')
  const { data, errors } = body.singleResult
  const { requestId } = errand
  const told = errors && withoutRepeats(located(errors, data).map((error) => outward(error, requestId, held)))
  const answer: Answer = { ...(told ? { errors: told } : {}), ...(data === undefined ? {} : { data }) }
  // Mistakes that only a service can see, and that are of the request as a whole (security.md 10, rows 28 and 46).
  if (told?.some(({ extensions }) => /^(CURSOR_INVALID|URL_NOT_ALLOWED)$/.test(String(extensions?.['code']))))
    return { status: 400, answer: { errors: told } }
  return { status: http.status ?? 200, answer }

  function held(error: GraphQLFormattedError): void {
    log.error({ requestId, path: error.path, fault: error }, 'an error was held back')
  }
}
