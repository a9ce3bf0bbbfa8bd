import { expect, test } from 'vitest'
import { nextTry, retryAfterOf, standingAfter, TRIES_AFTER_IN_MS } from './retry-schedule.ts'

const NOW = new Date('2026-11-26T12:00:00Z')
const after = (failed: number, chance: number, retryAfter: number | null = null) => {
  const next = nextTry(failed, NOW, chance, retryAfter)
  return next && (next.getTime() - NOW.getTime()) / 1_000
}

test('ten tries over about 75 hours, each within a fifth of its time', () => {
  expect(TRIES_AFTER_IN_MS.length).toBe(10)
  expect([1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((failed) => after(failed, 0.5))).toEqual([
    ...[5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400],
    null,
  ])
  expect([after(2, 0), after(2, 1)]).toEqual([240, 360])
})

test('a receiver may ask for more time, an hour at most', () => {
  expect(after(1, 0.5, 60_000)).toBe(60)
  expect(after(1, 0.5, 9_999_000)).toBe(3_600)
  expect(after(4, 0.5, 60_000)).toBe(7_200)
  expect(retryAfterOf('9999', NOW)).toBe(9_999_000)
  expect(retryAfterOf('Thu, 26 Nov 2026 12:00:30 GMT', NOW)).toBe(30_000)
  expect([retryAfterOf('soon', NOW), retryAfterOf(undefined, NOW)]).toEqual([null, null])
})

test('five failures in a row open the circuit: one probe a minute until one is answered', () => {
  let standing = { failures: 0, paceInMs: 0, restInMs: 0 }
  const rests = [1, 2, 3, 4, 5, 6].map(() => {
    standing = standingAfter(standing, 500, null)
    return standing.restInMs
  })

  expect(rests).toEqual([0, 0, 0, 0, 60_000, 60_000])
  expect(standingAfter(standing, 204, null)).toEqual({ failures: 0, paceInMs: 0, restInMs: 0 })
})

test('429, 502 and 504 slow an endpoint, and successes let it come back', () => {
  const slow = [429, 502, 504].reduce((before, status) => standingAfter(before, status, null), {
    failures: 0,
    paceInMs: 0,
    restInMs: 0,
  })

  expect(slow).toEqual({ failures: 3, paceInMs: 4_000, restInMs: 4_000 })
  expect(standingAfter({ failures: 0, paceInMs: 0 }, 429, 120_000).restInMs).toBe(120_000)
  expect(standingAfter({ failures: 0, paceInMs: 0 }, 429, 9_999_000).restInMs).toBe(3_600_000)
  expect(standingAfter({ failures: 0, paceInMs: 0 }, 500, 120_000).restInMs).toBe(0)
  expect(standingAfter(slow, 200, null)).toEqual({ failures: 0, paceInMs: 2_000, restInMs: 2_000 })
})

test('one that was slowed as far as it goes comes back in whole milliseconds', () => {
  const paces: number[] = []
  const answered = (status: number, times: number) => {
    for (let time = 0; time < times; time += 1) {
      const { failures, paceInMs } = standingAfter({ failures: 0, paceInMs: paces.at(-1) ?? 0 }, status, null)
      expect(failures).toBe(status === 200 ? 0 : 1)
      paces.push(paceInMs)
    }
  }

  answered(429, 10)
  expect(paces.at(-1)).toBe(300_000)
  answered(200, 10)
  expect(paces.at(-1)).toBe(0)
  expect(paces.filter((pace) => !Number.isInteger(pace))).toEqual([])
})

test.each([
  [200, 0],
  [204, 0],
  [299, 0],
  [199, 1],
  [300, 1],
  [302, 1],
  [404, 1],
  [500, 1],
  [null, 1],
])('given the answer %s, that many tries have failed: %i', (status, failures) => {
  expect(standingAfter({ failures: 0, paceInMs: 0 }, status, null).failures).toBe(failures)
})

test('503 slows nobody, and is spared for as long as it asks', () => {
  expect(standingAfter({ failures: 0, paceInMs: 0 }, 503, 120_000)).toEqual({
    ...{ failures: 1, paceInMs: 0 },
    restInMs: 120_000,
  })
})
