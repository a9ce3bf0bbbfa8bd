// @vitest-environment jsdom
/** What is looked at by itself leaves its reader enough to act: the less may still be asked, the less often. */
import { act, cleanup, render } from '@testing-library/react'
import { gql, type Operation, type OperationResult, Provider } from 'urql'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { make } from 'wonka'
import { noteLeft } from './allowance.ts'
import { usePolledQuery } from './use-polled-query.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  noteLeft(saying(120))
  cleanup()
  vi.useRealTimers()
})

const saying = (remaining: number) =>
  new Headers({ 'ratelimit-policy': '"asked";q=120;w=60', ratelimit: `"asked";r=${remaining};t=60` })
const QUERY = gql`
  query Tries {
    tries
  }
`

function Probe() {
  usePolledQuery<{ tries: number }, object>({ query: QUERY, variables: {} }, 5)
  return null
}

test.each([
  ['plenty', 120, 4],
  ['nothing', 0, 1],
])('given %s of %i is left, it is asked for %i times in twenty seconds', async (_what, left, times) => {
  let asked = 0
  const executeQuery = (operation: Operation) =>
    make<OperationResult>(({ next }) => {
      asked += 1
      const timer = setTimeout(() => next({ operation, data: { tries: 1 }, stale: false, hasNext: false }))
      return () => clearTimeout(timer)
    })
  noteLeft(saying(left))
  render(
    <Provider value={{ executeQuery } as never}>
      <Probe />
    </Provider>,
  )
  await act(() => vi.advanceTimersByTimeAsync(100))
  const first = asked

  for (let passed = 0; passed < 20; passed += 5) await act(() => vi.advanceTimersByTimeAsync(5_000))

  expect(asked - first).toBe(times)
})
