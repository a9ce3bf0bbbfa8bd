// @vitest-environment jsdom
import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { renderTile } from '../../testing/render-tile.tsx'
import { ALERT_KIND_CODES } from '../../words/alert-words.ts'
import { StateAlertsTile } from './state-alerts-tile.tsx'

const openAlerts = (lines: number) =>
  ALERT_KIND_CODES.slice(0, lines).map((kind) => ({ kind, severity: 'CRITICAL', count: 3, closedByPerson: 0 }))
const told = (lines: number) => ({ data: { state: { code: '07', openAlerts: openAlerts(lines) } } })
const list = async () => (await screen.findAllByRole('table'))[0] as HTMLElement

test('given more kinds than have room, how many alerts are of the others is said, so that the sum is what is written above', async () => {
  await renderTile(<StateAlertsTile />, told(10))

  expect(await screen.findByRole('link', { name: 'Ver las 30 alertas abiertas' })).toBeVisible()
  expect(within(await list()).getAllByRole('link')).toHaveLength(8)
  expect(within(await list()).getByText('y 6 alertas más, en otros renglones')).toBeVisible()
})

test('given all have room, nothing is said of others', async () => {
  await renderTile(<StateAlertsTile />, told(8))

  expect(within(await list()).getAllByRole('link')).toHaveLength(8)
  expect(screen.queryByText(/en otros renglones/)).toBeNull()
})

test.each([
  [true, 1],
  [false, 0],
])('given a page that is narrowed (%s), whose alerts are all of the state is said', async (isNarrowed, times) => {
  await renderTile(<StateAlertsTile />, told(8), { filter: isNarrowed ? { ageGroup: ['FROM_12_TO_17'] } : null })

  expect(await list()).toBeVisible()
  expect(screen.queryAllByText('De todos los NNA: los filtros no se aplican aquí.')).toHaveLength(times)
})
