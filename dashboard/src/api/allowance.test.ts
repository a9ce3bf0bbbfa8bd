// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { askPatiently, noteLeft, pauseBetweenAsks } from './allowance.ts'
import { followChanges, noteConnection, tellChange } from './live.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  noteLeft(saying(120))
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

const saying = (remaining: number) =>
  new Headers({ 'ratelimit-policy': '"asked";q=120;w=60', ratelimit: `"asked";r=${remaining};t=60` })

test('given plenty is left, a figure is asked for as often as it is wished', () => {
  noteLeft(saying(120))
  expect(pauseBetweenAsks(1)).toBe(1)
  noteLeft(saying(60))
  expect(pauseBetweenAsks(1)).toBe(1)
})

test('given less than half is left, the pause grows as that goes, and shrinks as the minute gives it back', () => {
  noteLeft(saying(48))
  expect(pauseBetweenAsks(1)).toBeCloseTo(6)
  expect(pauseBetweenAsks(10)).toBe(10)
  noteLeft(saying(0))
  expect(pauseBetweenAsks(1)).toBe(30)

  vi.advanceTimersByTime(30_000)
  expect(pauseBetweenAsks(1)).toBe(1)
})

test('given an answer from kept bytes, which says nothing of it, what is known of it stands', () => {
  noteLeft(saying(0))
  noteLeft(new Headers())

  expect(pauseBetweenAsks(1)).toBe(30)
})

// A page that costs seven a round, as that of a state does, while something changes each second.
test('given a registry that never rests, an open page leaves its reader something to act with', () => {
  const perSecond = 120 / 60
  let remaining = 120
  noteLeft(saying(remaining))
  noteConnection(true)
  let refused = 0
  const ask = () => {
    if (remaining < 7) refused += 1
    else remaining -= 7
    noteLeft(saying(Math.floor(remaining)))
  }
  const stop = followChanges(ask, 1)
  let least = remaining
  for (let second = 0; second < 600; second += 1) {
    tellChange()
    vi.advanceTimersByTime(1_000)
    remaining = Math.min(120, remaining + perSecond)
    least = Math.min(least, remaining)
  }
  stop()

  expect(refused).toBe(0)
  expect(least).toBeGreaterThan(30)
})

const refusal = () => new Response('{}', { status: 429, headers: { 'retry-after': '2' } })

test('given a question that was too much, it is asked again when the gateway says, and its answer is given', async () => {
  const answers = [refusal(), refusal(), new Response('{"data":{}}')]
  const asked = vi.fn(async () => answers.shift())
  vi.stubGlobal('fetch', asked)

  const answer = askPatiently('/graphql', { method: 'POST' })
  await vi.advanceTimersByTimeAsync(1_900)
  expect(asked).toHaveBeenCalledTimes(1)
  await vi.advanceTimersByTimeAsync(2_200)

  expect(await (await answer).text()).toBe('{"data":{}}')
  expect(asked).toHaveBeenCalledTimes(3)
})

test('given a question that is refused for long, the refusal is given', async () => {
  vi.stubGlobal('fetch', async () => refusal())
  const answer = askPatiently('/graphql')
  await vi.runAllTimersAsync()

  expect((await answer).status).toBe(429)
})

test('given nobody waits for the answer any more, it is not asked again', async () => {
  const asked = vi.fn(async () => refusal())
  vi.stubGlobal('fetch', asked)
  const leaving = new AbortController()

  const answer = askPatiently('/graphql', { signal: leaving.signal }).catch(({ name }) => name)
  await vi.advanceTimersByTimeAsync(100)
  leaving.abort()
  await vi.runAllTimersAsync()

  expect(await answer).toBe('AbortError')
  expect(asked).toHaveBeenCalledTimes(1)
})
