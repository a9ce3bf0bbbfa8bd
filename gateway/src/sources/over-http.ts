/** A subgraph in another process, asked over HTTP with the gateway's seal. */
import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from '@apollo/gateway'
import type { EnvelopeKeys } from '@vigia/kit/envelope'
import { broughtBy, type Errand, sealed } from './forward.ts'
import { type HttpAnswer, post } from './post.ts'
import { type Reach, Unreachable } from './reach.ts'

export interface RemoteSubgraph {
  address: URL
  /** Of this service. */
  keys: EnvelopeKeys
}

type Fetched = Awaited<ReturnType<GraphQLDataSource<Errand>['process']>>

export class OverHttp implements GraphQLDataSource<Errand> {
  readonly #subgraph: RemoteSubgraph
  readonly #reach: Reach

  constructor(subgraph: RemoteSubgraph, reach: Reach) {
    this.#subgraph = subgraph
    this.#reach = reach
  }

  async process(options: GraphQLDataSourceProcessOptions<Errand>): Promise<Fetched> {
    const errand = broughtBy(options)
    const { query = '', variables, operationName } = options.request
    const body = JSON.stringify({ query, variables, operationName })
    const ask = async (signal: AbortSignal) => {
      const send = () => this.#send(body, errand, signal)
      // A kept-alive connection may have been closed at the other end just now: a read is tried once more.
      const answer = await send().catch((error: unknown) => {
        const mayRepeat = error instanceof Unreachable && error.isRefused && !/^\s*mutation\b/.test(query)
        if (mayRepeat && !signal.aborted) return send()
        throw error
      })
      return read(answer)
    }
    return this.#reach.ask({ asker: errand.actor.sub, deadline: errand.deadline, ask })
  }

  #send(body: string, errand: Errand, signal: AbortSignal): Promise<HttpAnswer> {
    const { address, keys } = this.#subgraph
    const seal = sealed(keys, { service: this.#reach.service, path: address.pathname, body }, errand)
    const headers = { ...seal, 'content-type': 'application/json', 'x-request-id': errand.requestId }
    return post(address, { headers, body, signal })
  }
}

/** What an operator finds in the log who has turned the keys on one side alone. */
const NOT_KNOWN =
  'it does not know the seal of this gateway (401 GATEWAY_ONLY). Give it what `npm run envelope` makes of the keys that the gateway has now, and see that both clocks agree.'

/** Anything but a GraphQL answer counts as no answer; a service that does not know our seal is no use either. */
function read({ status, text }: HttpAnswer): Fetched {
  if (status === 401) throw new Unreachable(NOT_KNOWN)
  if (status >= 500) throw new Unreachable(`it answers with status ${status}`)
  const answer = parsed(text)
  if (answer === null || !('data' in answer || 'errors' in answer)) {
    throw new Unreachable(`it answers with status ${status} and no GraphQL`)
  }
  return answer
}

function parsed(text: string): Fetched | null {
  try {
    const value: unknown = JSON.parse(text)
    return value !== null && typeof value === 'object' ? value : null
  } catch {
    return null
  }
}
