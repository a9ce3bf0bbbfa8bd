/** A subgraph in this process, behind the same interface as a remote one. */
import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from '@apollo/gateway'
import type { Actor } from '@vigia/kit/actor'
import { isDatabaseAway } from '@vigia/kit/database-away'
import {
  type DocumentNode,
  execute,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  parse,
  validate,
} from 'graphql'
import { LRUCache } from 'lru-cache'
import { type Errand, errandOf } from '../forward.ts'
import { type Reach, Unreachable } from './reach.ts'

export interface LocalSubgraph {
  schema: GraphQLSchema
  contextOf: (actor: Actor) => object
}

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
    const { actor, deadline } = errandOf(options)
    const { query = '', variables = {}, operationName } = options.request
    return this.#reach.ask(deadline, async () => {
      const document = this.#documentOf(query)
      const badValues = this.#badValues(document, operationName, variables)
      if (badValues) return { errors: badValues }
      const result = await execute({
        schema: this.#subgraph.schema,
        document,
        variableValues: variables,
        operationName,
        // Scopes and loaders are kept by the identity of the context: never share one between two fetches.
        contextValue: this.#subgraph.contextOf(actor),
      })
      if (result.errors?.some(({ originalError }) => isDatabaseAway(originalError))) {
        throw new Unreachable('its database is away')
      }
      return { data: result.data, errors: result.errors }
    })
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

  /** Like a server does, values of variables that do not fit are the caller's mistake, not ours. */
  #badValues(document: DocumentNode, name: string | undefined, variables: Record<string, unknown>) {
    const declared = getOperationAST(document, name)?.variableDefinitions ?? []
    const { errors } = getVariableValues(this.#subgraph.schema, declared, variables)
    return errors?.map(({ message }) => new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } }))
  }
}
