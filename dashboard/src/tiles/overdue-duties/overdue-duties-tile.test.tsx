// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { AS_OF, renderTile } from '../../testing/render-tile.tsx'
import { OverdueDutiesTile } from './overdue-duties-tile.tsx'

const state = {
  code: '07',
  funnel: { detected: 30, notified: 30 },
  detention: { inReferralCenters: 0, inProhibitedPlaces: 0, inOtherAdHocPlaces: 0, over36Hours: 0, longestHours: null },
  care: { overOneYear: 0 },
  casework: { asOf: AS_OF, overdue: 0, unprocessedByAge: [], withoutDetermination: 0, oldestNotifiedAt: null },
  returns: { withoutValidDetermination: 6, deportations: 5 },
}

test('given one child was returned twice, the table counts returns, and says that it does', async () => {
  await renderTile(<OverdueDutiesTile />, { data: { state } }, { code: '07' })

  expect(await screen.findByRole('row', { name: /^Retornos sin BID válido, 28 días 6/ })).toBeVisible()
  expect(screen.getByRole('row', { name: /^Deportaciones, 28 días 5/ })).toBeVisible()
  expect(screen.queryByRole('columnheader', { name: 'NNA' })).toBeNull()
  expect(await screen.findByText(/quien fue retornado dos veces cuenta dos/)).toBeInTheDocument()
})

test('given returns cannot be asked and nothing else is overdue, it is not said that nothing is, but who does not answer', async () => {
  await renderTile(
    <OverdueDutiesTile />,
    { data: { state: { ...state, returns: null } }, down: 'returns' },
    { code: '07' },
  )

  expect(await screen.findByText('De lo que se pudo preguntar no consta ninguna.')).toBeVisible()
  expect(screen.getByText(/deportaciones, 28 días.*El servicio de retornos no responde/)).toBeVisible()
  expect(screen.queryByText('No consta ninguna.')).toBeNull()
})
