/**
 * The states and the nation are of the catalogue, and no service need look them up: while the one that gives them is away, the gateway
 * names them, so that the others can tell of them. What that service itself knows of them is missing, each at its place.
 */
import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from '@apollo/gateway'
import { type StatesInSight, statesInSight } from '@vigia/law/states-in-sight'
import { execute, GraphQLError, type GraphQLFieldResolver, type GraphQLSchema, parse } from 'graphql'
import { objectsOf } from './asked-for.ts'
import { broughtBy, type Errand } from './forward.ts'
import { isUnavailable } from './place-by-place.ts'
import { statesNamed } from './states-named.ts'

type Source = GraphQLDataSource<Errand>
type Fetched = Awaited<ReturnType<Source['process']>>

export class StatesMeanwhile implements Source {
  readonly #source: Source
  readonly #schema: GraphQLSchema

  /** `schema`: the graph as clients see it. */
  constructor(source: Source, schema: GraphQLSchema) {
    this.#source = source
    this.#schema = schema
  }

  async process(options: GraphQLDataSourceProcessOptions<Errand>): Promise<Fetched> {
    try {
      return await this.#source.process(options)
    } catch (fault) {
      if (!isUnavailable(fault)) throw fault
      return (await this.#named(options, fault)) ?? Promise.reject(fault)
    }
  }

  /** Null where no state is asked for. */
  async #named(options: GraphQLDataSourceProcessOptions<Errand>, fault: GraphQLError): Promise<Fetched | null> {
    const [schema, { query = '', variables = {} }] = [this.#schema, options.request]
    const [document, fieldResolver] = [parse(query, { noLocation: true }), givenOr(fault)]
    const objects = objectsOf({ variables })
    // One that another service tells of is named to whoever is told of it.
    if (objects) return statesNamed(objects, { schema, document, variables, fieldResolver })
    const rootValue = rootOf(statesInSight(broughtBy(options).actor.states))
    const result = await execute({ schema, document, variableValues: variables, rootValue, fieldResolver })
    return Object.values(result.data ?? {}).some((value) => value !== null) ? result : null
  }
}

/** The fields at the root by which the service gives them; those of a state have the names of the catalogue. */
const rootOf = ({ states, state, nation }: StatesInSight) => ({
  ...{ states, nation },
  state: ({ code }: { code: string }) => state(code),
})

/** What is not given is missing because of the fault. */
function givenOr({ message, extensions }: GraphQLError): GraphQLFieldResolver<unknown, unknown> {
  return (source, args, _context, { fieldName }) => {
    const given = (source as Record<string, unknown>)[fieldName]
    if (given === undefined) throw new GraphQLError(message, { extensions })
    return typeof given === 'function' ? given(args) : given
  }
}
