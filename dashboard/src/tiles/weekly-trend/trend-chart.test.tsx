// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { renderTile } from '../../testing/render-tile.tsx'
import { TrendChart } from './trend-chart.tsx'

vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener() {}, removeEventListener() {} }))

test('a week of which no office has told is not said to have had no cases', async () => {
  const week = { from: '2026-11-16', at: Date.parse('2026-11-16'), detected: 40, opened: null }
  await renderTile(<TrendChart weeks={[week]} title="Por semana" width={600} height={200} />, 'never')

  expect(
    await screen.findByRole('img', { name: /La última semana cerrada: 40 detectados y n\. d\. expedientes\./ }),
  ).toBeVisible()
})

test('given one state, as on the report of its office, 1 to 4 are neither told nor drawn as what they are', async () => {
  const weeks = ['2026-11-09', '2026-11-16'].map((from, i) => ({
    from,
    at: Date.parse(from),
    detected: 14,
    opened: 3 + i,
  }))
  const chart = () => <TrendChart weeks={weeks} title="Por semana" width={600} height={200} />
  await renderTile(chart(), 'never', { code: '27' })

  expect(await screen.findByRole('img', { name: /: 14 detectados y 1–\u20604 expedientes\./ })).toBeVisible()
  expect(screen.getByText(/^1–\u20604\s/)).toBeInTheDocument()
  const [, opened] = document.querySelectorAll('path.recharts-line-curve')
  const heights = [...(opened?.getAttribute('d') ?? '').matchAll(/,([\d.]+)/g)].map(([, y]) => y)
  expect(heights.length).toBeGreaterThan(1)
  expect(new Set(heights).size).toBe(1)
})

test('the name of the gap stands above its ground, which would make it pale', async () => {
  const WEEK_IN_MS = 7 * 86_400_000
  const weeks = Array.from({ length: 100 }, (_, week) => {
    const at = Date.parse('2024-01-01') + week * WEEK_IN_MS
    return { from: new Date(at).toISOString().slice(0, 10), at, detected: 40, opened: 2 }
  })
  await renderTile(<TrendChart weeks={weeks} title="Por semana" width={600} height={300} />, 'never')

  const name = await screen.findByText('sin expediente')
  const ground = document.querySelector('.recharts-area')
  expect(ground?.compareDocumentPosition(name)).toBe(Node.DOCUMENT_POSITION_FOLLOWING)
})

test.each([200, 308, 400])(
  'what a law or a ruling brought is read to its end on a phone too, after %i weeks',
  async (count) => {
    const WEEK_IN_MS = 7 * 86_400_000
    const weeks = Array.from({ length: count }, (_, week) => {
      const at = Date.parse('2021-01-04') + week * WEEK_IN_MS
      return { from: new Date(at).toISOString().slice(0, 10), at, detected: 40, opened: 2 }
    })
    await renderTile(<TrendChart weeks={weeks} title="Por semana" width={332} height={300} />, 'never')

    const names = await screen.findAllByText(/^(Reforma|SCJN|Tarjetas)/)
    const WIDTH_OF_LETTER = 5
    const ends = names.map((name) => Number(name.getAttribute('x')) + (name.textContent?.length ?? 0) * WIDTH_OF_LETTER)
    expect(ends).toHaveLength(3)
    expect(Math.max(...ends)).toBeLessThan(332)
  },
)
