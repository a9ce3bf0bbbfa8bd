/** `oversight.graphql` runs verbatim, in both run modes, and gives what its comments say. */
import { STATES } from '@vigia/law/states'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Board, boardOf, type StateOnBoard } from '../support/board.ts'
import { twinDatabase } from '../support/twin.ts'
import { MODES, startWorld, type World } from '../support/world.ts'

const AGES = ['UNDER_24_HOURS', 'FROM_24_TO_72_HOURS', 'FROM_72_HOURS_TO_5_WORKING_DAYS', 'OVER_5_WORKING_DAYS']
const STANDINGS = [
  'VALID',
  'NO_DETERMINATION',
  'DETERMINED_AFTER_DEPARTURE',
  'DETERMINATION_SAYS_OTHERWISE',
  'DETERMINED_BY_WRONG_AUTHORITY',
]

/** Every count of a state by its name; what is no count (an instant, the longest stay) is left out. */
function countsOf({ detention, casework, returns }: StateOnBoard): Record<string, number> {
  const { asOf: _held, longestHours: _longest, ...held } = detention ?? {}
  const { asOf: _waiting, unprocessedByAge = [], ...waiting } = casework ?? {}
  const { asOf: _gone, byStanding = [], ...gone } = returns ?? {}
  return {
    ...held,
    ...waiting,
    ...gone,
    ...Object.fromEntries(unprocessedByAge.map(({ bucket, count }) => [bucket, count])),
    ...Object.fromEntries(byStanding.map(({ standing, count }) => [standing, count])),
  }
}

const sum = (counts: readonly { count: number }[] = []) => counts.reduce((all, { count }) => all + count, 0)

describe.each(MODES)('%s', (mode) => {
  let world: World
  let board: Board
  let rows: StateOnBoard[]
  beforeAll(async () => {
    world = await startWorld({ mode, database: await twinDatabase() })
    board = await boardOf(world)
    rows = [...board.states, board.nation]
  })
  afterAll(() => world.stop())

  test('it gives 32 rows in INEGI order, then the nation', () => {
    expect(rows.map(({ code }) => code)).toEqual([
      ...Array.from({ length: 32 }, (_, at) => String(at + 1).padStart(2, '0')),
      '00',
    ])
    expect(board.states.find(({ code }) => code === '07')).toMatchObject({ iso: 'MX-CHP', name: 'Chiapas' })
    expect(board.nation.iso).toBeNull()
    expect(board.states.map(({ name }) => name)).toEqual(STATES.map(({ name }) => name))
  })

  test('sums of the states equal the nation exactly, for every count', () => {
    const sums: Record<string, number> = {}
    for (const state of board.states) {
      for (const [name, count] of Object.entries(countsOf(state))) sums[name] = (sums[name] ?? 0) + count
    }

    expect(countsOf(board.nation)).toEqual(sums)
  })

  test('there is something to count', () => {
    const { detention, casework, returns } = board.nation

    for (const count of [detention?.heldNow, casework?.unprocessed, casework?.withoutDetermination, returns?.total]) {
      expect(count).toBeGreaterThan(0)
    }
  })

  test('those held now are those in its three kinds of place', () => {
    for (const { detention } of rows) {
      const { heldNow, inReferralCenters = 0, inProhibitedPlaces = 0, inOtherAdHocPlaces = 0 } = detention ?? {}
      expect(heldNow).toBe(inReferralCenters + inProhibitedPlaces + inOtherAdHocPlaces)
    }
  })

  test('the longest stay is null when nobody is held, and past 36 hours when anybody is over them', () => {
    for (const { detention } of rows) {
      const { heldNow = 0, over36Hours = 0, longestHours = null } = detention ?? {}
      expect(longestHours === null).toBe(heldNow === 0)
      expect(over36Hours > 0).toBe((longestHours ?? 0) >= 36)
      expect(over36Hours).toBeLessThanOrEqual(heldNow)
    }
    expect(board.nation.detention?.longestHours).toBe(
      Math.max(...board.states.map((state) => state.detention?.longestHours ?? 0)),
    )
  })

  test('the unprocessed are those of four ages, in their order', () => {
    for (const { casework } of rows) {
      expect(casework?.unprocessedByAge.map(({ bucket }) => bucket)).toEqual(AGES)
      expect(sum(casework?.unprocessedByAge)).toBe(casework?.unprocessed)
    }
  })

  test('returns are those of five standings, and all but the valid are without a valid determination', () => {
    for (const { returns } of rows) {
      const { total = 0, byStanding = [] } = returns ?? {}
      expect(byStanding.map(({ standing }) => standing)).toEqual(STANDINGS)
      expect(sum(byStanding)).toBe(total)
      expect(returns?.withoutValidDetermination).toBe(total - (byStanding[0]?.count ?? 0))
      expect(returns?.within72Hours).toBeLessThanOrEqual(total)
      expect(returns?.deportations).toBeLessThanOrEqual(total)
    }
  })

  test('every figure says when it was true', () => {
    for (const { detention, casework, returns } of rows) {
      for (const part of [detention, casework, returns]) expect(part?.asOf).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/)
    }
  })
})
