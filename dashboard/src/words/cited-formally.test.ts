/** A letter names an article as an office in Mexico writes it. */
import * as migration from '@vigia/law/articles'
import { expect, test } from 'vitest'
import { citedFormally } from './cited-formally.ts'

const LAW = 'Ley de Migración'

test.each([
  ['74', 'artículo 74 de la Ley de Migración'],
  ['99 ¶3', 'artículo 99, párrafo tercero, de la Ley de Migración'],
  ['112 I', 'artículo 112, fracción I, de la Ley de Migración'],
  ['52 V b', 'artículo 52, fracción V, inciso b), de la Ley de Migración'],
])('%s is the %s', (article, words) => {
  expect(citedFormally(article, LAW)).toBe(words)
})

test('no sign of the short form is left of any article of the Ley de Migración', () => {
  for (const { article } of Object.values(migration)) {
    expect(citedFormally(article, LAW)).toMatch(
      /^artículo \d+(, párrafo [a-zé]+)?(, fracción [IVXL]+)?(, inciso [a-z]\))?,? de la /,
    )
  }
})
