// @vitest-environment jsdom
/** Personal tokens: that there are none is said only where that is known. */
import { screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { renderTile } from '../../testing/render-tile.tsx'
import { PersonalTokens } from './personal-tokens.tsx'

afterEach(() => vi.unstubAllGlobals())

test('given none, it says so', async () => {
  vi.stubGlobal('fetch', async () => Response.json({ tokens: [] }))
  await renderTile(<PersonalTokens />, 'never')

  expect(await screen.findByText('No tiene ninguna.')).toBeVisible()
})

test('given the list cannot be had, it says that and not that there are none', async () => {
  vi.stubGlobal('fetch', async () => new Response(null, { status: 503 }))
  await renderTile(<PersonalTokens />, 'never')

  expect(await screen.findByText('No se pudo. Vuelva a intentarlo.')).toBeVisible()
  expect(screen.queryByText('No tiene ninguna.')).toBeNull()
})
