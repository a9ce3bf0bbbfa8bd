/** `authority-says.graphql` runs verbatim, in both run modes, and gives INM's own sums exactly. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { localDay } from '../support/clock.ts'
import { read } from '../support/source-files.ts'
import { twinDatabase } from '../support/twin.ts'
import { MODES, startWorld, type World } from '../support/world.ts'

interface Claim {
  table: string
  measure: string
  count: number | null
  coveredUntil: string | null
  official: boolean
}

interface Place {
  code: string
  authorityCounts: Claim[]
}

/** As the comments of the query say, exactly. */
const NATION = {
  'RESCATADOS RESCUED': 734842,
  'RESCATADOS RESCUED_AGAIN': 457079,
  'RESCATADOS PRESENTED': 585732,
  'RESCATADOS CHANNELLED': 149110,
  'PRESENTADOS PRESENTED': 136256,
  'CANALIZADOS CHANNELLED': 54648,
  'CANALIZADOS CHANNELLED_PLACE_UNRECORDED': 32581,
  'RETORNADOS RETURNED': 21988,
  'RETORNADOS DEPORTED': 3245,
  'RETORNADOS ASSISTED_RETURN': 18743,
}

const countsOf = ({ authorityCounts }: Place) =>
  Object.fromEntries(authorityCounts.map(({ table, measure, count }) => [`${table} ${measure}`, count]))

describe.each(MODES)('%s', (mode) => {
  let world: World
  let nation: Place
  let states: Place[]
  beforeAll(async () => {
    world = await startWorld({ mode, database: await twinDatabase() })
    const { data, errors } = await world.ask<{ nation: Place; states: Place[] }>(
      read('tests/acceptance/authority-says.graphql'),
    )
    expect(errors).toBeUndefined()
    nation = data?.nation as Place
    states = data?.states ?? []
  })
  afterAll(() => world.stop())

  test('the nation has the sums of the tables exactly', () => {
    expect(countsOf(nation)).toEqual(NATION)
  })

  test('states sum to the nation exactly', () => {
    const sums: Record<string, number> = {}
    for (const state of states) {
      for (const [name, count] of Object.entries(countsOf(state))) sums[name] = (sums[name] ?? 0) + (count ?? 0)
    }

    expect(states.length).toBe(32)
    expect(sums).toEqual(NATION)
  })

  test('no count is official, and none tells of days to come', () => {
    const claims = [nation, ...states].flatMap(({ authorityCounts }) => authorityCounts)
    const today = localDay(new Date())

    expect(claims.filter(({ official }) => official)).toEqual([])
    expect(claims.filter(({ coveredUntil }) => coveredUntil !== null && coveredUntil > today)).toEqual([])
    const unrecorded = nation.authorityCounts.find(({ measure }) => measure === 'CHANNELLED_PLACE_UNRECORDED')
    expect(unrecorded?.coveredUntil).toBe('2026-04-15')
  })
  test('every place is marked as a real claim, unofficial, with the last day of its table', async () => {
    const { data } = await world.ask<{ state: { channelledPlaces: object[] } }>(
      `{ state(code: "07") { channelledPlaces(period: { from: "2024-10-01", to: "2026-05-31" }) {
        coveredUntil official isReal } } }`,
    )
    const marks = data?.state.channelledPlaces ?? []

    expect(marks.length).toBeGreaterThan(10)
    const mark = { coveredUntil: '2026-04-15', official: false, isReal: true }
    expect(marks).toEqual(marks.map(() => mark))
  })

  test('where the table says nothing, as after its last day, nobody is said to have been channelled nowhere', async () => {
    const period = 'period: { from: "2026-06-01", to: "2026-06-30" }'
    const { data, errors } = await world.ask<{
      states: { channelledPlaces: object[] | null; authorityCounts: Claim[] }[]
    }>(
      `{ states { channelledPlaces(${period}) { place } authorityCounts(source: INM_DAILY_TABLES, ${period}) { table measure count } } }`,
    )

    expect(errors).toBeUndefined()
    expect(data?.states).toHaveLength(32)
    for (const { channelledPlaces, authorityCounts } of data?.states ?? []) {
      expect(channelledPlaces).toBeNull()
      expect(authorityCounts.filter(({ count }) => count !== null)).toEqual([])
    }
  })
})
