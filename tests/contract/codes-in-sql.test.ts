/** As what a place and a return are counted: in SQL, by which figures are counted, as in the law, by which they are judged and explained. */
import { codesOf } from '@vigia/law/code-list'
import { FACILITY_TYPES, type FacilityType, stayKindOf } from '@vigia/law/facilities'
import { isReturn, RETURN_TYPES, type ReturnType } from '@vigia/law/return-types'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ScratchDatabase, scratchDatabase } from '../support/scratch-database.ts'

let database: ScratchDatabase
beforeAll(async () => {
  database = await scratchDatabase()
})
afterAll(() => database.drop())

const HELD = ['PROHIBITED', 'REFERRAL', 'OTHER_AD_HOC']

test('a stay is of the same kind in placements, in oversight and in the law, whatever the place', async () => {
  const types = codesOf(FACILITY_TYPES)
  const found = await database.query<{ type: FacilityType; stay: string; event: string | null }>(
    `select type, placements.kind_of(type) as stay, oversight.event_indicator('stay', null, oversight.kind_of(type)) as event
     from unnest($1::text[]) type`,
    [types],
  )

  expect(found).toEqual(
    types.map((type) => {
      const stay = stayKindOf(type)
      const event = HELD.includes(stay) ? 'EVENT_HELD' : stay === 'CARE' ? 'EVENT_CARE' : null
      return { type, stay, event }
    }),
  )
  expect(new Set(found.map(({ stay }) => stay)).size).toBe(5)
})

test.each([
  ['PROHIBITED', 'HELD_IN_PROHIBITED_PLACES'],
  ['REFERRAL', 'HELD_IN_REFERRAL_CENTERS'],
  ['OTHER_AD_HOC', 'HELD_IN_OTHER_AD_HOC_PLACES'],
  ['CARE', 'CHILDREN_IN_CARE'],
  ['FAMILY', null],
])(
  'a stay of the kind %s is counted as %s from its Mexican day to the day on which it ends',
  async (kind, indicator) => {
    const days = await database.query(
      `select indicator, day::text, n from placements.counts_of($1, '2026-03-02T05:59:59Z', '2026-03-05T06:00:00Z') order by day`,
      [kind],
    )

    const counted = [
      { indicator, day: '2026-03-01', n: 1 },
      { indicator, day: '2026-03-05', n: -1 },
    ]
    expect(days).toEqual(indicator ? counted : [])
  },
)

test('of all acts by which a child leaves, those are returns in oversight that are returns in the law', async () => {
  const types = codesOf(RETURN_TYPES)
  const found = await database.query<{ type: ReturnType; event: string | null }>(
    `select type, oversight.event_indicator('executed_return', type, null) as event from unnest($1::text[]) type`,
    [types],
  )

  expect(found).toEqual(types.map((type) => ({ type, event: isReturn(type) ? `EVENT_${type}` : null })))
})
