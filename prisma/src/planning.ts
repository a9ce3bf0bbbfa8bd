/**
 * How the statements of a reading are planned, one after the other: for how many rows each judges whose they are (sec.planned_reach), and
 * whether it has a plan that is kept. PostgreSQL would plan one that it keeps for its values five times before it trusts its plan for all;
 * a connection is let go sooner than it is asked the same so often, and under policies a plan costs more than what is read by it.
 */
import type { OfMany } from './kept-plans.ts'
import type { Around } from './one-piece.ts'

type Settings = readonly [reach: string, plans: 'force_generic_plan' | 'auto']

const KEPT = 'force_generic_plan'
/** As each transaction begins. */
const AT_FIRST: Settings = ['', KEPT]

export class Planning {
  static readonly AT_FIRST = `set_config('plan_cache_mode', '${KEPT}', true)`
  static readonly TURN = {
    name: 'planning',
    text: "select set_config('app.reach', $1, true), set_config('plan_cache_mode', $2, true)",
  }
  #now = AT_FIRST

  /** What is to go before a statement, with that by which its transaction begins: what was set ended with the former. */
  before([statement]: readonly unknown[], begin: Around['before']): Around['before'] {
    const { reach = '', name } = statement as Partial<OfMany> // A text has neither.
    const [reachNow, plansNow] = begin.length > 0 ? AT_FIRST : this.#now
    this.#now = [reach, name === undefined ? 'auto' : KEPT]
    const isTurned = this.#now[0] !== reachNow || this.#now[1] !== plansNow
    return isTurned ? [...begin, { statement: Planning.TURN, values: this.#now }] : begin
  }
}
