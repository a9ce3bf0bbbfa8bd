/** What the transactions of a reading are set to, one after the other: for how many rows a statement judges whose they are (sec.planned_reach). */
import type { OfMany } from './kept-plans.ts'
import type { Around } from './one-piece.ts'

export class Reach {
  static readonly TURN = { name: 'reach', text: "select set_config('app.reach', $1, true)" }
  #now = ''

  /** What is to go before a statement, with that by which its transaction begins: what was set ended with the former. */
  before([statement]: readonly unknown[], begin: Around['before']): Around['before'] {
    const { reach = '' } = statement as Partial<OfMany> // A text has none.
    const isTurned = reach !== (begin.length > 0 ? '' : this.#now)
    this.#now = reach
    return isTurned ? [...begin, { statement: Reach.TURN, values: [reach] }] : begin
  }
}
