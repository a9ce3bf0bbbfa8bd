import { municipalityKeyOf, STATE_CODES } from '@vigia/law/states'
import { expect, test } from 'vitest'
import { carePlaces } from './care.ts'
import { inmPlaces } from './inm.ts'
import { referralCentres } from './referral-centres.ts'
import { keyOfTown, townOf, townsIn } from './towns.ts'

test('every town has a key of its state, and no two have one', () => {
  const towns = STATE_CODES.flatMap((state) => townsIn(state).map((town) => ({ state, key: keyOfTown(state, town) })))

  expect(towns.filter(({ state, key }) => municipalityKeyOf(key) !== key || !key.startsWith(state))).toEqual([])
  expect(new Set(towns.map(({ key }) => key)).size).toBe(towns.length)
  expect(keyOfTown('07', 'Tapachula')).toBe('07089')
})

test('every place that is in a town has one too', () => {
  const places = [...carePlaces(), ...inmPlaces(), ...referralCentres()].filter(({ town }) => town !== '')

  expect(places.filter(({ state, town }) => keyOfTown(state, town) === '').map(({ name }) => name)).toEqual([])
  expect(keyOfTown('07', 'Berriozábal')).toBe('07012')
  expect(keyOfTown('07', 'Ciudad sin nombre')).toBe('')
})

test.each([
  ['07', 'Estación Migratoria Palenque', 'Palenque'],
  ['07', 'Centro de canalización Comalapa', 'Frontera Comalapa'],
  ['07', 'CAITF Catazajá', 'Catazajá'],
  ['07', 'Oficina de Representación en Chiapas', 'Tapachula'],
  ['19', 'Aeropuerto Internacional de Monterrey', 'Apodaca'],
  ['27', 'Centro de canalización Tenosique', 'Tenosique'],
  ['27', 'Estación Migratoria Villahermosa', 'Centro'],
] as const)('in %s the place called %s lies in %s', (state, name, town) => {
  expect(townOf(state, name)).toBe(town)
  const place = [...carePlaces(), ...inmPlaces(), ...referralCentres()].find((one) => one.name === name)
  expect(place?.town).toBe(town)
})
