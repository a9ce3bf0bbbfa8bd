// @vitest-environment jsdom
/** The gates on the page: permitted only where the graph says so, and never for want of an answer. */
import { act, fireEvent, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { renderTile } from '../../testing/render-tile.tsx'
import { GatesTile } from './gates-tile.tsx'

const SHUT = { answer: 'NOT_PERMITTED' }

async function asked(answer: Parameters<typeof renderTile>[1]) {
  await renderTile(<GatesTile />, answer)
  fireEvent.change(screen.getByLabelText('Número de acta'), { target: { value: 'INM/07/2026/0000001' } })
  fireEvent.click(screen.getByRole('button', { name: 'Consultar' }))
}

test('given a permit, it names the document and its day', async () => {
  const open = { answer: 'PERMITTED', documentNumber: 'BID-07-2026-000001', documentDate: '2026-11-15' }
  await asked({ data: { returnGate: open, consularContactGate: SHUT } })

  expect(await screen.findByText('Permitido')).toBeVisible()
  expect(screen.getByText('Determinación BID-07-2026-000001, del 15 de noviembre de 2026')).toBeVisible()
  expect(screen.getByText('No permitido')).toBeVisible()
})

test('given none, both are not permitted, and nothing says why', async () => {
  await asked({
    data: { returnGate: { ...SHUT, documentNumber: null, documentDate: null }, consularContactGate: SHUT },
  })

  expect(await screen.findAllByText('No permitido')).toHaveLength(2)
  expect(screen.queryByText(/Determinación/)).toBeNull()
})

test('given no answer, it is not permitted', async () => {
  await asked({ data: { returnGate: null, consularContactGate: null }, down: 'returns' })

  expect(await screen.findByText(/no está permitido/)).toBeVisible()
  expect(screen.queryByText('Permitido')).toBeNull()
})

test('given a permit stands there for five minutes, it is taken away: it may have been withdrawn since', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true, now: Date.parse('2026-11-25T16:43:00Z') })
  const open = { answer: 'PERMITTED', documentNumber: 'BID-07-2026-000001', documentDate: '2026-11-15' }
  await asked({ data: { returnGate: open, consularContactGate: SHUT } })
  expect(await screen.findByText('Permitido')).toBeVisible()
  expect(screen.getByText(/^Respuesta de las 10:43/)).toBeVisible()

  await act(() => vi.advanceTimersByTimeAsync(5 * 60_000))

  expect(screen.queryByText('Permitido')).toBeNull()
  expect(screen.getByText(/de las 10:43.* ya no vale.* no está permitido/)).toBeVisible()
  fireEvent.click(screen.getByRole('button', { name: 'Consultar' }))
  expect(await screen.findByText('Permitido')).toBeVisible()
  expect(screen.getByText(/^Respuesta de las 10:48/)).toBeVisible()
})
