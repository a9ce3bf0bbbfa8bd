// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { AS_OF, renderTile } from '../../testing/render-tile.tsx'
import { FacilitiesNowTile } from './facilities-now-tile.tsx'

const aPlace = (n: number) => ({
  node: {
    ...{ id: String(n), name: `Centro ${n}`, type: 'CCAN', legalClass: 'AD_HOC', municipality: null, capacity: null },
    ...{ registryStatus: 'UNKNOWN', lifecycle: 'SIGHTED' },
    occupancy: { asOf: AS_OF, childrenNow: 2, since: AS_OF },
  },
})
const answerWith = (shown: number, totalCount: number) => ({
  data: {
    state: {
      code: '07',
      held: { totalCount, edges: Array.from({ length: shown }, (_, n) => aPlace(n)) },
      caredFor: { totalCount: 0, edges: [] },
    },
  },
})

test('given more places with children than fit, it says of how many the sum is', async () => {
  await renderTile(<FacilitiesNowTile />, answerWith(100, 131), { code: '07' })

  expect(await screen.findByText('Se muestran 100 de 131 lugares; la suma es de esos.')).toBeVisible()
  expect(screen.getByText('200')).toBeVisible()
})

test('given all of them fit, nothing is said of it', async () => {
  await renderTile(<FacilitiesNowTile />, answerWith(3, 3), { code: '07' })

  expect(await screen.findByText('6')).toBeVisible()
  expect(screen.queryByText(/Se muestran/)).toBeNull()
})
