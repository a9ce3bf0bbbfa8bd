// @vitest-environment jsdom
import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { startWords } from '../words/words.ts'
import { Announcer, tell } from './announcer.tsx'
import { Changing } from './changing.tsx'

void startWords(null)
beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const page = (value: string, key = 'Chiapas') => (
  <>
    <Changing key={key} name="Retenidos ahora">
      {value}
    </Changing>
    <Announcer />
  </>
)

test('given a number that changes, it is marked for two seconds and said politely', () => {
  const { rerender } = render(page('63'))
  rerender(page('64'))

  expect(screen.getByText('64').dataset.changed).toBe('true')
  act(() => void vi.advanceTimersByTime(1_900))
  expect(screen.getByText('64').dataset.changed).toBe('true')
  act(() => void vi.advanceTimersByTime(200))
  expect(screen.getByText('64').dataset.changed).toBeUndefined()
  expect(screen.getByText('Retenidos ahora: 64, antes 63.').getAttribute('aria-live')).toBe('polite')
})

test('given a number of something else, nothing changed', () => {
  const { rerender } = render(page('63', 'Chiapas'))
  rerender(page('9', 'Tabasco'))

  expect(screen.getByText('9').dataset.changed).toBeUndefined()
})

test('given the reader did something, what came of it is said after the burst, and what changes by itself does not speak into it', () => {
  const { rerender, container } = render(page('63'))
  const said = () => container.querySelector('[aria-live]')?.textContent
  act(() => void vi.advanceTimersByTime(10_000))
  rerender(page('64'))
  act(() => tell('Con acuse: la primera.'))
  act(() => void vi.advanceTimersByTime(700))
  expect(said()).toBe('Con acuse: la primera.')

  act(() => void vi.advanceTimersByTime(9_900))
  expect(said()).toBe('Con acuse: la primera.')
  act(() => void vi.advanceTimersByTime(200))
  expect(said()).toBe('Retenidos ahora: 64, antes 63.')
})
