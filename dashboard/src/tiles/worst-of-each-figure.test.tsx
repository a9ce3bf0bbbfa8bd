// @vitest-environment jsdom
/** Below each of the three headline figures stand its own three worst states: by its own counts, and not by those of another. */
import { screen, within } from '@testing-library/react'
import type { ReactNode } from 'react'
import { expect, test } from 'vitest'
import { AS_OF, renderTile } from '../testing/render-tile.tsx'
import { HeldNowTile } from './held-now/held-now-tile.tsx'
import { ReturnsWithoutDeterminationTile } from './returns-without-determination/returns-without-determination-tile.tsx'
import { UnprocessedCasesTile } from './unprocessed-cases/unprocessed-cases-tile.tsx'

const POPULATION = 1_000_000
/** Of each state what it holds, has not processed and has returned: in no two figures are the same three the worst. */
const stateOf = (code: string, held: number | null, unprocessed: number | null, returned: number | null) => ({
  ...{ code, population: POPULATION },
  detention: held === null ? null : { heldNow: held },
  casework: unprocessed === null ? null : { unprocessed },
  returns: returned === null ? null : { withoutValidDetermination: returned },
})
const states = [
  stateOf('02', 50, 10, 0),
  stateOf('07', 90, 20, 30),
  stateOf('08', 10, 80, 20),
  stateOf('19', 70, null, 60),
  stateOf('27', null, 70, 10),
  stateOf('30', 5, 60, 40),
]

const none = { points: [] }
const answer = {
  data: {
    state: {
      ...{ code: '00', weeks: none, before: none, monthAgo: none, earlier: null },
      detention: {
        ...{ asOf: AS_OF, heldNow: 225, inReferralCenters: 225, inProhibitedPlaces: 0, inOtherAdHocPlaces: 0 },
        ...{ over36Hours: 0, longestHours: 4, heldSince: AS_OF },
      },
      casework: { asOf: AS_OF, unprocessed: 240, overdue: 0, oldestNotifiedAt: AS_OF, unprocessedByAge: [] },
      returns: { asOf: AS_OF, total: 200, withoutValidDetermination: 160, byStanding: [] },
    },
    states,
  },
}

const FIGURES: [string, ReactNode, string[][]][] = [
  [
    'Retenidos en canalización',
    <HeldNowTile key="held" />,
    [
      ['Chiapas', '90', '9.0'],
      ['Nuevo León', '70', '7.0'],
      ['Baja California', '50', '5.0'],
    ],
  ],
  [
    'Casos PPNNA sin procesar',
    <UnprocessedCasesTile key="unprocessed" />,
    [
      ['Chihuahua', '80', '8.0'],
      ['Tabasco', '70', '7.0'],
      ['Veracruz', '60', '6.0'],
    ],
  ],
  [
    'Retornos sin BID',
    <ReturnsWithoutDeterminationTile key="returns" />,
    [
      ['Nuevo León', '60', '6.0'],
      ['Veracruz', '40', '4.0'],
      ['Chiapas', '30', '3.0'],
    ],
  ],
]

test.each(FIGURES)('%s', async (name, tile, worst) => {
  await renderTile(tile, answer)
  await screen.findByRole('columnheader', { name: 'por 100 mil' })
  const [, ...rows] = within(screen.getByRole('region', { name: new RegExp(name) })).getAllByRole('row')

  const cells = rows.map((row) => [...row.querySelectorAll('th, td:not(.bar-cell)')].map((cell) => cell.textContent))
  expect(cells).toEqual(worst)
})
