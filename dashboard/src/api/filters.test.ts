import { expect, test } from 'vitest'
import { addressOf, readQuery } from './address.ts'
import { countFilterOf, readSearch, unreadIn } from './filters.ts'

test('what the address says is what the graph is asked', () => {
  const search = readSearch(readQuery('nacionalidad=HND&edad=12-17&compania=no-acompanados'))

  expect(countFilterOf(search)).toEqual({
    nationality: ['HND'],
    ageGroup: ['FROM_12_TO_17'],
    accompaniment: ['UNACCOMPANIED'],
  })
})

test('given nothing that narrows, the graph is asked without a filter', () => {
  expect(countFilterOf(readSearch({ periodo: '2025', medida: 'tasa' }))).toBeNull()
})

test('what the address does not know is as if it were not there', () => {
  expect(readSearch({ nacionalidad: 'XYZ', edad: '40', compania: 'constructor', entidad: '33', medida: 3 })).toEqual({})
})

test('what the address does say and nobody knows is told apart from what it does not say', () => {
  const given = { tipo: 'foo', gravedad: 'roja', nna: 'NNA-A025-41', entidad: '07', acuse: '', utm_source: 'correo' }

  expect(unreadIn(given)).toEqual(['tipo', 'nna'])
  expect(unreadIn({ periodo: '2026-1', edad: '12-17' })).toEqual([])
})

test('an address leads back to what it was made of', () => {
  const search = readSearch({ periodo: '2026-1', entidad: '07' })
  const address = addressOf('/panorama', search)

  expect(address).toBe('/panorama?periodo=2026-1&entidad=07')
  expect(readSearch(readQuery(address.split('?')[1] ?? ''))).toEqual(search)
  expect(addressOf('/informe', {})).toBe('/informe')
})
