// @vitest-environment jsdom
/** That no program signs or approves in one's name is told to whoever does either, and to nobody else. */
import { screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { renderTile } from '../../testing/render-tile.tsx'
import { PersonalTokens } from './personal-tokens.tsx'

afterEach(() => vi.unstubAllGlobals())

test.each([
  ['decides as the second of two is told that no program does so in his name', true, 1],
  ['never does, as an officer of INM, is not told of emergencies and exports of others', false, 0],
])('whoever %s', async (_who, mayDecideSecond, times) => {
  vi.stubGlobal('fetch', async () => Response.json({ tokens: [] }))
  await renderTile(<PersonalTokens mayDecideSecond={mayDecideSecond} />, 'never')
  await screen.findByText('No tiene ninguna.')

  expect(screen.queryAllByText(/emergencia|exportación/)).toHaveLength(times)
})
