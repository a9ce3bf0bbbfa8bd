// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { renderTile } from '../../testing/render-tile.tsx'
import { Announcer } from '../../ui/announcer.tsx'
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
  ...{ approvedAt: null, givenAt: null },
}

test('given an export is approved, whoever approved it hears so when it leaves the list', async () => {
  let waiting = [WAITING]
  vi.stubGlobal('fetch', async (_address: string, { method }: RequestInit = {}) => {
    if (method === 'POST') waiting = []
    return Response.json({ lists: [], made: [], waiting })
  })
  await renderTile(
    <>
      <ExportsTile />
      <Announcer />
    </>,
    'never',
  )
  fireEvent.click(await screen.findByRole('button', { name: /Aprobar EXP-000007/ }))

  expect(await screen.findByText('EXP-000007 quedó aprobada.')).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: /Aprobar/ })).toBeNull()
})

test('given a purpose that says nothing, the form says so and is not sent', async () => {
  const list = { name: 'states', label: { es: 'Entidades', en: 'States' }, kind: 'COUNTS', takes: [] }
  vi.stubGlobal('fetch', async () => Response.json({ lists: [list], made: [], waiting: [] }))
  await renderTile(<ExportsTile />, {})
  const field = (await screen.findByLabelText('Para qué')) as HTMLInputElement

  fireEvent.input(field, { target: { value: 'x x x x x x x' } })
  expect(field.validationMessage).toMatch(/^No dice por qué/)
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
