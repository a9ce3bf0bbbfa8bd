/** Rows of one tick, gathered by feed and sender, in the order in which intake can join them. */
import type { StateCode } from '@vigia/law/states'
import { FEEDS, type FeedName, type Service } from '../files/columns.ts'
import { mannerOfInm } from '../files/manner.ts'
import { penOf } from '../files/pen.ts'
import { cellsOf, type Source, senderOf } from '../files/senders.ts'
import type { Fact } from '../scenario/facts.ts'

/** What one sender tells of one feed. `columns` are the canonical titles, `rows` the cells under them. */
export interface Delivery {
  readonly service: Service
  readonly feed: FeedName
  readonly source: Source
  readonly state: StateCode | null
  readonly columns: readonly string[]
  readonly rows: string[][]
}

/** Systems that send by the minute write as INM's newest does. */
const PEN = penOf(mannerOfInm(2026))

export class Deliveries {
  readonly #byKey = new Map<string, Delivery>()

  add(fact: Fact): void {
    const { source, state } = senderOf(fact)
    const { service, columns } = FEEDS[fact.feed]
    const key = [fact.feed, source, state].join(' ')
    const delivery = this.#byKey.get(key) ?? { service, feed: fact.feed, source, state, columns, rows: [] }
    delivery.rows.push(cellsOf(fact, PEN))
    this.#byKey.set(key, delivery)
  }

  /** Places and children before what refers to them; INM's exit before DIF's entry, since a stay of minutes ends in its own row. */
  inOrder(): Delivery[] {
    const rank = ({ feed, source }: Delivery) => FEEDS[feed].rank + (source === 'SNDIF' ? 0.5 : 0)
    return [...this.#byKey.values()].sort((a, b) => rank(a) - rank(b))
  }
}
