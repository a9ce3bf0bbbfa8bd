/** What one request of one service opens, as its fields are read: of which children, of which kinds of record, by which groups. */
import { isId } from '@vigia/law/ids'
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

/** What somebody wanted to do and was refused. */
export interface RefusedActs {
  asked: readonly string[]
  /** The children whom he named. */
  missed: Buffer
}

export class Trail {
  /** In which request: what it writes is told of under the same number. */
  readonly requestId: string
  readonly #named = new Set<string>()
  readonly #words = new Map<string, string>()
  readonly #children = new Set<string>()
  readonly #types = new Set<string>()
  readonly #scopes = new Set<string>()
  readonly #refused = new Map<string, string[]>()

  constructor(requestId = '') {
    this.requestId = requestId
  }

  /** The request itself names this child: that it did is told even where nothing is given. */
  name(child: string): void {
    this.#named.add(child)
  }

  /** The request names this child by another word than its id. */
  meet(word: string, child: string): void {
    this.#words.set(word, child)
  }

  /** The id of the child that the request names; null where it is of none. */
  childBy(word: string): string | null {
    return isId(word) ? word : (this.#words.get(word) ?? null)
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

  /** An act was refused, of these children: what was not done stands nowhere else. */
  refuse(act: string, children: readonly string[]): void {
    this.#refused.set(act, [...(this.#refused.get(act) ?? []), ...children])
  }

  /** Null where none was. */
  refused(): RefusedActs | null {
    if (this.#refused.size === 0) return null
    return { asked: [...this.#refused.keys()].sort(), missed: packed(new Set([...this.#refused.values()].flat())) }
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
