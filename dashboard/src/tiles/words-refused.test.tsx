// @vitest-environment jsdom
/** Words that will not do: whoever wrote them is led back to them and hears why, the second time as well. */
import '@testing-library/jest-dom/vitest'
import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { DIALOGS, openWorded } from '../testing/worded-dialogs.tsx'
import { startWords } from '../words/words.ts'

void startWords(null)
afterEach(cleanup)
/** Of which nothing is asked but what a notice holds. */
const CLIENT = { query: () => ({ toPromise: async () => ({}) }) }

test.each(Object.entries(DIALOGS))('of %s', (_, dialog) => {
  const field = openWorded(dialog, CLIENT)
  const send = document.querySelector('[type=submit]') as HTMLElement
  expect(field).not.toHaveAttribute('aria-invalid')

  fireEvent.change(field, { target: { value: 'no' } })
  for (const _time of ['first', 'second']) {
    send.focus()
    fireEvent.submit(field.closest('form') as HTMLElement)
    expect(field).toHaveFocus()
    expect(field).toHaveAttribute('aria-invalid', 'true')
    const said = screen.getByRole('status', { hidden: true })
    expect(said).not.toBeEmptyDOMElement()
    expect(field.getAttribute('aria-describedby')?.split(' ')).toContain(said.id)
  }
})

test('given the CURP of somebody is written, it is said that it has to go, and nothing is sent', () => {
  const field = openWorded(DIALOGS['an act about an alert'], CLIENT)

  fireEvent.change(field, { target: { value: 'Se habló con la familia de LOPM100101MCSPRR01 por la mañana' } })
  fireEvent.submit(field.closest('form') as HTMLElement)

  expect(screen.getByRole('status', { hidden: true })).toHaveTextContent(
    'Lleva la CURP, el teléfono o el correo de alguien: quítelos, porque otras oficinas lo leen.',
  )
})

const LONG = 'Se pidió informe a la Procuraduría y al DIF sobre la entrega. '.repeat(12).trim()

test.each(Object.entries(DIALOGS))(
  'given more is pasted into %s than goes in, nothing is cut off, and it is said how much is too much',
  (_, dialog) => {
    const field = openWorded(dialog, CLIENT)
    // What a browser does with it when text is pasted.
    const pasted = field.maxLength < 0 ? LONG : LONG.slice(0, field.maxLength)

    fireEvent.change(field, { target: { value: pasted } })
    fireEvent.submit(field.closest('form') as HTMLElement)

    expect(field).toHaveValue(LONG)
    expect(screen.getByRole('status', { hidden: true })).toHaveTextContent(`sobran ${LONG.length - 500}`)
  },
)
