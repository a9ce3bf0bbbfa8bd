// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { loadSession, noteEnded } from '../../api/session.ts'
import '../../testing/dialogs.ts'
import { OFFICE } from '../../testing/office.ts'
import { renderTile } from '../../testing/render-tile.tsx'
import { Announcer } from '../../ui/announcer.tsx'
import { Stage } from '../../ui/stage.tsx'
import { ExportsTile } from './exports.tsx'

afterEach(() => vi.unstubAllGlobals())

const WAITING = {
  ...{
    number: 'EXP-000007',
    label: { es: 'Expedientes', en: 'Cases' },
    name: 'Ana',
    role: 'dif-officer',
    states: ['07'],
  },
  ...{ purpose: 'Para el informe', rows: null, filter: {}, askedAt: '2026-11-25T16:00:00Z' },
  ...{ givenAt: null, standing: 'WAITING', until: '2026-12-02T16:00:00Z' },
}

const page = (
  <>
    <ExportsTile />
    <Stage />
    <Announcer />
  </>
)

test('given another’s export, it is asked once more what it is and for whom; pressed twice it is approved once, and that is heard', async () => {
  let waiting = [WAITING, { ...WAITING, number: 'EXP-000008' }]
  const approved: string[] = []
  vi.stubGlobal('fetch', async (address: string, { method }: RequestInit = {}) => {
    if (method === 'POST') approved.push(address)
    if (method === 'POST') waiting = waiting.slice(1)
    return Response.json({ lists: [], made: [], waiting })
  })
  await renderTile(page, 'never')
  fireEvent.click(await screen.findByRole('button', { name: /Aprobar EXP-000007/ }))
  const dialog = within(document.querySelector('dialog') as HTMLElement)
  expect(approved).toEqual([])
  expect(dialog.getByText(/Para el informe/)).toHaveTextContent('DIF · Chiapas (Ana): Para el informe')
  expect(dialog.getByText('más de mil renglones')).toBeInTheDocument()
  expect(dialog.getByText(/No se puede deshacer/)).toBeInTheDocument()

  fireEvent.click(dialog.getByText('Aprobar'))
  fireEvent.click(dialog.getByText('Aprobar'))
  expect(await screen.findByText('EXP-000007 quedó aprobada.')).toBeInTheDocument()
  expect(approved).toEqual(['/exports/EXP-000007/approve'])
  expect(screen.queryByRole('button', { name: /Aprobar EXP-000007/ })).toBeNull()
})

test('given it is approved while its maker looks at the page, he can download it without loading again', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'Date'] })
  let standing = 'WAITING'
  vi.stubGlobal('fetch', async () =>
    Response.json({ lists: [], made: [{ ...WAITING, rows: 9_189, standing }], waiting: [] }),
  )
  await renderTile(page, 'never')
  expect(await screen.findByText(/^espera aprobación hasta el 2 de diciembre/)).toBeInTheDocument()
  expect(screen.getByText('9,189 renglones')).toBeInTheDocument()
  standing = 'APPROVED'

  await act(async () => vi.advanceTimersByTime(31_000))
  expect(await screen.findByRole('button', { name: 'Descargar EXP-000007' })).toBeInTheDocument()
})

test('given a purpose that says nothing, the form says so and is not sent', async () => {
  const list = { name: 'states', label: { es: 'Entidades', en: 'States' }, kind: 'COUNTS', takes: [] }
  vi.stubGlobal('fetch', async () => Response.json({ lists: [list], made: [], waiting: [] }))
  await renderTile(<ExportsTile />, {})
  const field = (await screen.findByLabelText('Para qué')) as HTMLInputElement

  fireEvent.input(field, { target: { value: 'x x x x x x x' } })
  expect(field.validationMessage).toMatch(/^No dice lo bastante/)
  fireEvent.input(field, { target: { value: 'Informe anual al sistema' } })
  expect(field.validationMessage).toBe('')
})

test('given a list whose period is not that of its rows, the form says so before anything is taken out', async () => {
  const narrows = { es: 'Son los de la primera detección.', en: 'Those of the first detection.' }
  const label = { es: 'Retornos', en: 'Returns' }
  const lists = [
    { name: 'returns', label, kind: 'CHILDREN', takes: ['state', 'period'], narrows },
    { name: 'placements', label: { es: 'Estancias', en: 'Placements' }, kind: 'CHILDREN', takes: ['state', 'period'] },
  ]
  vi.stubGlobal('fetch', async () => Response.json({ lists, made: [], waiting: [] }))
  await renderTile(<ExportsTile />, 'never')

  expect(await screen.findByText(narrows.es)).toBeInTheDocument()
  fireEvent.change(screen.getByLabelText('Qué lista'), { target: { value: 'placements' } })
  expect(screen.queryByText(narrows.es)).toBeNull()
})

test('while a file is gathered that is said, and whoever asks again takes out no second one', async () => {
  const list = { name: 'returns', label: { es: 'Retornos', en: 'Returns' }, kind: 'CHILDREN', takes: [] }
  const gathered = Promise.withResolvers<Response>()
  const asked: unknown[] = []
  vi.stubGlobal('fetch', async (_address: string, { method, body }: RequestInit = {}) => {
    if (method !== 'POST') return Response.json({ lists: [list], made: [], waiting: [] })
    asked.push(body)
    return gathered.promise
  })
  await renderTile(page, 'never')
  const purpose = await screen.findByLabelText('Para qué')
  fireEvent.change(purpose, { target: { value: 'Informe anual al sistema' } })

  fireEvent.submit(purpose.closest('form') as HTMLElement)
  expect(await screen.findByText('Se reúne el archivo…')).toBeVisible()
  fireEvent.submit(purpose.closest('form') as HTMLElement)
  gathered.resolve(Response.json({ errors: [] }, { status: 500 }))

  expect(await screen.findByText(/^No se pudo/)).toBeVisible()
  expect(screen.queryByText('Se reúne el archivo…')).toBeNull()
  expect(asked).toHaveLength(1)
})

test('given the session ends under whoever fills it in, the form stands there again as it was', async () => {
  const labels = { es: 'Retornos', en: 'Returns' }
  const lists = [
    { name: 'states', label: { es: 'Entidades', en: 'States' }, kind: 'COUNTS', takes: [] },
    { name: 'returns', label: labels, kind: 'CHILDREN', takes: ['period'] },
  ]
  const draftKey = Buffer.alloc(32, 7).toString('base64url')
  vi.stubGlobal('fetch', async (address: string) =>
    Response.json(address === '/session' ? { signedIn: true, ...OFFICE, draftKey } : { lists, made: [], waiting: [] }),
  )
  await loadSession()
  await renderTile(page, 'never')
  fireEvent.change(await screen.findByLabelText('Qué lista'), { target: { value: 'returns' } })
  fireEvent.change(screen.getByLabelText('Desde'), { target: { value: '2026-01-01' } })
  fireEvent.change(screen.getByLabelText('Hasta'), { target: { value: '2026-03-31' } })
  fireEvent.change(screen.getByLabelText('Para qué'), { target: { value: 'Informe anual al sistema' } })

  noteEnded()
  cleanup()
  await loadSession()
  await renderTile(page, 'never')

  await waitFor(() => expect(screen.getByLabelText('Para qué')).toHaveValue('Informe anual al sistema'))
  expect(screen.getByLabelText('Qué lista')).toHaveValue('returns')
  expect(await screen.findByLabelText('Desde')).toHaveValue('2026-01-01')
  expect(screen.getByLabelText('Hasta')).toHaveValue('2026-03-31')
})
