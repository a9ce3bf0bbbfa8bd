// @vitest-environment jsdom
/** An act that the registry did not look at, since too much was asked in a minute, was not kept: it says so, and when to try again. */
import '@testing-library/jest-dom/vitest'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import type { ReactNode } from 'react'
import { CombinedError, Provider } from 'urql'
import { afterEach, expect, test } from 'vitest'
import '../testing/dialogs.ts'
import { OFFICE } from '../testing/office.ts'
import { startWords } from '../words/words.ts'
import { ActDialog } from './alerts/act-dialog.tsx'
import { SilenceDialog } from './silences/silence-dialog.tsx'
import { BreachDialog } from './system/breach-dialogs.tsx'

void startWords(null)
afterEach(cleanup)
const ALERT = { id: '1', version: 1, severity: 'CRITICAL' } as const
const REASON = 'Se acordó con la Procuraduría que se abre mañana'
const nothing = () => {}
const refusedBy = (code: string) =>
  new CombinedError({ graphQLErrors: [{ message: 'Too much was asked: ask again in 1 s.', extensions: { code } }] })
const clientOf = (code: string) => ({ mutation: () => ({ toPromise: async () => ({ error: refusedBy(code) }) }) })

const DIALOGS: Readonly<Record<string, ReactNode>> = {
  'an act about an alert': <ActDialog act="comment" alert={ALERT} name="NNA-1" onDone={nothing} onEnd={nothing} />,
  'a silence': <SilenceDialog person={OFFICE} onEnd={nothing} />,
  'a breach': <BreachDialog person={OFFICE} onEnd={nothing} />,
}

const CASES = Object.entries(DIALOGS).flatMap(([of, dialog]) =>
  ['RATE_LIMITED', 'TOO_MANY_AT_ONCE'].map((code) => [of, code, dialog] as const),
)
test.each(CASES)('of %s: %s', async (_, code, dialog) => {
  render(<Provider value={clientOf(code) as never}>{dialog}</Provider>)
  const field = document.querySelector('textarea') as HTMLTextAreaElement
  for (const select of document.querySelectorAll('select'))
    fireEvent.change(select, { target: { value: [...select.options].find(({ value }) => value !== '')?.value } })
  for (const input of document.querySelectorAll('input'))
    fireEvent.change(input, { target: { value: '2026-11-20T10:00' } })
  fireEvent.change(field, { target: { value: REASON } })
  fireEvent.submit(field.closest('form') as HTMLElement)

  await screen.findByText(/^No se guardó: .* Envíelo otra vez dentro de un minuto\.$/)
  expect(screen.queryByText(/No se sabe/)).not.toBeInTheDocument()
})
