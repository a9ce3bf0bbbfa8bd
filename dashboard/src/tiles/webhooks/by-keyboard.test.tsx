// @vitest-environment jsdom
/** Whoever works without a mouse deletes nothing by holding Enter, and is led to a secret that is shown but once. */
import { fireEvent, screen } from '@testing-library/react'
import { Provider } from 'urql'
import { expect, test, vi } from 'vitest'
import { fromValue, merge, never } from 'wonka'
import '../../testing/dialogs.ts'
import { renderTile } from '../../testing/render-tile.tsx'
import { Announcer } from '../../ui/announcer.tsx'
import { Confirmation } from './confirmation.tsx'
import { EndpointsTile } from './endpoints-tile.tsx'
import { MadeSecret } from './made-secret.tsx'
import { Redelivery } from './redelivery.tsx'

const nothing = () => {}

test.each(['delete', 'disable'] as const)('asked whether to %s, one stands at «Cancelar»', async (act) => {
  await renderTile(<Confirmation act={act} name="Sistema de quejas" onGo={nothing} onEnd={nothing} />, 'never')

  expect(screen.getByRole('button', { name: 'Cancelar' })).toHaveFocus()
})

test('a secret that was made is where one stands', async () => {
  await renderTile(<MadeSecret name="Sistema de quejas" secret="whpk_1" onKept={nothing} />, 'never')

  expect(document.activeElement).toHaveClass('secret-made')
})

test('and copies it without selecting it', async () => {
  const copied: string[] = []
  vi.stubGlobal('navigator', { clipboard: { writeText: async (text: string) => void copied.push(text) } })
  await renderTile(<MadeSecret name="Sistema de quejas" secret="whpk_1" onKept={nothing} />, 'never')
  fireEvent.click(screen.getByRole('button', { name: 'Copiarlo' }))

  expect(await screen.findByText('Copiado')).toBeVisible()
  expect(copied).toEqual(['whpk_1'])
  vi.unstubAllGlobals()
})

const ENDPOINT = {
  ...{
    id: 'e1',
    url: 'https://example.mx/a',
    description: 'Sistema de quejas',
    status: 'ACTIVE',
    envelope: 'STANDARD',
  },
  ...{ severities: null, kinds: null, states: null, contact: null, rightsUntil: '2027-02-27T12:00:00Z' },
  ...{ failuresInARow: 0, restsUntil: null, waiting: 0, deadLetters: 0 },
}

/** The page of one system, whose every act is answered in turn. */
async function pageOf(answers: object[], tile = <EndpointsTile />) {
  let edges = [{ node: ENDPOINT }]
  const page = () => ({ webhookEndpoints: { edges, pageInfo: { hasNextPage: false, endCursor: null } } })
  const client = {
    executeQuery: () => merge([fromValue({ data: page(), stale: false, hasNext: false }), never]),
    mutation: () => ({ toPromise: async () => answers.shift() }),
  }
  await renderTile(
    <Provider value={client as never}>
      {tile}
      <Announcer />
    </Provider>,
    'never',
  )
  return { without: () => (edges = []), turned: (status: string) => (edges = [{ node: { ...ENDPOINT, status } }]) }
}

test('given a system is deleted, whoever listens hears it, though what says so goes with it', async () => {
  const { without } = await pageOf([{ data: { done: { secret: null } } }])
  fireEvent.click(await screen.findByRole('button', { name: 'Borrar: Sistema de quejas' }))
  without()
  fireEvent.submit(document.querySelector('dialog form') as HTMLElement)

  expect(await screen.findByText('Se borró: Sistema de quejas.')).toBeInTheDocument()
})

test('given it has answered that it is gone, it is not said any more that a test is on its way', async () => {
  const { turned } = await pageOf([{ data: { done: { secret: null } } }])
  fireEvent.click(await screen.findByRole('button', { name: /^Enviar prueba/ }))
  expect(await screen.findByText(/^La prueba salió/)).toBeVisible()
  turned('GONE')

  expect(await screen.findByText('Respondió que ya no existe (410)')).toBeVisible()
  expect(screen.queryByText(/^La prueba salió/)).toBeNull()
})

test('given another secret is made before the first one is kept, both are there to be kept', async () => {
  await pageOf([{ data: { done: { secret: 'whpk_1' } } }, { data: { done: { secret: 'whpk_2' } } }])
  for (const secret of ['whpk_1', 'whpk_2']) {
    fireEvent.click(await screen.findByRole('button', { name: /^Cambiar secreto/ }))
    fireEvent.submit(document.querySelector('dialog form') as HTMLElement)
    await screen.findByText(secret)
    fireEvent(document.querySelector('dialog') as HTMLElement, new Event('close'))
  }

  expect(screen.getByText('whpk_1')).toBeVisible()
  fireEvent.click(screen.getAllByRole('button', { name: 'Ya lo guardé' })[0] as HTMLElement)
  expect(screen.queryByText('whpk_1')).toBeNull()
  expect(screen.getByText('whpk_2')).toBeVisible()
})

test('given more is asked for once more than may be, it is said how much that is', async () => {
  const error = { graphQLErrors: [{ extensions: { code: 'BAD_USER_INPUT' } }] }
  await pageOf([{ error }], <Redelivery endpoint="e1" onDone={nothing} />)
  fireEvent.submit(document.querySelector('form') as HTMLElement)

  expect(await screen.findByText(/^Eso es más de 31 días o de 10,000 mensajes/)).toBeVisible()
})

test('given nothing else is chosen, another secret signs as the one before', async () => {
  const chosen: unknown[] = []
  const onGo = (signature: unknown) => void chosen.push(signature)
  await renderTile(<Confirmation act="rotate" name="Sistema de quejas" onGo={onGo} onEnd={nothing} />, 'never')
  expect(screen.getByRole('option', { name: 'Como hasta ahora', hidden: true })).toHaveProperty('selected', true)
  fireEvent.submit(document.querySelector('dialog form') as HTMLElement)

  expect(chosen).toEqual([null])
})
