import { expect, test } from 'vitest'
import { riskAtPlace } from './risk-cell.ts'

const NOW = '2026-11-26 12:00:59'

test.each([
  ['Amenaza contra la vida (origen)', 'THREAT_TO_LIFE@ORIGIN'],
  ['ENFERMEDAD(EN TRANSITO)', 'ILLNESS@TRANSIT'],
  ['Situación de calle  ( País de destino )', 'STREET@DESTINATION'],
  ['Testigo', 'WITNESS'],
  ['Testigo (n.e.)', 'WITNESS'],
  ['Testigo ()', 'WITNESS'],
  ['Familia de acogida (destino)', 'FOSTER_CARE@DESTINATION'],
  ['Ninguno', null],
  ['S/D (origen)', null],
])('%s tells of a danger and its place', (text, word) => {
  expect(riskAtPlace(text, NOW)).toBe(word)
})

test.each([
  ['Amenaza (en la luna)', '«en la luna» no está en el catálogo de lugares del riesgo: Origen; Tránsito; Destino.'],
  ['Fantasmas (origen)', '«Fantasmas» no está en el catálogo de factores de riesgo: '],
  ['Fantasmas', '«Fantasmas» no está en el catálogo de factores de riesgo: '],
  ['(origen)', '«(origen)» no está en el catálogo de factores de riesgo: '],
])('%s is in no catalogue', (text, reason) => {
  expect(riskAtPlace(text, NOW)).toEqual({ unfit: expect.stringContaining(reason) })
})
