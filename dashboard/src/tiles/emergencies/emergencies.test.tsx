// @vitest-environment jsdom
/** Accesses for an emergency: who may sign finds the button, and that there are none is said only where that is known. */
import { act, fireEvent, screen, within } from '@testing-library/react'
import { Provider } from 'urql'
import { expect, test, vi } from 'vitest'
import { fromValue, merge, never } from 'wonka'
import '../../testing/dialogs.ts'
import { AS_OF, renderTile } from '../../testing/render-tile.tsx'
import { Announcer } from '../../ui/announcer.tsx'
import { Stage } from '../../ui/stage.tsx'
import { Emergencies } from './emergencies.tsx'

const NODE = {
  id: '1',
  at: '2026-11-24T16:00:00Z',
  until: '2026-11-25T16:00:00Z',
  state: 'OPEN',
  folio: 'NNA-1',
  isOutside: true,
  reason: 'Hospitalización urgente',
  subject: 'a-1',
  role: 'ppnna-officer',
  states: ['07'],
  signedAt: null,
  signedBy: null,
  signedRole: null,
  maySign: true,
}
const answer = (...nodes: (typeof NODE | object)[]) => {
  const edges = nodes.map((node) => ({ node: { ...NODE, ...node } }))
  const of = (isSigned: boolean) => edges.filter(({ node }) => (node.state === 'SIGNED') === isSigned)
  return {
    data: {
      waiting: { edges: of(false), pageInfo: { hasPreviousPage: false } },
      signed: { edges: of(true), pageInfo: { hasNextPage: false } },
    },
  }
}

test('given one waits for a signature, whoever may sign reads who, why and until when, and can', async () => {
  await renderTile(
    <Emergencies />,
    answer({}, { id: '2', folio: 'NNA-2', state: 'UNSIGNED_AFTER_72_HOURS', maySign: false }),
  )

  const [late, waiting] = await screen.findAllByRole('listitem')
  expect(late).toHaveTextContent(/NNA-2.*Sin firma a las 72 horas.*Debió firmarse a más tardar el 27 de noviembre/)
  expect(within(late as HTMLElement).queryByRole('button')).toBeNull()
  expect(waiting).toHaveTextContent(
    /NNA-1.*Por firmar.*Procuraduría de Protección · Chiapas \(cuenta a-1\).*fuera de su ámbito.*a más tardar el 27 de noviembre de 2026, 10:00 h.*Hospitalización urgente/,
  )
  expect(within(waiting as HTMLElement).getByRole('button', { name: /Firmar.*NNA-1.*a-1/ })).toBeVisible()
})

test('given one is signed, it says by whom, and no button is left', async () => {
  await renderTile(
    <Emergencies />,
    answer({ state: 'SIGNED', signedBy: 'b-2', signedRole: 'state-secretary', signedAt: AS_OF, maySign: false }),
  )

  expect(await screen.findByRole('listitem')).toHaveTextContent(
    /Firmado.*Firmó Secretaría ejecutiva estatal \(cuenta b-2\)/,
  )
  expect(screen.queryByRole('button')).toBeNull()
})

test('given none, it says so', async () => {
  await renderTile(<Emergencies />, answer())

  expect(await screen.findByText('No hay ninguno.')).toBeVisible()
})

test('given the list cannot be had, it says that, and not that there are none', async () => {
  await renderTile(<Emergencies />, { data: { waiting: null, signed: null }, down: 'children' })

  expect(await screen.findByText('No disponible')).toBeVisible()
  expect(screen.queryByText('No hay ninguno.')).toBeNull()
})

test('while nobody has answered, it says that it loads', async () => {
  await renderTile(<Emergencies />, 'never')

  expect(await screen.findByText('Cargando: Accesos de emergencia')).toBeInTheDocument()
})

/** A page on which each question is answered by `data`, and a signature by `signing`. */
async function pageOf(data: object, signing: () => object) {
  const result = (said: object) => merge([fromValue({ stale: false, hasNext: false, ...said }), never])
  const client = { executeQuery: () => result({ data }), executeMutation: () => result(signing()) }
  await renderTile(
    // A stand-in for the client: of it, the tile uses these two methods.
    <Provider value={client as never}>
      <Emergencies />
      <Stage />
      <Announcer />
    </Provider>,
    'never',
  )
}

const dialog = () => within(document.querySelector('dialog') as HTMLElement)
const sign = () => fireEvent.click(dialog().getByRole('button', { name: 'Firmar' }))

test('given somebody signs, it is asked once more for which access, signed once, and he hears that it is', async () => {
  let signatures = 0
  await pageOf(answer({}, { id: '2', folio: 'NNA-2', reason: 'Otro motivo distinto' }).data, () => {
    signatures += 1
    return { data: { sign: true } }
  })
  fireEvent.click(await screen.findByRole('button', { name: /Firmar.*NNA-1/ }))
  expect(signatures).toBe(0)
  expect(dialog().getByText('Hospitalización urgente')).toBeInTheDocument()
  expect(dialog().getByText(/Lo abrió Procuraduría de Protección · Chiapas.*Estaba fuera de su ámbito/)).toBeVisible()
  expect(dialog().getByText(/No se puede deshacer/)).toBeInTheDocument()
  // Enter that is held signs nothing.
  expect(dialog().getByText('Cancelar')).toHaveFocus()

  sign()
  sign()
  expect(await screen.findByText('Firmado: NNA-1.')).toBeInTheDocument()
  expect(signatures).toBe(1)
})

test('given more than are shown wait, that is said', async () => {
  const { data } = answer({})
  await renderTile(<Emergencies />, {
    data: { ...data, waiting: { ...data.waiting, pageInfo: { hasPreviousPage: true } } },
  })

  expect(await screen.findByText(/^Hay más:/)).toBeVisible()
})

test('given another access is opened while the page stands, it comes by itself', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'Date'], now: Date.parse(AS_OF) })
  let nodes: object[] = [{}]
  await renderTile(<Emergencies />, () => answer(...nodes))
  await screen.findByText('NNA-1')
  nodes = [{}, { id: '2', folio: 'NNA-2' }]

  await act(async () => vi.advanceTimersByTime(31_000))
  expect(await screen.findByText('NNA-2')).toBeInTheDocument()
})
