// @vitest-environment jsdom
/** The log of what was sent: of a system that was stopped, or is gone, no hour is named at which it would be tried. */
import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { renderTile } from '../../testing/render-tile.tsx'
import { DeliveryLog } from './delivery-log.tsx'
import type { Endpoint } from './webhook-queries.ts'

const delivery = (kind: 'ALERT' | 'CHALLENGE') => ({
  ...{ messageId: `msg ${kind}`, kind, step: null, state: 'WAITING', reason: null, receivedAt: null, attempts: [] },
  ...{ createdAt: '2026-11-25T16:00:00Z', nextAt: '2026-11-25T16:50:00Z' },
})
const shown = (status: Endpoint['status'], kind: 'ALERT' | 'CHALLENGE' = 'ALERT') =>
  renderTile(<DeliveryLog endpoint={{ id: 'e1', description: 'Quejas', status } as Endpoint} onDone={() => {}} />, {
    data: {
      webhookDeliveries: { edges: [{ node: delivery(kind) }], pageInfo: { hasNextPage: false, endCursor: null } },
    },
  })

test.each(['DISABLED', 'GONE', 'PROVING'] as const)(
  'given it is %s, it says that the message waits for that',
  async (status) => {
    await shown(status)

    expect(await screen.findByText('se intentará cuando el sistema esté activo')).toBeVisible()
    expect(screen.queryByText(/próximo intento/)).toBeNull()
  },
)

test.each([
  ['what waits for an active system', 'ACTIVE', 'ALERT'],
  ['the challenge by which it is proven', 'PROVING', 'CHALLENGE'],
] as const)('of %s the hour is named', async (_, status, kind) => {
  await shown(status, kind)

  expect(await screen.findByText(/^próximo intento/)).toBeVisible()
})
