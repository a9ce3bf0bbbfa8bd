// @vitest-environment jsdom
/** The log of what was sent: of a system that was stopped, or is gone, no hour is named at which it would be tried. */
import { cleanup, screen, within } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { loadSession } from '../../api/session.ts'
import { OFFICE } from '../../testing/office.ts'
import { renderTile } from '../../testing/render-tile.tsx'
import { DeliveryLog } from './delivery-log.tsx'
import type { Endpoint } from './webhook-queries.ts'

afterEach(() => void vi.unstubAllGlobals())

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

test('of an alert a partner is told the hour, and it is called one; of what is about none, and to others, the moment', async () => {
  const whenOf = async (scopes: readonly string[], kind: 'ALERT' | 'CHALLENGE') => {
    cleanup()
    vi.stubGlobal('fetch', async () => Response.json({ signedIn: true, ...OFFICE, scopes }))
    await loadSession()
    await shown('ACTIVE', kind)
    const row = (await screen.findByText(`msg ${kind}`)).closest('tr') as HTMLElement
    return within(row).getAllByRole('cell')[0]?.textContent
  }

  expect(await whenOf(['pseudonym:read'], 'ALERT')).toMatch(/^en la hora que empezó el 25 nov/)
  expect(await whenOf(['pseudonym:read'], 'CHALLENGE')).toMatch(/^25 nov/)
  expect(await whenOf(['oversight:read'], 'ALERT')).toMatch(/^25 nov/)
})
