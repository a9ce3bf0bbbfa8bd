/** What one request of one service opens, as its fields are read: of which children, of which kinds of record, by which groups. */
import { packed } from './packed-ids.ts'

export interface Opened {
  /** How many children. */
  records: number
  children: Buffer
  /** Ids that were asked for and of which nothing was read. */
  missed: Buffer
  types: readonly string[]
  scopes: readonly string[]
}

export class Trail {
  /** In which request: what it writes is told of under the same number. */
  readonly requestId: string
  readonly #named = new Set<string>()
  readonly #children = new Set<string>()
  readonly #types = new Set<string>()
  readonly #scopes = new Set<string>()

  constructor(requestId = '') {
    this.requestId = requestId
  }

  /** The request itself names this child: that it did is told even where nothing is given. */
  name(child: string): void {
    this.#named.add(child)
  }

  /** A group of fields was read, of whatever record. */
  scope(scope: string): void {
    this.#scopes.add(scope)
  }

  /** A field of a record of this kind was read; null where the record does not say whose it is: one that does led to it. */
  record(type: string, child: string | null): void {
    this.#types.add(type)
    if (child !== null) this.#children.add(child)
  }

  /** Null where no record of a child was asked for. */
  opened(): Opened | null {
    const missed = [...this.#named].filter((id) => !this.#children.has(id))
    if (this.#scopes.size === 0 && missed.length === 0) return null
    return {
      records: this.#children.size,
      children: packed(this.#children),
      missed: packed(missed),
      types: [...this.#types].sort(),
      scopes: [...this.#scopes].sort(),
    }
  }
}

/** The trail of a request, in whose context the kit has put it. */
export function trailOf(context: object): Trail {
  return (context as { trail: Trail }).trail
}
