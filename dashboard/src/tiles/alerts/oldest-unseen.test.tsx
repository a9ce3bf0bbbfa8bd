// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { renderTile } from '../../testing/render-tile.tsx'
import { OldestUnseen } from './oldest-unseen.tsx'

const open = (openedAt?: string) => ({ alerts: { edges: openedAt ? [{ node: { id: 'an-alert', openedAt } }] : [] } })

test('given an alert that nobody has acknowledged, it says how long it stands, and leads to it', async () => {
  await renderTile(<OldestUnseen filter={{ isOpen: true }} />, { data: open('2026-11-14T16:00:00Z') })

  const way = await screen.findByRole('link', { name: /^Sin acuse, la que lleva más tiempo abierta: 11\sdías$/ })
  expect(way).toHaveAttribute('href', expect.stringMatching(/^\/alertas\/an-alert/))
})

test('given all are acknowledged, it says so', async () => {
  await renderTile(<OldestUnseen filter={{ isOpen: true }} />, { data: open() })

  expect(await screen.findByText('Todas tienen acuse')).toBeVisible()
})

test('given nobody answers, it is not available, and not that there is none', async () => {
  await renderTile(<OldestUnseen filter={{ isOpen: true }} />, { data: { alerts: null }, down: 'oversight' })

  expect(await screen.findByText('Sin acuse, la que lleva más tiempo abierta: No disponible')).toBeVisible()
})
