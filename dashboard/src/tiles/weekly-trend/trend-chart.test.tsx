// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { renderTile } from '../../testing/render-tile.tsx'
import { TrendChart } from './trend-chart.tsx'

vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener() {}, removeEventListener() {} }))

test('a week of which no office has told is not said to have had no cases', async () => {
  const week = { from: '2026-11-16', at: Date.parse('2026-11-16'), detected: 40, opened: null }
  await renderTile(<TrendChart weeks={[week]} title="Por semana" width={600} height={200} />, 'never')

  expect(await screen.findByText(/La última semana cerrada: 40 detectados y n\. d\. expedientes\./)).toBeInTheDocument()
})
