// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { renderTile } from '../../testing/render-tile.tsx'
import { Untold } from './untold.tsx'

test('given alerts that no stream has told, it says since when', async () => {
  await renderTile(<Untold />, { data: { alertsUntoldSince: '2026-11-24T16:05:00Z' } })

  expect(await screen.findByText(/sin transmitir desde las 10:05/)).toBeVisible()
})

test('given they are told as they come, it says nothing', async () => {
  await renderTile(<Untold />, { data: { alertsUntoldSince: null } })

  expect(await screen.findByRole('status')).toBeEmptyDOMElement()
})
