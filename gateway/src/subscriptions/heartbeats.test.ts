/** One timer for all who follow: each is told once in a round, and not all at once. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Heartbeats } from './heartbeats.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('given sixty who come at once, each beats once in a round, six at a time and towards its end; who has left beats no more', () => {
  const heartbeats = new Heartbeats(15_000)
  let now = 0
  const followers = Array.from({ length: 60 }, () => {
    const beats: number[] = []
    return { beats, beat: () => void beats.push(now) }
  })
  for (const one of followers) heartbeats.add(one)
  const run = () => {
    for (let turn = 0; turn < 30; turn += 1) {
      now += 500
      vi.advanceTimersByTime(500)
    }
  }

  run()
  expect(vi.getTimerCount()).toBe(1)
  expect(followers.every(({ beats }) => beats.length === 1)).toBe(true)
  const perTurn = Map.groupBy(followers, ({ beats }) => beats[0] ?? 0)
  expect([...perTurn.values()].map(({ length }) => length)).toEqual(Array.from({ length: 10 }, () => 6))
  expect(Math.min(...perTurn.keys())).toBe(10_500)

  for (const one of followers.slice(1)) heartbeats.delete(one)
  run()
  expect(followers.map(({ beats }) => beats.length)).toEqual([2, ...followers.slice(1).map(() => 1)])
  heartbeats.delete(followers[0] as (typeof followers)[number])
  expect(vi.getTimerCount()).toBe(0)
})
