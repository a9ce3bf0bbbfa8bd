/** Somebody who follows the stream of alerts: how far he has been told, and by which outlet he is told more. */
import type { Outlet } from './outlet.ts'
import type { Told } from './told.ts'

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

  /** Goes on to this place, which comes next; a place that he has passed is nothing to him. */
  take(seq: number, told: Told | null): void {
    if (seq <= this.#seq) return
    this.#seq = seq
    if (told) this.outlet.give(told)
  }
}
