// @vitest-environment jsdom
/** What is being changed of a system stays as it was typed, whatever becomes of the page behind it, and is there again once it was closed; an address that will not do is told of beside it. */
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { CombinedError, Provider } from 'urql'
import { expect, test, vi } from 'vitest'
import { fromValue, merge, never } from 'wonka'
import '../../testing/dialogs.ts'
import { loadSession } from '../../api/session.ts'
import { OFFICE } from '../../testing/office.ts'
import { renderTile } from '../../testing/render-tile.tsx'
import { Stage } from '../../ui/stage.tsx'
import { EndpointForm } from './endpoint-form.tsx'
import { EndpointsTile } from './endpoints-tile.tsx'

const ENDPOINT = {
  ...{ id: 'e1', url: 'https://example.mx/a', description: 'Sistema de quejas', status: 'ACTIVE' },
  ...{ envelope: 'STANDARD', severities: null, kinds: null, states: null, contact: null },
  ...{ rightsUntil: '2027-02-27T12:00:00Z', failuresInARow: 0, restsUntil: null, waiting: 0, deadLetters: 0 },
}
const PAGE = { webhookEndpoints: { edges: [{ node: ENDPOINT }], pageInfo: { hasNextPage: false, endCursor: null } } }
const AWAY = new CombinedError({
  graphQLErrors: [{ message: 'no', extensions: { code: 'SUBGRAPH_UNAVAILABLE', service: 'oversight' } }],
})

const show = (client: object, tile = <EndpointsTile />) =>
  renderTile(
    <Provider value={client as never}>
      {tile}
      <Stage />
    </Provider>,
    'never',
  )

test('given the service does not answer for a moment, the dialog stays with what is typed', async () => {
  let answer: object = { data: PAGE }
  const client = {
    executeQuery: () => merge([fromValue({ ...answer, stale: false, hasNext: false }), never]),
    mutation: () => ({ toPromise: async () => ({ data: { done: { secret: null } } }) }),
  }
  await show(client)
  fireEvent.click(await screen.findByRole('button', { name: 'Cambiar: Sistema de quejas' }))
  const address = document.querySelector('dialog [name=url]') as HTMLInputElement
  fireEvent.change(address, { target: { value: 'https://example.mx/una-direccion-larga' } })
  answer = { data: { webhookEndpoints: null }, error: AWAY }
  fireEvent.click(screen.getByRole('button', { name: /^Enviar prueba/, hidden: true }))

  expect(await screen.findByText('No disponible')).toBeInTheDocument()
  expect(address).toBeInTheDocument()
  expect(address).toHaveValue('https://example.mx/una-direccion-larga')
})

const nothing = () => {}

/** Nothing is sent to the address that is written. */
const NOT_THERE = {
  executeQuery: () => merge([fromValue({ data: PAGE, stale: false, hasNext: false }), never]),
  mutation: () => ({
    toPromise: async () => ({ error: { graphQLErrors: [{ extensions: { code: 'URL_NOT_ALLOWED' } }] } }),
  }),
}

test.each([
  ['changed', 'dialog form', <EndpointsTile key="tile" />],
  ['registered', '.notices-form', <EndpointForm key="form" onSecret={nothing} onDone={nothing} />],
] as const)(
  'given the address of a system that is %s will not do, one is led to it and reads why',
  async (_, form, tile) => {
    await show(NOT_THERE, tile)
    const change = form === 'dialog form' && (await screen.findByRole('button', { name: 'Cambiar: Sistema de quejas' }))
    if (change) fireEvent.click(change)
    const address = document.querySelector(`${form} [name=url]`) as HTMLInputElement
    fireEvent.change(address, { target: { value: 'https://10.0.0.1/avisos' } })
    fireEvent.submit(address.form as HTMLElement)

    expect(await screen.findByText(/^A esa dirección no se envía/)).toBeInTheDocument()
    expect(address).toHaveFocus()
    expect(address).toHaveAttribute('aria-invalid', 'true')
    expect(address).toHaveAccessibleDescription(/^A esa dirección no se envía/)
    expect(address.closest('label')).toContainElement(screen.getByText(/^A esa dirección no se envía/))
  },
)

test('given a change is closed half-written, it stands there again; of one that was saved, or not begun, nothing is left', async () => {
  vi.stubGlobal('fetch', async () => Response.json({ signedIn: true, ...OFFICE, draftKey: 'a key' }))
  await loadSession()
  const client = { ...NOT_THERE, mutation: () => ({ toPromise: async () => ({ data: { done: { secret: null } } }) }) }
  await show(client)
  const open = async () => {
    fireEvent.click(await screen.findByRole('button', { name: 'Cambiar: Sistema de quejas', hidden: true }))
    return document.querySelector('dialog form') as HTMLFormElement
  }
  const close = () => fireEvent(document.querySelector('dialog') as HTMLElement, new Event('close'))
  const fieldIn = (form: HTMLFormElement, name: string) => form.elements.namedItem(name) as HTMLSelectElement
  const left = () => screen.queryByText('Aquí sigue lo que dejó a medias.')

  await open()
  close()
  const first = await open()
  expect(left()).toBeNull()
  fireEvent.change(fieldIn(first, 'description'), { target: { value: 'Sistema de quejas y denuncias' } })
  fireEvent.change(fieldIn(first, 'severity'), { target: { value: 'critical' } })
  close()

  const second = await open()
  expect(left()).toBeInTheDocument()
  expect(fieldIn(second, 'description')).toHaveValue('Sistema de quejas y denuncias')
  await waitFor(() => expect(fieldIn(second, 'severity')).toHaveValue('critical'))
  expect(fieldIn(second, 'url')).toHaveValue('https://example.mx/a')
  fireEvent.submit(second)
  await waitFor(() => expect(document.querySelector('dialog')).toHaveProperty('open', false))
  close()

  expect(fieldIn(await open(), 'description')).toHaveValue('Sistema de quejas')
  expect(left()).toBeNull()
  vi.unstubAllGlobals()
})
