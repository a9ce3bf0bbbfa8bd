/** A reason has to say something. */
import { expect, test } from 'vitest'
import { faultOfReason } from './written-reason.ts'

test.each([
  ['Audiencia de la niña mañana a las 9', 'REASON'],
  ['Hospitalización urgente: se busca a un familiar', 'EMERGENCY'],
] as const)('"%s" says something', (reason, by) => {
  expect(faultOfReason(reason, by)).toBeNull()
})

test.each([
  ['', 'REASON', /at least 10/],
  ['urgente', 'REASON', /at least 10/],
  ['Audiencia mañana', 'EMERGENCY', /at least 20/],
  [`   ${' '.repeat(30)}urgencia `, 'EMERGENCY', /at least 20/],
  ['a'.repeat(40), 'EMERGENCY', /says something/],
  ['urgente urgente urgente urgente', 'EMERGENCY', /says something/],
  ['asdf asdf asdf asdf asdf asdf', 'EMERGENCY', /says something/],
  ['12345678901234567890 1234', 'EMERGENCY', /says something/],
  ['aaa aab aba abb baa bab bba', 'EMERGENCY', /says something/],
  [`Se busca a la madre ${'x'.repeat(500)}`, 'EMERGENCY', /at most 500/],
  ['Se busca a la \u202emadre de la niña', 'EMERGENCY', /plain text/],
] as const)('"%s" does not', (reason, by, fault) => {
  expect(faultOfReason(reason, by)).toMatch(fault)
})
