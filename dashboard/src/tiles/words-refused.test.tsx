// @vitest-environment jsdom
/** Words that will not do: whoever wrote them is led back to them and hears why, the second time as well. */
import '@testing-library/jest-dom/vitest'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import type { ReactNode } from 'react'
import { Provider } from 'urql'
import { afterEach, expect, test } from 'vitest'
import '../testing/dialogs.ts'
import { OFFICE } from '../testing/office.ts'
import { Stage } from '../ui/stage.tsx'
import { startWords } from '../words/words.ts'
import { AcknowledgeAll } from './alerts/acknowledge-all.tsx'
import { ActDialog } from './alerts/act-dialog.tsx'
import { SilenceDialog } from './silences/silence-dialog.tsx'
import { BreachDialog } from './system/breach-dialogs.tsx'

void startWords(null)
afterEach(cleanup)
const ALERT = { id: '1', version: 1, severity: 'CRITICAL' } as const
const nothing = () => {}
/** Of which nothing is asked but what a notice holds. */
const CLIENT = { query: () => ({ toPromise: async () => ({}) }) }

const DIALOGS: Readonly<Record<string, ReactNode>> = {
  'an act about an alert': <ActDialog act="comment" alert={ALERT} name="NNA-1" onDone={nothing} onEnd={nothing} />,
  'one for all of a notice': <AcknowledgeAll filter={{}} severity="CRITICAL" name="Chiapas" waiting={2} />,
  'a silence': <SilenceDialog person={OFFICE} onEnd={nothing} />,
  'a breach': <BreachDialog person={OFFICE} onEnd={nothing} />,
}

test.each(Object.entries(DIALOGS))('of %s', (_, dialog) => {
  render(
    <Provider value={CLIENT as never}>
      {dialog}
      <Stage />
    </Provider>,
  )
  const opening = screen.queryByRole('button', { name: /^Acusar.*: Chiapas/ })
  if (opening) fireEvent.click(opening)
  const field = document.querySelector('textarea') as HTMLTextAreaElement
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
  render(<Provider value={CLIENT as never}>{DIALOGS['an act about an alert']}</Provider>)
  const field = document.querySelector('textarea') as HTMLTextAreaElement

  fireEvent.change(field, { target: { value: 'Se habló con la familia de LOPM100101MCSPRR01 por la mañana' } })
  fireEvent.submit(field.closest('form') as HTMLElement)

  expect(screen.getByRole('status', { hidden: true })).toHaveTextContent(
    'Lleva la CURP, el teléfono o el correo de alguien: quítelos, porque otras oficinas lo leen.',
  )
})
