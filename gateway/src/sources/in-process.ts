/** A subgraph in this process, behind the same interface as a remote one. */
import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from '@apollo/gateway'
import { isDatabaseAway } from '@vigia/kit/database-faults'
import type { Service } from '@vigia/kit/service'
import { type DocumentNode, parse, validate } from 'graphql'
import { LRUCache } from 'lru-cache'
import { broughtBy, type Errand } from './forward.ts'
import { type Reach, Unreachable } from './reach.ts'

export type LocalSubgraph = Pick<Service, 'schema' | 'answer'>

type Fetched = Awaited<ReturnType<GraphQLDataSource<Errand>['process']>>

const KEPT_DOCUMENTS = 1_000

export class InProcess implements GraphQLDataSource<Errand> {
  readonly #subgraph: LocalSubgraph
  readonly #reach: Reach
  readonly #documents = new LRUCache<string, DocumentNode>({ max: KEPT_DOCUMENTS })

  constructor(subgraph: LocalSubgraph, reach: Reach) {
    this.#subgraph = subgraph
    this.#reach = reach
  }

  async process(options: GraphQLDataSourceProcessOptions<Errand>): Promise<Fetched> {
    const { deadline, ...asker } = broughtBy(options)
    const { query = '', variables = {}, operationName } = options.request
    const ask = async () => {
      const document = this.#documentOf(query)
      const result = await this.#subgraph.answer({ document, variables, operationName }, asker)
      if (result.errors?.some(({ originalError }) => isDatabaseAway(originalError))) {
        throw new Unreachable('its database is away')
      }
      return { data: result.data, errors: result.errors }
    }
    return this.#reach.ask({ asker: asker.actor.sub, deadline, ask })
  }

  #documentOf(query: string): DocumentNode {
    const known = this.#documents.get(query)
    if (known) return known
    const document = parse(query, { noLocation: true })
    const [error] = validate(this.#subgraph.schema, document)
    if (error) throw new Error(`The supergraph asks ${this.#reach.service} for what it does not have: ${error.message}`)
    this.#documents.set(query, document)
    return document
  }
}
