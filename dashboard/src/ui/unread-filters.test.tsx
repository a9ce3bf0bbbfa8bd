// @vitest-environment jsdom
/** An address with a filter that nobody knows shows more than was asked for: the page says so, above what it shows. */
import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { Search } from '../api/filters.ts'
import { renderTile } from '../testing/render-tile.tsx'
import { FilterLine } from '../tiles/alerts/filter-line.tsx'
import { FilterLineTile } from '../tiles/filter-line/filter-line-tile.tsx'

const showAlerts = (search: Search, unread: readonly string[] = []) =>
  renderTile(<FilterLine />, { data: {} }, { search, unread })
const said = () => screen.queryByText(/^La dirección trae/)?.textContent

test('given a kind of alert that there is not, it is said that all are shown', async () => {
  await showAlerts({ tipo: 'CHILD_LOST' })
  expect(said()).toBe('La dirección trae un filtro que aquí no se entiende (tipo): se muestra sin él.')
})

test('given the folio of a link lost its end, the alerts of everybody are not shown as those of one child', async () => {
  await showAlerts({}, ['nna', 'gravedad'])
  expect(said()).toMatch(/no se entienden \(nna, gravedad\): se muestra sin ellos/)
})

test('given a period that is none, the overview says that it shows another', async () => {
  await renderTile(<FilterLineTile />, { data: {} }, { search: { periodo: '2019-7' } })
  expect(said()).toMatch(/\(periodo\)/)
})

test('of what is understood nothing is said', async () => {
  await showAlerts({ tipo: 'PPNNA_NOT_NOTIFIED', entidad: '07' })
  expect(said()).toBeUndefined()
})
