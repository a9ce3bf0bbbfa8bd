// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { renderTile } from '../../testing/render-tile.tsx'
import type { Claim } from './authority-query.ts'
import { ClaimTable } from './claim-table.tsx'

const claim: Claim = {
  table: 'RETORNADOS',
  measure: 'RETURNED',
  count: 2,
  official: false,
  registryCount: 3,
  coveredUntil: '2026-05-25',
}
const cellsOf = async (code: string) => {
  await renderTile(<ClaimTable claims={[claim]} />, 'never', { code })
  return (await screen.findAllByRole('cell')).map(({ textContent }) => textContent)
}

test('of one state 1 to 4 that the registry counts are withheld, and what INM has published is not', async () => {
  const cells = await cellsOf('27')

  expect(cells.at(0)).toMatch(/^2/)
  expect(cells.at(-1)).toBe('1–\u20604')
})

test('of the country both are told', async () => {
  expect((await cellsOf('00')).at(-1)).toBe('3')
})
