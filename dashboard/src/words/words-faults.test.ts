/** Whoever wrote a reason that will not do is told which rule it breaks, in the language of the page. */
import { expect, test } from 'vitest'
import { wordsFaultIn } from './words-faults.ts'

test.each([
  ['Muy corto', /corto.*20/, /short.*20/],
  ['una visita larga '.repeat(40), /largo.*500.*sobran 179/, /long.*500.*179 are too many/],
  ['Se extravió una\u202e computadora', /signos que no se ven/, /signs that cannot be seen/],
  ['aaaaaaaaaaaaaaaaaaaaaaaaaa', /No dice lo bastante/, /does not say enough/],
])('given %j, it is said', (words, es, en) => {
  expect(wordsFaultIn(words, 20, 'es')).toMatch(es)
  expect(wordsFaultIn(words, 20, 'en')).toMatch(en)
})

test('of what says why nothing is said', () => {
  expect(wordsFaultIn('Se extravió una computadora de la oficina', 20, 'es')).toBeNull()
})

test('given fewer go in than elsewhere, it is said how many', () => {
  const purpose = 'Para el informe anual de la comisión '.repeat(9)

  expect(wordsFaultIn(purpose, 10, 'es', 300)).toBe('Es demasiado largo: caben 300 caracteres, y sobran 32.')
  expect(wordsFaultIn(purpose, 10, 'es')).toBeNull()
})
