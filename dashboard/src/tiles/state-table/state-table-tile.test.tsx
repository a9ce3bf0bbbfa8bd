// @vitest-environment jsdom
import { screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { AS_OF, renderTile } from '../../testing/render-tile.tsx'
import { StateTableTile } from './state-table-tile.tsx'

const silent = { feed: 'representation/protection-cases', source: 'PPNNA', status: 'SILENT' }
const aState = (code: string, persons: number, held: number | null) => ({
  code,
  population: 1_000_000,
  detection: { asOf: AS_OF, persons },
  funnel: { coverage: persons === 0 ? null : 0.2, caseOpened: persons / 5 },
  detention: held === null ? null : { heldNow: held, longestHours: held > 0 ? 71 : null },
  casework: { unprocessed: 30 },
  returns: { withoutValidDetermination: 0 },
  reporting: [{ feed: 'placements/stays', source: 'INM', status: 'ON_TIME', lagDays: 0 }],
})
const states = [aState('01', 50, 0), aState('07', 8_000, 24), aState('27', 900, 3)]
const namesInOrder = () => screen.getAllByRole('link').map(({ textContent }) => textContent)

test('it is sorted by who was detected, and by another column when asked', async () => {
  await renderTile(<StateTableTile />, { data: { states } })
  await screen.findByRole('link', { name: 'Chiapas' })
  expect(namesInOrder()).toEqual(['Chiapas', 'Tabasco', 'Aguascalientes'])

  await userEvent.click(screen.getByRole('button', { name: 'Entidad' }))

  expect(namesInOrder()).toEqual(['Aguascalientes', 'Chiapas', 'Tabasco'])
  expect(screen.getByRole('columnheader', { name: 'Entidad' })).toHaveAttribute('aria-sort', 'ascending')
})

test('0 stays 0, 1 to 4 is withheld, a stay past 36 hours is a breach', async () => {
  await renderTile(<StateTableTile />, { data: { states } })

  const tabasco = await screen.findByRole('row', { name: /Tabasco/ })
  expect(within(tabasco).getByText('1–\u20604')).toBeVisible()
  expect(within(tabasco).getByText(/71\sh/).closest('td')).toHaveAttribute('data-breach')
  expect(screen.getByRole('row', { name: /Aguascalientes/ })).toHaveTextContent('0')
})

test('the tracks of a column stand below one another: each count has the room of the longest', async () => {
  const many = { ...aState('07', 8_000, 24), casework: { unprocessed: 49_825 } }
  await renderTile(<StateTableTile />, { data: { states: [many, aState('01', 50, 0)] } })
  const roomIn = (row: HTMLElement) =>
    [...row.querySelectorAll<HTMLElement>('.log-dot + .cell-value')].map(({ style }) =>
      style.getPropertyValue('--widest'),
    )

  expect(roomIn(await screen.findByRole('row', { name: /Chiapas/ }))).toEqual(['5ch', '6ch'])
  expect(roomIn(screen.getByRole('row', { name: /Aguascalientes/ }))).toEqual(['5ch', '6ch'])
})

test('a share beside which 1 to 4 are left without a case is withheld, and is not drawn', async () => {
  const nearlyAll = { ...aState('07', 20, 0), funnel: { coverage: 0.9, caseOpened: 18 } }
  const all = { ...aState('01', 20, 0), funnel: { coverage: 1, caseOpened: 20 } }
  await renderTile(<StateTableTile />, { data: { states: [nearlyAll, all] } })

  const chiapas = await screen.findByRole('row', { name: /Chiapas/ })
  expect(chiapas).not.toHaveTextContent('%')
  expect(chiapas.querySelector('.cell-bar')).toBeNull()
  expect(screen.getByRole('row', { name: /Aguascalientes/ })).toHaveTextContent(/100\s?%/)
})

test('a stay of less than an hour is written as one, and nobody as none', async () => {
  const held = { ...aState('07', 8_000, 9), detention: { heldNow: 9, longestHours: 0 } }
  await renderTile(<StateTableTile />, { data: { states: [held, aState('01', 50, 0)] } })

  expect(await screen.findByRole('row', { name: /Chiapas/ })).toHaveTextContent(/9<\s1\sh/)
  expect(screen.getByRole('row', { name: /Aguascalientes/ })).not.toHaveTextContent(/0\sh/)
})

test('given the service of stays is down, its columns are not available and the others stand', async () => {
  await renderTile(<StateTableTile />, { data: { states: [aState('07', 8_000, null)] }, down: 'placements' })

  const chiapas = await screen.findByRole('row', { name: /Chiapas/ })
  expect(within(chiapas).getAllByTitle('no disponible')).toHaveLength(2)
  expect(chiapas).toHaveTextContent('8,000')
  expect(screen.getByText(/El servicio de estancias no responde/)).toBeVisible()
})

test('given nothing was ever told of stays, and everybody answered, there are no data; a 0 that was told of stays 0', async () => {
  await renderTile(<StateTableTile />, { data: { states: [aState('07', 8_000, null)] } })

  const chiapas = await screen.findByRole('row', { name: /Chiapas/ })
  expect(within(chiapas).getAllByTitle('Sin datos')).toHaveLength(2)
  expect(within(chiapas).queryByTitle('no disponible')).toBeNull()
  expect(within(chiapas).getByText('0')).toBeVisible()
})

test('given the office is silent, its row says until when its data go', async () => {
  const state = { ...aState('07', 8_000, 0), reporting: [{ ...silent, lastCutoff: '2026-11-05', lagDays: 20 }] }
  await renderTile(<StateTableTile />, { data: { states: [state] } })

  expect(await screen.findByText('PPNNA, dato hasta 5 nov')).toBeVisible()
})

test('a row chooses its state in the address', async () => {
  const narrow = vi.fn()
  await renderTile(<StateTableTile />, { data: { states } }, { narrow })

  await userEvent.click((await screen.findByRole('row', { name: /Chiapas/ })).querySelector('td') ?? document.body)

  expect(narrow).toHaveBeenCalledWith({ entidad: '07' })
})

test('of many sources that never told it is said how many they are, in a line', async () => {
  const untold = ['INM', 'PPNNA', 'DIF'].map((source) => ({ ...silent, source, lastCutoff: null }))
  await renderTile(<StateTableTile />, { data: { states: [{ ...aState('07', 8_000, 24), reporting: untold }] } })

  expect(await screen.findByText('3 fuentes sin datos')).toBeVisible()
  expect(screen.queryByText('DIF, sin datos')).toBeNull()
})

test('given no Procuraduría told of its files, for what share a case was opened is not known, and of nobody it is none', async () => {
  const untold = { ...aState('07', 8_000, 9), funnel: { coverage: null, caseOpened: 0 } }
  await renderTile(<StateTableTile />, { data: { states: [untold, aState('01', 0, 0)] } })

  expect(within(await screen.findByRole('row', { name: /Chiapas/ })).getAllByTitle('Sin datos')).toHaveLength(1)
  expect(within(screen.getByRole('row', { name: /Aguascalientes/ })).queryByTitle('Sin datos')).toBeNull()
})
