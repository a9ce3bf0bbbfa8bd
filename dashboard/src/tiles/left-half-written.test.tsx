// @vitest-environment jsdom
/** A reason that was left half-written stands in its form again; one that was sent does not, in any of the forms that ask for one. */
import '@testing-library/jest-dom/vitest'
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { Provider } from 'urql'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { loadSession } from '../api/session.ts'
import '../testing/dialogs.ts'
import { OFFICE } from '../testing/office.ts'
import { Stage } from '../ui/stage.tsx'
import { startWords } from '../words/words.ts'
import { AcknowledgeAll } from './alerts/acknowledge-all.tsx'
import { ActDialog } from './alerts/act-dialog.tsx'
import { SilenceDialog } from './silences/silence-dialog.tsx'
import { BreachDialog } from './system/breach-dialogs.tsx'

void startWords(null)
beforeEach(async () => {
  vi.stubGlobal('fetch', async () => Response.json({ signedIn: true, ...OFFICE, draftKey: 'a key' }))
  await loadSession()
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const ALERT = { id: '1', version: 1, severity: 'CRITICAL' } as const
const REASON = 'Se acordó con la Procuraduría que se abre mañana'
const nothing = () => {}
/** It does all that it is asked. */
const CLIENT = {
  query: () => ({ toPromise: async () => ({ data: { alerts: { edges: [{ node: { id: '1', version: 1 } }] } } }) }),
  mutation: () => ({ toPromise: async () => ({ data: { acknowledgeAlerts: { refused: [] } } }) }),
}

const DIALOGS: Readonly<Record<string, ReactNode>> = {
  'an act about an alert': <ActDialog act="comment" alert={ALERT} name="NNA-1" onDone={nothing} onEnd={nothing} />,
  'one for all of a notice': <AcknowledgeAll filter={{}} severity="CRITICAL" name="Chiapas" waiting={2} />,
  'a silence': <SilenceDialog person={OFFICE} onEnd={nothing} />,
  'a breach': <BreachDialog person={OFFICE} onEnd={nothing} />,
}

function open(dialog: ReactNode): HTMLTextAreaElement {
  cleanup()
  render(
    <Provider value={CLIENT as never}>
      {dialog}
      <Stage />
    </Provider>,
  )
  const opening = screen.queryByRole('button', { name: /^Acusar.*: Chiapas/ })
  if (opening) fireEvent.click(opening)
  return document.querySelector('textarea') as HTMLTextAreaElement
}

test.each(Object.entries(DIALOGS))('of %s', async (_, dialog) => {
  fireEvent.change(open(dialog), { target: { value: REASON } })
  const field = open(dialog)
  expect(field).toHaveValue(REASON)

  for (const select of document.querySelectorAll('select'))
    fireEvent.change(select, { target: { value: [...select.options].find(({ value }) => value !== '')?.value } })
  for (const input of document.querySelectorAll('input'))
    fireEvent.change(input, { target: { value: '2026-11-20T10:00' } })
  fireEvent.submit(field.closest('form') as HTMLElement)
  await waitFor(() => expect(field).toHaveValue(''))
  expect(open(dialog)).toHaveValue('')
})
