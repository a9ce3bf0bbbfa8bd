// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest'
import { render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { startWords } from '../words/words.ts'
import { FigureTrend } from './figure-trend.tsx'

void startWords(null)

test('whoever does not see the lines hears both: the half-year, and the same weeks a year before', () => {
  render(<FigureTrend name="Retenidos" weeks={[5, 6]} before={[3, null]} limit="nadie" isUnfiltered={false} />)
  expect(screen.getByRole('img')).toHaveAccessibleName(/5, 6.*Un año antes: 3, n\. d\./)
  expect(screen.getByText('nadie').parentElement).toHaveTextContent('hace 26 semanas, 5 , un año antes, nadie')
})

test('where nothing is drawn of a year before, nothing is said of it', () => {
  render(<FigureTrend name="Retornos" weeks={[5, 6]} before={[null]} limit="nadie" isUnfiltered={false} />)
  expect(screen.getByRole('img', { name: /Retornos/ })).not.toHaveAccessibleName(/Un año antes/)
})

test('where the weeks cannot be had it is said who does not answer, and where nobody ever told of them, that there are none', () => {
  const none = { name: 'Retenidos', weeks: [], before: [], limit: 'nadie', isUnfiltered: false }
  const failure = { services: ['oversight'], since: new Date('2026-11-25T16:40:00Z'), isTooMuch: false } as const
  const { rerender } = render(<FigureTrend {...none} failure={failure} />)
  expect(screen.getByText(/No disponible. El servicio de vigilancia no responde/)).toBeVisible()

  rerender(<FigureTrend {...none} failure={null} />)
  expect(screen.getByText('Sin datos.')).toBeVisible()
})
