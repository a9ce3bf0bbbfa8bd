// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { followChanges, noteConnection, pauseLive, resumeLive, tellChange, tellOwnChange } from './live.ts'

const ask = vi.fn()
let stop = () => {}

beforeEach(() => {
  vi.useFakeTimers()
  ask.mockClear()
  noteConnection(true)
  vi.runAllTimers()
  stop = followChanges(ask, 1)
})
afterEach(() => {
  stop()
  vi.useRealTimers()
})

test('given a change, it is asked at once', () => {
  tellChange()
  vi.advanceTimersByTime(10)

  expect(ask).toHaveBeenCalledTimes(1)
})

test('given a storm of changes, it is asked once a second, and the last change is not lost', () => {
  for (let i = 0; i < 20; i++) {
    tellChange()
    vi.advanceTimersByTime(100)
  }
  vi.advanceTimersByTime(1_000)

  expect(ask.mock.calls.length).toBeGreaterThanOrEqual(2)
  expect(ask.mock.calls.length).toBeLessThanOrEqual(3)
})

test('given what the reader has done, it is asked at once, however seldom it is asked else', () => {
  stop()
  stop = followChanges(ask, 15)
  tellChange()
  vi.advanceTimersByTime(10)
  tellChange()
  tellOwnChange()
  vi.advanceTimersByTime(10)

  expect(ask).toHaveBeenCalledTimes(2)
})

test('given a reader who paused and then does something, what became of it is shown', () => {
  pauseLive()
  tellOwnChange()
  vi.advanceTimersByTime(10)
  resumeLive()

  expect(ask).toHaveBeenCalledTimes(1)
})

test('given a reader who paused, nothing is asked until they go on', () => {
  pauseLive()
  tellChange()
  vi.advanceTimersByTime(5_000)
  expect(ask).not.toHaveBeenCalled()

  resumeLive()
  vi.advanceTimersByTime(1_000)
  expect(ask).toHaveBeenCalledTimes(1)
})

test('given a stream that is back, what changed in between is asked for', () => {
  noteConnection(false)
  noteConnection(true)
  vi.advanceTimersByTime(1_000)

  expect(ask).toHaveBeenCalledTimes(1)
})
