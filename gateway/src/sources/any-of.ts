/** A service that runs in several processes, as one source: whoever answered last is asked first, and the next where that one does not answer. */
import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from '@apollo/gateway'
import { GraphQLError } from 'graphql'
import type { Errand } from './forward.ts'

type Source = GraphQLDataSource<Errand>
type Fetched = Awaited<ReturnType<Source['process']>>

export class AnyOf implements Source {
  readonly #sources: readonly Source[]
  #first = 0

  constructor(sources: readonly Source[]) {
    this.#sources = sources
  }

  /** A mutation is sent once: nobody knows what one that did not answer has done. */
  async process(options: GraphQLDataSourceProcessOptions<Errand>): Promise<Fetched> {
    const isMutation = /^\s*mutation\b/.test(options.request.query ?? '')
    const order = this.#sources.map((_, index) => (this.#first + index) % this.#sources.length)
    let fault: unknown = new Error('There is no process to ask.')
    for (const index of isMutation ? order.slice(0, 1) : order) {
      try {
        return (await this.#sources[index]?.process(options)) as Fetched // There is one for each place in the order.
      } catch (error) {
        if (!isUnavailable(error)) throw error
        fault = error
        // Whoever asks next does not wait for this one.
        if (this.#first === index) this.#first = (index + 1) % this.#sources.length
      }
    }
    throw fault
  }
}

const isUnavailable = (error: unknown): boolean =>
  error instanceof GraphQLError && error.extensions['code'] === 'SUBGRAPH_UNAVAILABLE'
