// @vitest-environment jsdom
/** What is said of a signature that did not come about: of one that was refused that it was not given, of one without an answer that nobody knows. */
import { fireEvent, screen } from '@testing-library/react'
import { CombinedError, Provider } from 'urql'
import { expect, test, vi } from 'vitest'
import { fromValue } from 'wonka'
import '../../testing/dialogs.ts'
import { renderTile } from '../../testing/render-tile.tsx'
import type { Emergency } from './emergencies-query.ts'
import { SignDialog } from './sign-dialog.tsx'

const EMERGENCY = {
  ...{ id: '1', folio: 'NNA-1', subject: 'a-1', role: 'ppnna-officer', states: ['07'], isOutside: true },
  ...{ at: '2026-11-24T16:00:00Z', until: '2026-11-25T16:00:00Z', reason: 'Hospitalización urgente', state: 'OPEN' },
  ...{ signedAt: null, signedBy: null, signedRole: null, maySign: true },
} as Emergency

const refusedAs = (code: string) =>
  new CombinedError({ graphQLErrors: [{ message: 'Another person signs.', extensions: { code } }] })

test.each([
  ['nobody answers', new CombinedError({ networkError: new Error('lost') }), /^No se sabe si la firma se registró/],
  ['it is refused as of another', refusedAs('FORBIDDEN'), /^No se firmó: firma otra persona/],
  ['it is not his to see any more', refusedAs('NOT_FOUND'), /^No se firmó: firma otra persona/],
])('given %s, that is said, and the dialog stays', async (_what, error, said) => {
  const client = { executeMutation: () => fromValue({ stale: false, hasNext: false, error }) }
  await renderTile(
    // A stand-in for the client: of it, the dialog uses this method.
    <Provider value={client as never}>
      <SignDialog emergency={EMERGENCY} whose="NNA-1" onEnd={vi.fn()} />
    </Provider>,
    'never',
  )
  fireEvent.click(screen.getByRole('button', { name: 'Firmar' }))

  expect(await screen.findByText(said)).toBeVisible()
  expect(screen.getByText(/Lo abrió Procuraduría de Protección · Chiapas/)).toBeVisible()
})
