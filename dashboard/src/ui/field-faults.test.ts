// @vitest-environment jsdom
/** A form that is not sent says why in the language of the page, whatever the browser speaks; once it is mended it goes. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { formatIn } from '../format/format.ts'
import { inSpanish, startWords } from '../words/words.ts'
import { sayFieldFaults } from './field-faults.ts'

void startWords(null)
const t = inSpanish()
const sent = vi.fn((event: Event) => event.preventDefault())
let stop = () => {}

beforeEach(() => {
  sent.mockClear()
  stop = sayFieldFaults('es', formatIn('es', t))
})
afterEach(() => stop())

function form(field: string): HTMLInputElement {
  document.body.innerHTML = `<form>${field}<button type="submit">Guardar</button></form>`
  document.querySelector('form')?.addEventListener('submit', sent)
  return document.querySelector('input, select') as HTMLInputElement
}
const send = () => document.querySelector('button')?.click()

test.each([
  ['<input required>', '', 'Falta llenar este campo.'],
  [
    '<select required><option value="">Elija…</option><option>INM</option></select>',
    '',
    'Elija una opción de la lista.',
  ],
  ['<input type="url">', 'sistema.mx', 'Escriba una dirección completa: empieza por «https:».'],
  ['<input type="email">', 'oficina', 'Escriba un correo completo, como oficina@ejemplo.mx.'],
  ['<input type="number" min="1" max="90">', '91', 'Escriba un número de 1 a 90.'],
  ['<input type="number" min="1" max="90">', '1.5', 'Escriba un número entero.'],
  ['<input type="date" min="2026-12-01">', '2026-11-30', 'No puede ser antes del 1 de diciembre de 2026.'],
  ['<input type="date" max="2026-12-01">', '2026-12-02', 'No puede ser después del 1 de diciembre de 2026.'],
])('given %s holds %j, it says so', (written, value, fault) => {
  const field = form(written)
  field.value = value
  send()

  expect(field.validationMessage).toBe(fault)
  expect(sent).not.toHaveBeenCalled()
})

test('given it is mended, the form goes', () => {
  const field = form('<input required>')
  send()
  field.value = 'Para el informe'
  field.dispatchEvent(new Event('input', { bubbles: true }))

  expect(field.validationMessage).toBe('')
  send()
  expect(sent).toHaveBeenCalledOnce()
})

test('given the words came back by themselves, with no key pressed, the form goes at once', () => {
  const field = form('<input required>')
  send()
  field.value = 'Lo que se escribía cuando terminó la sesión'
  send()

  expect(sent).toHaveBeenCalledOnce()
})

test('what a part of the page has to say of a field stands', () => {
  const field = form('<input required>')
  field.setCustomValidity('Lleva la CURP de alguien.')
  send()

  expect(field.validationMessage).toBe('Lleva la CURP de alguien.')
})
