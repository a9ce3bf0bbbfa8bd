// @vitest-environment jsdom
/** Where no authority ever told of anything, that nothing is open says nothing: it is not said, nor counted as 0. */
import { screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { renderTile } from '../../testing/render-tile.tsx'
import { DutiesTile } from './duties-tile.tsx'
import { InboxTile } from './inbox-tile.tsx'
import { StateAlertsTile } from './state-alerts-tile.tsx'

vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener() {}, removeEventListener() {} }))

const feed = (status: string, lastCutoff: string | null) => ({
  ...{ feed: 'children/detections', source: 'INM', status, lastCutoff },
})
const NEVER = [feed('NEVER_REPORTED', null), feed('NEVER_REPORTED', null)]
const ONCE = [feed('NEVER_REPORTED', null), feed('SILENT', '2026-01-31')]
const vacant = { kind: 'SECRETARIAT_VACANT', severity: 'CRITICAL', count: 1, closedByPerson: 0 }

const EDGES = { edges: [], pageInfo: { hasNextPage: false, endCursor: null } }
const none = { totalCount: 0 }
const told = (reporting: unknown, openAlerts: unknown[] = []) => ({
  data: {
    state: { code: '07', openAlerts, openAlertsOn: [] },
    states: [
      { code: '07', openAlerts, reporting },
      { code: '30', openAlerts: null, reporting: null },
    ],
    nation: null,
    ...{ dutyAlerts: EDGES, CRITICAL: none, RED: none, AMBER: none, alertsUntoldSince: null, silences: EDGES },
  },
})

const TILES = [
  ['alerts of a state', <StateAlertsTile key="state" />],
  ['the inbox', <InboxTile key="inbox" />],
  ['duties of the own office', <DutiesTile key="duties" />],
] as const
const ANY_CLAIM = /No hay ninguna alerta|Ninguna obligación/

test.each(TILES)('given nobody ever told of anything, %s claim nothing', async (_which, tile) => {
  await renderTile(tile, told(NEVER), { code: '07', sight: ['07'] })

  expect(await screen.findByText('Sin datos')).toBeVisible()
  expect(screen.queryByText(ANY_CLAIM)).toBeNull()
  expect(screen.queryByRole('button', { name: /Ver solo/ })).toBeNull()
  expect(screen.queryByText(/cada semana/)).toBeNull()
})

test.each(TILES)('given somebody told once, that none is open is said by %s', async (_which, tile) => {
  await renderTile(tile, told(ONCE), { code: '07', sight: ['07'] })

  expect(await screen.findByText(ANY_CLAIM)).toBeVisible()
  expect(screen.queryByText('Sin datos')).toBeNull()
})

test.each(TILES.slice(0, 2))('given nobody told and a post is vacant, %s say so', async (_which, tile) => {
  await renderTile(tile, told(NEVER, [vacant]), { code: '07', sight: ['07'] })

  expect(await screen.findByText(/Secretaría Ejecutiva del SIPINNA vacante/, { selector: 'table *' })).toBeVisible()
  expect(screen.queryByText('Sin datos')).toBeNull()
})
