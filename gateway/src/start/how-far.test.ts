/** Whoever waits for migrations of a large registry sees which one is under way, and of a small one nothing. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { howFar } from './how-far.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('given a migration that takes half a minute, it is named each ten seconds, and no more once it is over', () => {
  const said: string[] = []
  const { begins, ended } = howFar((line) => said.push(line))
  begins('20261124000000_small', 1, 2)
  vi.advanceTimersByTime(9_000)
  begins('20261125000000_large', 2, 2)
  vi.advanceTimersByTime(21_500)
  ended()
  vi.advanceTimersByTime(60_000)

  expect(said).toHaveLength(3)
  expect(new Set(said)).toEqual(new Set([expect.stringMatching(/^Bringing .+: 2 of 2, 20261125000000_large …/)]))
})
