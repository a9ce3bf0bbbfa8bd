/** How offices of INM are written. */
import { expect, test } from 'vitest'
import { stateOfOffice } from './state-of-office.ts'

test.each([
  ['Chiapas', '07'],
  ['QUERETARO', '22'],
  ['QUERÉTARO', '22'],
  ['Estado de México', '15'],
  ['Ciudad de México', '09'],
  ['O.R. Chiapas', '07'],
  ['OR TABASCO', '27'],
  ['Oficina de Representación en Nuevo León', '19'],
  ['Oficina de Representación del INM en el Estado de México', '15'],
  ['Delegación Federal en Coahuila', '05'],
  ['Oaxaca', '20'],
  ['Orizaba', null],
  ['Oficinas centrales', null],
])('given "%s", the state is %s', (text, state) => {
  expect(stateOfOffice(text)).toBe(state)
})
