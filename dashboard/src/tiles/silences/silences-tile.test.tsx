// @vitest-environment jsdom
/** A silence is ended once, however often its button is pressed, and nobody is told that it may not have been. */
import { act, fireEvent, screen } from '@testing-library/react'
import { Provider } from 'urql'
import { beforeEach, expect, test, vi } from 'vitest'
import { fromValue, merge, never } from 'wonka'
import { loadSession } from '../../api/session.ts'
import { OFFICE } from '../../testing/office.ts'
import { renderTile } from '../../testing/render-tile.tsx'
import { SilencesTile } from './silences-tile.tsx'

const SILENCE = {
  ...{
    id: 's1',
    kinds: ['OFFICE_SILENT'],
    state: { code: '07' },
    isOfOnePlace: false,
    reason: 'Se cambia el sistema de archivos',
  },
  ...{ by: 'chiapas', role: 'state-secretary', until: '2026-11-28T16:42:00Z' },
}
const PAGE = { silences: { edges: [{ node: SILENCE }], pageInfo: { hasNextPage: false, endCursor: null } } }

beforeEach(async () => {
  const person = { ...OFFICE, scopes: ['alert:silence'] }
  vi.stubGlobal('fetch', async () => Response.json({ signedIn: true, ...person }))
  await loadSession()
  vi.unstubAllGlobals()
})

test('given its button is pressed twice, it is ended once', async () => {
  const answers: ((answer: object) => void)[] = []
  const client = {
    executeQuery: () => merge([fromValue({ data: PAGE, stale: false, hasNext: false }), never]),
    mutation: () => ({ toPromise: () => new Promise((resolve) => answers.push(resolve)) }),
  }
  await renderTile(
    <Provider value={client as never}>
      <SilencesTile />
    </Provider>,
    'never',
  )
  const end = await screen.findByRole('button', { name: /^Terminar el silencio/ })
  fireEvent.click(end)
  fireEvent.click(end)
  await act(async () => answers[0]?.({ data: {} }))

  expect(answers).toHaveLength(1)
})

test('one that is of one place alone says so, and is not taken for one of the state', async () => {
  const edges = [{ node: SILENCE }, { node: { ...SILENCE, id: 's2', isOfOnePlace: true } }]
  const data = { silences: { ...PAGE.silences, edges } }
  const client = { executeQuery: () => merge([fromValue({ data, stale: false, hasNext: false }), never]) }
  await renderTile(
    <Provider value={client as never}>
      <SilencesTile />
    </Provider>,
    'never',
  )
  await screen.findAllByRole('button', { name: /^Terminar el silencio/ })

  const says = screen.getAllByRole('row').map((row) => row.textContent?.includes('solo de un lugar'))
  expect(says.slice(-2)).toEqual([false, true])
})

test('a silence of one place names the place, to whoever may know places, and not its whole state', async () => {
  const person = { ...OFFICE, scopes: ['alert:silence', 'location:read'] }
  vi.stubGlobal('fetch', async () => Response.json({ signedIn: true, ...person }))
  await loadSession()
  vi.unstubAllGlobals()
  const asked: string[] = []
  const facility = { id: 'f1', name: 'Albergue Belén', type: 'ALB' }
  const ofOnePlace = { silences: { ...PAGE.silences, edges: [{ node: { ...SILENCE, isOfOnePlace: true, facility } }] } }
  const executeQuery = ({ query }: { query: object }) => {
    asked.push(JSON.stringify(query))
    return merge([fromValue({ data: ofOnePlace, stale: false, hasNext: false }), never])
  }
  await renderTile(
    <Provider value={{ executeQuery } as never}>
      <SilencesTile />
    </Provider>,
    'never',
  )

  expect(await screen.findByRole('cell', { name: /Albergue Belén/ })).toHaveTextContent('Chiapas')
  expect(asked.every((query) => query.includes('facility'))).toBe(true)
})
