// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { renderTile } from '../../testing/render-tile.tsx'
import { DutiesTile } from './duties-tile.tsx'

const NONE = { data: { dutyAlerts: { edges: [], pageInfo: { hasNextPage: false, endCursor: null } } } }
const NOTHING_BROKEN = /Ninguna obligación de su oficina está incumplida/

test('given an office of which nothing is open, it is told that it meets all that it owes', async () => {
  await renderTile(<DutiesTile />, NONE)

  expect(await screen.findByText(NOTHING_BROKEN)).toBeVisible()
})

test.each([
  ['resolved ones', { situacion: 'resueltas' }],
  ['critical ones', { gravedad: 'critica' }],
  ['those of one state', { entidad: '07' }],
] as const)('given none among %s, nothing is said of all that the office owes', async (_which, search) => {
  await renderTile(<DutiesTile />, NONE, { search })

  expect(await screen.findByText('Ninguna alerta con estos filtros.')).toBeVisible()
  expect(screen.queryByText(NOTHING_BROKEN)).toBeNull()
})

test('an office finds the gravest among many by asking for these alone', async () => {
  const narrow = vi.fn()
  await renderTile(<DutiesTile />, NONE, { narrow })

  fireEvent.change(screen.getByRole('combobox', { name: 'Gravedad' }), { target: { value: 'critica' } })

  expect(narrow).toHaveBeenCalledWith({ gravedad: 'critica' })
})
