// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { AS_OF, renderTile } from '../../testing/render-tile.tsx'
import { OutboxTile } from './outbox-tile.tsx'

const LETTER = {
  id: '1',
  recipient: 'state-secretary:07',
  address: null,
  subject: 'Vigía: 1 alerta crítica, Chiapas',
  body: 'Se abrió una alerta.',
  createdAt: AS_OF,
  sentAt: null,
}

test('what the registry writes is Spanish, and is told to be, whatever the page speaks', async () => {
  await renderTile(<OutboxTile />, {
    data: { outboxMessages: { edges: [{ node: LETTER }], pageInfo: { hasNextPage: false, endCursor: null } } },
  })

  expect((await screen.findByText(LETTER.subject)).closest('[lang]')).toHaveAttribute('lang', 'es')
  expect(screen.getByText(LETTER.body).closest('[lang]')).toHaveAttribute('lang', 'es')
})
