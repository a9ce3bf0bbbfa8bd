// @vitest-environment jsdom
/** Whoever has done something goes on where he did it, also where that part of the page was away for a moment; and nobody is taken there later. */
import '@testing-library/jest-dom/vitest'
import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { useGoOn } from './use-go-on.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }))
afterEach(() => {
  vi.useRealTimers()
  cleanup()
})

let done = () => {}
let left = () => {}

function Acts({ id, acts }: { id: string; acts: readonly string[] }) {
  const { acts: line, goOn, goBack } = useGoOn<HTMLSpanElement>(id)
  done = goOn
  left = goBack
  return (
    <span ref={line} data-acts={id}>
      {acts.map((each) => (
        <button key={each} type="button">
          {each}
        </button>
      ))}
    </span>
  )
}

/** Null while a service does not answer for it. */
const page = (acts: readonly string[] | null, id = 'A1') => (
  <main id="contenido" tabIndex={-1}>
    {acts && <Acts id={id} acts={acts} />}
    <p>{acts ? 'told' : 'No disponible'}</p>
  </main>
)

const BOTH = ['Acusar', 'Comentar']

test.each([
  ['done', () => done],
  ['left', () => left],
])('given the page was away while he wrote, and is back when it is %s, he is at its buttons', (_how, end) => {
  const { rerender } = render(page(BOTH))
  const ended = end()
  rerender(page(null))
  rerender(page(BOTH))

  act(() => ended())
  expect(screen.getByText('Acusar')).toHaveFocus()
})

test('given it comes back after that, he is at its buttons then, and not at the top of the page', () => {
  const { rerender } = render(page(BOTH))
  const ended = done
  rerender(page(null))
  act(() => ended())
  document.getElementById('contenido')?.focus()

  rerender(page(BOTH))
  expect(screen.getByText('Acusar')).toHaveFocus()
})

test('given the page goes away right after that and comes back, he is at its buttons again', () => {
  const { rerender } = render(page(BOTH))
  screen.getByText('Acusar').focus()
  act(() => done())
  rerender(page(BOTH))

  rerender(page(null))
  rerender(page(BOTH))
  expect(screen.getByText('Acusar')).toHaveFocus()
})

test('given another alert is opened instead, or much later, he begins where others begin', () => {
  const { rerender } = render(page(BOTH))
  const ended = done
  rerender(page(null))
  act(() => ended())

  rerender(page(BOTH, 'A2'))
  expect(document.body).toHaveFocus()
  rerender(page(null))
  vi.advanceTimersByTime(60_000)
  rerender(page(BOTH))
  expect(document.body).toHaveFocus()
})

test('given he did it long ago and reads elsewhere, what changes takes him nowhere', () => {
  const { rerender } = render(page(BOTH))
  screen.getByText('Acusar').focus()
  act(() => done())
  rerender(page(BOTH))
  vi.advanceTimersByTime(60_000)
  screen.getByText('Acusar').blur()

  rerender(page(['Acusar']))
  expect(document.body).toHaveFocus()
})
