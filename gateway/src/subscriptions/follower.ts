/** Somebody who follows the stream of alerts: how far he has been told, and by which outlet he is told more. */
import type { Bundle } from './bundle.ts'
import type { Outlet } from './outlet.ts'

export class Follower {
  readonly outlet: Outlet
  #seq: number

  constructor(outlet: Outlet, seq: number) {
    this.outlet = outlet
    this.#seq = seq
  }

  /** The place up to which he was told, or there was nothing to tell him. */
  get seq(): number {
    return this.#seq
  }

  /** Goes on to this place, by what comes before it; places that he has passed are nothing to him. */
  take(upTo: number, bundle: Bundle | null): void {
    if (upTo <= this.#seq) return
    const rest = bundle?.after(this.#seq) ?? null
    this.#seq = upTo
    if (rest) this.outlet.give(rest)
  }
}
