// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { AS_OF, renderTile } from '../../testing/render-tile.tsx'
import { FacilitiesNowTile } from './facilities-now-tile.tsx'

const aPlace = (n: number, since: string | null) => ({
  node: {
    ...{ id: String(n), name: `Centro ${n}`, type: 'CCAN', legalClass: 'AD_HOC', municipality: null, capacity: null },
    ...{ registryStatus: 'UNKNOWN', lifecycle: 'SIGHTED' },
    occupancy: { asOf: AS_OF, childrenNow: 2, over36Hours: 1, since },
  },
})
const answerWith = (shown: number, totalCount: number, since: string | null = AS_OF) => ({
  data: {
    state: {
      code: '07',
      held: { totalCount, edges: Array.from({ length: shown }, (_, n) => aPlace(n, since)) },
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

test('given the entry of whoever is there longest is not told, it says how many are there for 36 hours', async () => {
  await renderTile(<FacilitiesNowTile />, answerWith(1, 1, null), { code: '07' })

  expect(await screen.findByText('1 con 36 h o más')).toBeVisible()
})
