/** A service that fails is spared for some seconds, whatever the clock of the machine does meanwhile. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { PATIENCE, Reach, Unreachable } from './reach.ts'

const HOUR_IN_MS = 3_600_000

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date', 'performance'] }))
afterEach(() => void vi.useRealTimers())

test('given a service that failed again and again and a clock that is then put back an hour, it is asked again once it has rested', async () => {
  const reach = new Reach('children', PATIENCE, () => {})
  const answers = vi.fn<() => Promise<string>>().mockRejectedValue(new Unreachable('no answer'))
  const asked = () => reach.ask({ asker: 'somebody', deadline: Date.now() + 5_000, ask: answers })
  for (let tries = 0; tries < PATIENCE.failures; tries += 1) await expect(asked()).rejects.toThrow()
  await expect(asked()).rejects.toThrow()
  expect(answers).toHaveBeenCalledTimes(PATIENCE.failures)

  vi.setSystemTime(Date.now() - HOUR_IN_MS)
  vi.advanceTimersByTime(PATIENCE.restInMs)
  answers.mockResolvedValue('an answer')

  await expect(asked()).resolves.toBe('an answer')
})
