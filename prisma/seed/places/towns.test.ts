import { municipalityKeyOf, STATE_CODES } from '@vigia/law/states'
import { expect, test } from 'vitest'
import { carePlaces } from './care.ts'
import { inmPlaces } from './inm.ts'
import { keyOfTown, townsIn } from './towns.ts'

test('every town has a key of its state, and no two have one', () => {
  const towns = STATE_CODES.flatMap((state) => townsIn(state).map((town) => ({ state, key: keyOfTown(state, town) })))

  expect(towns.filter(({ state, key }) => municipalityKeyOf(key) !== key || !key.startsWith(state))).toEqual([])
  expect(new Set(towns.map(({ key }) => key)).size).toBe(towns.length)
  expect(keyOfTown('07', 'Tapachula')).toBe('07089')
})

test('every place that is in a town has one too', () => {
  const places = [...carePlaces(), ...inmPlaces()].filter(({ town }) => town !== '')

  expect(places.filter(({ state, town }) => keyOfTown(state, town) === '').map(({ name }) => name)).toEqual([])
  expect(keyOfTown('07', 'Berriozábal')).toBe('07012')
  expect(keyOfTown('07', 'Ciudad sin nombre')).toBe('')
})
