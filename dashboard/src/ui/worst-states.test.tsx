// @vitest-environment jsdom
/** The three worst states of a figure: which they are, in which order, with which number and which rate. */
import { cleanup, render, screen, within } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { startWords } from '../words/words.ts'
import { type CountInState, WorstStates } from './worst-states.tsx'

void startWords(null)
afterEach(cleanup)

const million = 1_000_000
const COUNTS: CountInState[] = [
  { code: '02', count: 40, population: 4 * million },
  { code: '07', count: 120, population: 2 * million },
  { code: '09', count: 0, population: 2 * million },
  { code: '27', count: 60, population: million / 2 },
  { code: '30', count: 41, population: 4 * million },
]

function rowsOf(counts: readonly CountInState[]): string[][] {
  render(<WorstStates of="held" counts={counts} />)
  const [, body] = screen.getAllByRole('rowgroup')
  const cellsOf = (row: HTMLElement) => [...row.querySelectorAll('th, td:not(.bar-cell)')]
  return within(body as HTMLElement)
    .getAllByRole('row')
    .map((row) => cellsOf(row).map((cell) => cell.textContent ?? ''))
}

test('three states stand there, the highest count first, each with its number and its rate', () => {
  expect(rowsOf(COUNTS)).toEqual([
    ['Chiapas', '120', '6.0'],
    ['Tabasco', '60', '12.0'],
    ['Veracruz', '41', '1.0'],
  ])
})

test('the bars are drawn from zero, the longest for the highest', () => {
  rowsOf(COUNTS)

  const widths = [...document.querySelectorAll<HTMLElement>('.bar-cell i')].map(({ style }) =>
    Number.parseFloat(style.width),
  )
  expect(widths.map(Math.round)).toEqual([100, 50, 34])
})

test('fewer than three stand there where no other state has any; where none has, that is said', () => {
  expect(rowsOf(COUNTS.slice(1, 3))).toHaveLength(1)
  cleanup()
  render(<WorstStates of="held" counts={COUNTS.slice(2, 3)} />)

  expect(screen.queryByRole('table')).toBeNull()
  expect(screen.getByText('Ninguna entidad.')).toBeTruthy()
})
