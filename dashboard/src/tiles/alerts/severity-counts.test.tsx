// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest'
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { SearchContext } from '../../api/search.ts'
import { startWords } from '../../words/words.ts'
import { SeverityCounts } from './severity-counts.tsx'

void startWords(null)
afterEach(cleanup)

const counts = (critical: number, scopeKey: string) => (
  <SearchContext value={{ search: {}, narrow: () => {} }}>
    <SeverityCounts totals={{ CRITICAL: critical, RED: 0, AMBER: 0 }} scopeKey={scopeKey} />
  </SearchContext>
)

test('given one more alert, its count is marked as changed', () => {
  const { rerender } = render(counts(20, 'everywhere'))
  rerender(counts(21, 'everywhere'))

  expect(screen.getByText('21')).toHaveAttribute('data-changed')
})

test('of one alert it is said as of one', () => {
  render(counts(1, 'everywhere'))

  expect(screen.getByRole('button', { name: 'Ver solo: 1 crítica' })).toHaveTextContent(/^1crítica$/i)
  expect(screen.getByRole('button', { name: 'Ver solo: 0 rojas' })).toBeInTheDocument()
})

test('given the reader narrows the list, the counts are others, and nothing has changed', () => {
  const { rerender } = render(counts(20, 'everywhere'))
  rerender(counts(3, 'Chiapas'))

  expect(screen.getByText('3')).not.toHaveAttribute('data-changed')
})
