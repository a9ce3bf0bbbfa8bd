import { expect, test } from 'vitest'
import { age, latitude, longitude, outsideMexico, whole } from './numbers.ts'

const NOW = '2026-11-25 12:30:59'
const count = whole(0, 100_000)

test.each([
  ['0', '0'],
  ['12279', '12279'],
  ['12 279', '12279'],
  ['12,279', '12279'],
  ['12\u00a0279', '12279'],
  ['12’279', '12279'],
  ['50.0', '50'],
  ['1200.000', '1200'],
  ['0.000', '0'],
])('the number %s is %s', (text, value) => {
  expect(count(text, NOW)).toBe(value)
})

test.each(['12.279', '1,22', '-1', '1e5', 'doce', '100001', 'Infinity', '0x10'])('%s is no such number', (text) => {
  expect(count(text, NOW)).toHaveProperty('unfit')
})

test.each(['12.000', '1.200', '1.200.000'])('%s may be thousands or no more than one: it is asked for', (text) => {
  expect(count(text, NOW)).toEqual({ unfit: expect.stringContaining('si el punto separa millares') })
})

test.each([
  ['0', '0'],
  ['17', '17'],
  ['14 años', '14'],
  ['14 anos', '14'],
  ['7 meses', '0'],
  ['26 meses', '2'],
  ['17a', '17'],
  ['17 a 11 m', '17'],
  ['17 A. 11 M.', '17'],
  ['8 años y 3 meses', '8'],
  ['1 año 2 meses', '1'],
  ['4 AÑOS, 6 MESES', '4'],
  ['0 a 11 m', '0'],
  ['15 m', '1'],
  ['16 años cumplidos', '16'],
  ['20 días', '0'],
  ['3 semanas', '0'],
  ['Recién nacida', '0'],
  ['RN', '0'],
])('the age %s is %s years', (text, years) => {
  expect(age(text, NOW)).toBe(years)
})

test.each([
  ['18', '18 años o más'],
  ['45', '18 años o más'],
  ['once años y medio', 'no es un número'],
  ['-3', 'no es un número'],
  ['18 a 2 m', '18 años o más'],
  ['3 a 5 meses', 'no es un número'],
  ['16 a 17', 'no es un número'],
  ['7 a 14 m', 'no es un número'],
  ['1711 m', 'no es un número'],
  ['60 semanas', 'no es un número'],
  ['17.5', 'no es un número'],
  ['15 aprox.', 'no es un número'],
])('the age %s is refused: %s', (text, reason) => {
  expect(age(text, NOW)).toEqual({ unfit: expect.stringContaining(reason) })
})

test('Tapachula lies in Mexico', () => {
  expect(latitude('14.9055', NOW)).toBe('14.9055')
  expect(longitude('-92,2634', NOW)).toBe('-92.2634')
})

test.each([
  ['91', 'de -90 a 90'],
  ['-92.2634', 'intercambiada'],
  ['NaN', 'no es un número'],
  ['14° 54´', 'no es un número'],
])('the latitude %s is refused: %s', (text, reason) => {
  expect(latitude(text, NOW)).toEqual({ unfit: expect.stringContaining(reason) })
})

test.each([
  ['181', 'de -180 a 180'],
  ['Infinity', 'no es un número'],
])('the longitude %s is refused: %s', (text, reason) => {
  expect(longitude(text, NOW)).toEqual({ unfit: expect.stringContaining(reason) })
})

test.each([
  ['Tapachula', '14.9055', '-92.2634', null],
  [
    'Madrid',
    '40.4168',
    '-3.7038',
    { axis: 'latitude', isSwapped: false, reason: expect.stringContaining('fuera de México') },
  ],
  [
    'New York',
    '20',
    '-74',
    { axis: 'longitude', isSwapped: false, reason: expect.stringContaining('fuera de México') },
  ],
  [
    'Tapachula the wrong way round',
    '-88',
    '14.9',
    { axis: 'latitude', isSwapped: true, reason: expect.stringContaining('intercambiada') },
  ],
])('%s is told from a place in Mexico', (_what, north, east, told) => {
  expect(outsideMexico(north, east)).toEqual(told)
})
