// @vitest-environment jsdom
/** Who knows of an alert: each line says of which step its office was told. */
import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { RegistryProvider } from '../../api/registry.tsx'
import { renderTile } from '../../testing/render-tile.tsx'
import { KnownTo } from './known-to.tsx'

const AT = '2026-11-25T16:00:00Z'
const told = (step: string) => ({
  node: {
    ...{ channel: 'STREAM', authority: 'federal-secretary', step, outcome: 'WRITTEN' },
    ...{ dueAt: AT, toldAt: AT, knownAt: null, confirmedAt: null },
  },
})

test('given an office was told twice by one channel, the two lines are not one and the same', async () => {
  const dutyToKnow = { edges: [told('OPENED'), told('ACKNOWLEDGED')], pageInfo: { hasNextPage: false } }
  await renderTile(
    <RegistryProvider>
      <KnownTo id="an-alert" />
    </RegistryProvider>,
    { data: { dutyToKnow } },
  )

  const [, ...lines] = (await screen.findAllByRole('row')).map((row) => row.textContent)
  expect(new Set(lines).size).toBe(2)
  expect(lines[0]).toContain('Abierta')
})
