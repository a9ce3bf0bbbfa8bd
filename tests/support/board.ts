/** The board as the acceptance query gives it, for tests that ask what a state shows. */
import { read } from './source-files.ts'
import type { World } from './world.ts'

const BOARD = read('tests/acceptance/oversight.graphql')

interface Counted {
  count: number
}

export interface StateOnBoard {
  code: string
  iso: string | null
  name: string
  detention: {
    asOf: string
    heldNow: number
    inReferralCenters: number
    inProhibitedPlaces: number
    inOtherAdHocPlaces: number
    over36Hours: number
    longestHours: number | null
  } | null
  casework: {
    asOf: string
    unprocessed: number
    unprocessedByAge: (Counted & { bucket: string })[]
    withoutDetermination: number
  } | null
  returns: {
    asOf: string
    total: number
    withoutValidDetermination: number
    byStanding: (Counted & { standing: string })[]
    within72Hours: number
    deportations: number
  } | null
}

export interface Board {
  states: StateOnBoard[]
  nation: StateOnBoard
}

export async function boardOf(world: World, variables: Record<string, unknown> = {}): Promise<Board> {
  const { data, errors } = await world.ask<Board>(BOARD, variables)
  if (errors || !data) throw new Error(`The board was not answered: ${JSON.stringify(errors)}`)
  return data
}

/** One state of it; Chiapas unless told otherwise. */
export async function onBoard(world: World, code = '07'): Promise<StateOnBoard> {
  const { states, nation } = await boardOf(world, { period: thisAndLastYear() })
  const found = [...states, nation].find((state) => state.code === code)
  if (!found) throw new Error(`No state ${code} on the board`)
  return found
}

/** Whatever day it is, builders' dates of some days ago lie in it; in the query's own period, which is 2026, only then. */
export function thisAndLastYear(): { from: string; to: string } {
  const year = new Date().getUTCFullYear()
  return { from: `${year - 1}-01-01`, to: `${year}-12-31` }
}

/** Without what grows by itself: instants and hours. */
export function figuresOf(board: Board): unknown {
  const changing = new Set(['asOf', 'longestHours'])
  return JSON.parse(JSON.stringify(board, (key, value) => (changing.has(key) ? undefined : value)))
}
