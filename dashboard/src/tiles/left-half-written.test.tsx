// @vitest-environment jsdom
/** A reason that was left half-written stands in its form again; one that was sent does not, in any of the forms that ask for one. */
import '@testing-library/jest-dom/vitest'
import { cleanup, fireEvent, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { loadSession } from '../api/session.ts'
import { OFFICE } from '../testing/office.ts'
import { DIALOGS, openWorded } from '../testing/worded-dialogs.tsx'
import { startWords } from '../words/words.ts'

void startWords(null)
beforeEach(async () => {
  vi.stubGlobal('fetch', async () => Response.json({ signedIn: true, ...OFFICE, draftKey: 'a key' }))
  await loadSession()
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const REASON = 'Se acordó con la Procuraduría que se abre mañana'
/** It does all that it is asked. */
const CLIENT = {
  query: () => ({ toPromise: async () => ({ data: { alerts: { edges: [{ node: { id: '1', version: 1 } }] } } }) }),
  mutation: () => ({ toPromise: async () => ({ data: { acknowledgeAlerts: { refused: [] } } }) }),
}

function open(dialog: Parameters<typeof openWorded>[0]): HTMLTextAreaElement {
  cleanup()
  return openWorded(dialog, CLIENT)
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
