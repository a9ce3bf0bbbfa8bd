// @vitest-environment jsdom
/** Who reads an alert of which his own office hears nothing is told so, and until when. */
import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { RegistryProvider } from '../../api/registry.tsx'
import { renderTile } from '../../testing/render-tile.tsx'
import type { AlertAlone } from './alert-query.ts'
import { Responsible } from './responsible.tsx'

const show = (silencedUntil: string | null) => {
  const alert = {
    ...{ id: 'a', version: 1, kind: 'LONG_STAY', severity: 'RED', state: { code: '07' }, child: null, place: null },
    ...{ openedAt: '2026-11-20T15:00:00Z', frozenSince: null, acknowledgedUntil: null, assignedTo: null },
    ...{ closedAt: null, resolvedAt: null, dutyHolders: ['DIF'], overseers: ['CEDH'], silencedUntil },
  } as unknown as AlertAlone
  return renderTile(
    <RegistryProvider>
      <Responsible alert={alert} />
    </RegistryProvider>,
    'never',
  )
}

test('given notices of it are held back, the page says until when, and where that can be ended', async () => {
  await show('2026-11-28T18:00:00Z')

  expect(screen.getByText(/^En silencio hasta el 28 nov, 12:00\s?h/)).toBeVisible()
  expect(screen.getByRole('link', { name: 'Silencios' })).toHaveAttribute('href', '/alertas#silencios')
})

test('given none are, nothing is said of it', async () => {
  await show(null)

  expect(screen.queryByText(/silencio/i)).toBeNull()
})
