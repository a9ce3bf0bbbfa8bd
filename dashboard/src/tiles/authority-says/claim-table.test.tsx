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
const cellsOf = async (code: string, claims: readonly Claim[] = [claim]) => {
  await renderTile(<ClaimTable claims={claims} />, 'never', { code })
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

test('of one state the assisted returns are withheld beside a few deportations, which all and these would tell', async () => {
  const returned = [
    { ...claim, registryCount: 37 },
    { ...claim, measure: 'ASSISTED_RETURN', registryCount: 36 },
    { ...claim, measure: 'DEPORTED', registryCount: 1 },
  ] as const
  const ownOf = async (code: string) => (await cellsOf(code, returned)).filter((_cell, at) => at % 3 === 2)

  expect(await ownOf('27')).toEqual(['37', '≥5', '1–\u20604'])
})
