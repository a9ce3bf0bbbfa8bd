/**
 * Which states are told to somebody, and whether the nation is: one rule for the service that gives them, and for the gateway, which
 * names them while that service is away.
 */
import { NATION, STATES, type State, stateOf, territoryCodeOf } from './states.ts'

/** INEGI's codes of the states that bind somebody; null where none does. */
export type Bound = readonly string[] | null

/** Whether the counts of a state, or of the nation, may be read: of the nation only where no state binds, since a sum tells of all. */
export const isCounted = (bound: Bound, code: string): boolean => bound === null || bound.includes(code)

/** The three ways to ask for them. Not there and not in sight are one answer. */
export interface StatesInSight {
  /** In the order of INEGI. */
  states: () => readonly State[]
  /** By the code of INEGI or ISO, "00" for the nation, in every spelling in which filters take it: "7", "mx-chp". */
  state: (code: string) => State | null
  nation: () => State | null
}

export function statesInSight(bound: Bound): StatesInSight {
  const inSight = (state: State) => (isCounted(bound, state.code) ? state : null)
  const named = (code: string) => {
    const read = territoryCodeOf(code)
    return read && inSight(stateOf(read))
  }
  return {
    states: () => STATES.filter(({ code }) => isCounted(bound, code)),
    state: named,
    nation: () => inSight(NATION),
  }
}
