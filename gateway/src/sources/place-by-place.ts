/**
 * A service that is down fails a request as a whole; the answer says of each place what is missing. For an object that another service
 * gave only the gateway's execution knows where it stands, and finds it by the number that the object has in the request.
 */
import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from '@apollo/gateway'
import { GraphQLError } from 'graphql'
import { askedFor } from './asked-for.ts'
import type { Errand } from './forward.ts'

type Source = GraphQLDataSource<Errand>

/** As many as a question may cost objects: of all of these one field at least is said to be missing. */
const MOST_PLACES = 2_000

export class PlaceByPlace implements Source {
  readonly #source: Source

  constructor(source: Source) {
    this.#source = source
  }

  async process(options: GraphQLDataSourceProcessOptions<Errand>): ReturnType<Source['process']> {
    try {
      return await this.#source.process(options)
    } catch (fault) {
      if (!isUnavailable(fault)) throw fault
      const places = askedFor(options).slice(0, MOST_PLACES)
      const { message, extensions } = fault
      return { data: null, errors: places.map((path) => new GraphQLError(message, { path, extensions })) }
    }
  }
}

export const isUnavailable = (fault: unknown): fault is GraphQLError =>
  fault instanceof GraphQLError && fault.extensions['code'] === 'SUBGRAPH_UNAVAILABLE'
