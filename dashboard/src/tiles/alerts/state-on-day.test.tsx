// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { renderTile } from '../../testing/render-tile.tsx'
import { StateOnDay } from './state-on-day.tsx'

const DAY = 86_400_000
const weeks = (counts: (number | null)[]) => ({
  data: {
    state: {
      openAlertsOn: counts.map((count, week) => ({
        day: new Date(Date.UTC(2026, 9, 7) + 7 * DAY * week).toISOString().slice(0, 10),
        count,
      })),
    },
  },
})

test('eight weeks stand beside each other: what was not known yet is not 0, and what ended is', async () => {
  await renderTile(<StateOnDay />, weeks([null, null, 8_612, 15_045, 4, 0, null, 3]))

  const told = (await screen.findAllByRole('listitem')).map((week) => week.textContent)
  expect(told).toEqual([
    ...['–, 7 oct', '–, 14 oct', '8,612, 21 oct', '15,045, 28 oct', '4, 4 nov', '0, 11 nov', '–, 18 nov', '3, 25 nov'],
  ])
})

test('it is said that the weeks count what persons have closed, which the lists of open ones do not', async () => {
  await renderTile(<StateOnDay />, weeks([null, null, null, null, null, null, null, 3]))

  expect(await screen.findByRole('heading', { name: /cuya causa seguía/ })).toBeVisible()
  expect(await screen.findByText(/las que cerró una persona/)).toBeVisible()
})

test('given nobody answers, no week is shown', async () => {
  await renderTile(<StateOnDay />, { data: { state: { openAlertsOn: null } }, down: 'oversight' })

  expect(await screen.findByText('No disponible')).toBeVisible()
  expect(screen.queryByRole('listitem')).toBeNull()
})
