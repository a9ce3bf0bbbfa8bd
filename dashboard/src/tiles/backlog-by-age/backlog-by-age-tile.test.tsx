// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { AS_OF, renderTile } from '../../testing/render-tile.tsx'
import { BacklogByAgeTile } from './backlog-by-age-tile.tsx'

const waiting = (upToADay: number, longest: number) => ({
  data: {
    state: {
      code: '07',
      casework: {
        ...{ asOf: AS_OF, calendar: '2026-11-25+3', unprocessed: upToADay + longest },
        unprocessedByAge: [
          { bucket: 'UNDER_24_HOURS', count: upToADay },
          { bucket: 'FROM_24_TO_72_HOURS', count: 0 },
          { bucket: 'FROM_72_HOURS_TO_5_WORKING_DAYS', count: 0 },
          { bucket: 'OVER_5_WORKING_DAYS', count: longest },
        ],
      },
    },
  },
})

test('how many wait, for how long, and what part of all they are', async () => {
  await renderTile(<BacklogByAgeTile />, waiting(50, 150), { code: '07' })

  expect(await screen.findByRole('row', { name: /Menos de 24 h 50 25.% En plazo/ })).toBeVisible()
  expect(screen.getByRole('row', { name: /Más de 5 días hábiles 150 75.% Crítica/ })).toBeVisible()
})

test('of a few it is told that there are some: neither their part nor their bar says how many, nor what stands beside them', async () => {
  const bars: (string | undefined)[] = []
  for (const few of [1, 4]) {
    await renderTile(<BacklogByAgeTile />, waiting(few, 150), { code: '07' })
    const row = await screen.findByRole('row', { name: /Menos de 24 h de 1 a 4 – En plazo/ })
    const beside = screen.getByRole('row', { name: /Más de 5 días hábiles ≥5 – Crítica/ })
    bars.push(...[row, beside].map((each) => each.querySelector<HTMLElement>('.bar-cell i')?.style.width))
    cleanup()
  }
  expect(bars.slice(0, 2)).toEqual(bars.slice(2))
})

test('by which calendar its days are told is said in words, and not by the name of its version', async () => {
  await renderTile(<BacklogByAgeTile />, waiting(50, 150), { code: '07' })

  expect(
    await screen.findByText(/^Días hábiles por el calendario del 25 de noviembre de 2026, con 3 suspensiones/),
  ).toBeVisible()
})
