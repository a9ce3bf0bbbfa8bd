import { expect, test } from 'vitest'
import { LISTS_OF_COUNTS } from './lists-of-counts.ts'

const titlesOf = (name: string) =>
  LISTS_OF_COUNTS.find((list) => list.name === name)?.columns.map(({ label }) => label.es) ?? []

test.each([
  ['found-by-age', 'Niñas, niños y adolescentes'],
  ['backlog-by-age', 'Niñas, niños y adolescentes'],
  ['returned-by-standing', 'Retornos'],
  ['returned-by-nationality', 'Retornos'],
  ['returned-by-destination', 'Retornos'],
  ['returned-by-company', 'Retornos'],
  ['open-alerts', 'Alertas'],
])('the counts of %s stand under what is counted: %s', (name, title) => expect(titlesOf(name).at(-1)).toBe(title))

test('the third figure is called as on its tile, where returns without any BID are a part of it', () => {
  expect(titlesOf('figures')).toContain('Retornos sin BID válido')
  expect(titlesOf('figures')).not.toContain('Retornos sin BID')
})

test('children are counted by their first find, and each file says so: nobody else finds as many in his own list', () => {
  expect(titlesOf('figures')).toContain('Detectados por primera vez en el periodo')
  for (const name of ['found-by-nationality', 'found-by-age', 'found-by-company'])
    expect(LISTS_OF_COUNTS.find((list) => list.name === name)?.label.es).toMatch(/^Detectados por primera vez, por /)
})

test('alerts are counted by kind and severity, and each row says which', () => {
  expect(titlesOf('open-alerts')).toEqual(['Entidad', 'Alerta', 'Gravedad de la alerta', 'Alertas'])
})

test('the days since the last cut-off are not called a delay', () => {
  expect(titlesOf('deliveries').at(-1)).toBe('Días desde el último corte')
})
