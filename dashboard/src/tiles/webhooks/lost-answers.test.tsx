// @vitest-environment jsdom
/** A secret whose answer was lost may have been made, and nobody has seen it: its owner is told to make another, before the former ends. */
import { fireEvent, screen } from '@testing-library/react'
import { Provider } from 'urql'
import { expect, test } from 'vitest'
import { fromValue, merge, never } from 'wonka'
import '../../testing/dialogs.ts'
import { renderTile } from '../../testing/render-tile.tsx'
import { EndpointsTile } from './endpoints-tile.tsx'

const ENDPOINT = {
  ...{ id: 'e1', url: 'https://example.mx/a', description: 'Sistema de quejas', status: 'ACTIVE' },
  ...{ envelope: 'STANDARD', severities: null, kinds: null, states: null, contact: null },
  ...{ rightsUntil: '2027-02-27T12:00:00Z', failuresInARow: 0, restsUntil: null, waiting: 0, deadLetters: 0 },
}
const PAGE = { webhookEndpoints: { edges: [{ node: ENDPOINT }], pageInfo: { hasNextPage: false, endCursor: null } } }

async function pageWithLostAnswers() {
  const client = {
    executeQuery: () => merge([fromValue({ data: PAGE, stale: false, hasNext: false }), never]),
    mutation: () => ({
      toPromise: async () => ({ error: { networkError: new TypeError('lost'), graphQLErrors: [] } }),
    }),
  }
  await renderTile(
    <Provider value={client as never}>
      <EndpointsTile />
    </Provider>,
    'never',
  )
}

test('given the answer is lost with which a secret was changed, one is told to change it once more', async () => {
  await pageWithLostAnswers()
  fireEvent.click(await screen.findByRole('button', { name: 'Cambiar secreto: Sistema de quejas' }))
  fireEvent.submit(document.querySelector('dialog form') as HTMLElement)

  expect(await screen.findByText(/Vuelva a cambiarlo: .* el anterior deja de firmar en 24 horas/)).toBeVisible()
})

test('given the answer is lost with which a system was registered, one is told to change its secret', async () => {
  await pageWithLostAnswers()
  const address = await screen.findByLabelText('Dirección https')
  fireEvent.submit(address.closest('form') as HTMLElement)

  expect(await screen.findByText(/Si aparece en la lista, cambie su secreto/)).toBeVisible()
})
