// @vitest-environment jsdom
/** How a system stands says what it is not told of, and how slowly what it missed would come. */
import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { renderTile } from '../../testing/render-tile.tsx'
import { EndpointsTile } from './endpoints-tile.tsx'

const ENDPOINT = {
  ...{ id: 'e1', url: 'https://example.mx/a', description: 'Sistema de quejas', status: 'ACTIVE' },
  ...{ envelope: 'STANDARD', severities: null, kinds: null, states: null, contact: null },
  ...{ rightsUntil: '2027-02-27T12:00:00Z', failuresInARow: 0, restsUntil: null, waiting: 0, deadLetters: 0 },
}

async function pageOf(changes: object) {
  const edges = [{ node: { ...ENDPOINT, ...changes } }]
  await renderTile(<EndpointsTile />, {
    data: { webhookEndpoints: { edges, pageInfo: { hasNextPage: false, endCursor: null } } },
  })
  await screen.findByText('Sistema de quejas')
}

const ONE_A_MINUTE = /se intenta un mensaje por minuto/
const NOT_KEPT = /ni se guarda para él lo que ocurre/

test.each([
  [4, 0],
  [5, 1],
])('given %i failed tries in a row, that one message a minute is tried is said %i times', async (failures, times) => {
  await pageOf({ failuresInARow: failures })

  expect(screen.queryAllByText(ONE_A_MINUTE)).toHaveLength(times)
})

test.each([
  ['ACTIVE', 0],
  ['DISABLED', 1],
  ['GONE', 1],
])('given it stands %s, that what happens is not kept for it is said %i times', async (status, times) => {
  await pageOf({ status })

  expect(screen.queryAllByText(NOT_KEPT)).toHaveLength(times)
})
