/** Which names of places are one, and which are none. */
import { expect, test } from 'vitest'
import { isPlaceRecorded, placeKey } from './place-of-claim.ts'

test.each([
  'OTRO',
  'otro lugar',
  ' Sin  Registro ',
  'SIN REGISTRO\n',
  'S/R',
  '-',
  'N/A',
  '(en blanco)',
  'No especificado',
])('given "%s", no place was written down', (place) => {
  expect(isPlaceRecorded(place)).toBe(false)
})

test.each(['DIF ESTATAL LOCALIDAD - MONTERREY', 'OTRO ALBERGUE DEL DIF', 'CAS'])(
  'given "%s", a place was written down',
  (place) => {
    expect(isPlaceRecorded(place)).toBe(true)
  },
)

test.each([
  ['DIF ESTATAL LOCALIDAD -PUEBLA', 'DIF Estatal, Localidad - Puebla'],
  ['ALBERGUE "CAMINO A CASA"', 'ALBERGUE «CAMINO A CASA»'],
  ['DIF TONALÁ LOCALIDAD - TONALÁ', 'DIF TONALA\r\nLOCALIDAD-TONALA'],
])('%j and %j are one place', (one, other) => {
  expect(placeKey(one)).toBe(placeKey(other))
})

test('two names of one place stay two', () => {
  expect(placeKey('ALBERGUE TONALA, CHIAPAS')).not.toBe(placeKey('DIF TONALÁ LOCALIDAD - TONALÁ'))
})
