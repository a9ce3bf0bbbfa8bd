/** The network of places: what CNDH and INM published of it, and a place for every child in every state. */
import { isDetention } from '@vigia/law/facilities'
import { STATE_CODES } from '@vigia/law/states'
import { expect, test } from 'vitest'
import { minuteOf } from './calendar.ts'
import { network } from './facilities.ts'
import { CAS_2021 } from './places/care.ts'
import { isOpen } from './places/facility.ts'
import { Random } from './random.ts'

const { places, held, elsewhere, centre } = network()
const lastDay2021 = minuteOf(2021, 12, 31)
const sum = (list: readonly { capacity: number | null }[]) =>
  list.reduce((total, { capacity }) => total + (capacity ?? 0), 0)

test('given 2021, 41 centres with 2,611 places, none in five states', () => {
  const centres = places.filter((place) => place.type.startsWith('CAS') && isOpen(place, lastDay2021, lastDay2021))
  expect(centres).toHaveLength(CAS_2021.centres)
  expect(sum(centres)).toBe(CAS_2021.places)
  expect(centres.filter(({ state }) => CAS_2021.noneIn.includes(state))).toEqual([])
})

test("given INM's premises, 17 stations hold 4,786, and 33 stays with 1,306 places were suspended on 29 April 2023", () => {
  const stations = places.filter(({ type }) => type === 'EM')
  const suspended = places.filter(({ listedBy, closedOn }) => listedBy === 'INM' && closedOn === minuteOf(2023, 4, 29))
  expect([stations.length, sum(stations)]).toEqual([17, 4_786])
  expect([suspended.length, sum(suspended)]).toEqual([33, 1_306])
})

test('given names and keys, none is borne by two places of one state', () => {
  const names = places.map(({ state, name }) => `${state} ${name.toUpperCase()}`)
  expect(new Set(names).size).toBe(names.length)
  const keys = places.flatMap(({ key }) => key ?? [])
  expect(new Set(keys).size).toBe(keys.length)
})

test.each(STATE_CODES.map((state) => [state]))(
  'given a child in %s, there is somewhere to be held and somewhere to be cared for',
  (state) => {
    const random = new Random(2)
    const at = minuteOf(2025, 5, 1)
    for (let draw = 0; draw < 30; draw++) {
      expect(isDetention(held(random, state, at).type)).toBe(true)
      expect(isDetention(elsewhere(random, state, at, at, draw % 2 === 0).type)).toBe(false)
    }
    expect(centre(random, state, at, at) === undefined).toBe(CAS_2021.noneIn.includes(state))
  },
)
