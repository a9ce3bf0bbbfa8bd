/** Ids come in the order in which they are made, more of them in a millisecond than it has numbers for. */
import { expect, test, vi } from 'vitest'
import { idOfBatch, newId } from './new-id.ts'

const VERSION_7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** Ids made while the clock shows this, and nothing else. */
function madeAt(millisecond: number, many: number, made = newId): string[] {
  const clock = vi.spyOn(Date, 'now').mockReturnValue(millisecond)
  try {
    return Array.from({ length: many }, made)
  } finally {
    clock.mockRestore()
  }
}

const NOON = Date.parse('2026-11-25T12:00:00Z')
const ids = [
  // Three times as many as a millisecond has numbers for, and some more; then the clock is set back, and goes on.
  ...madeAt(NOON, 3 * 4_096 + 5),
  ...madeAt(NOON - 3_600_000, 4_097),
  ...madeAt(NOON + 60_000, 2),
]

test('each is a UUID of version 7, and later than the one before, whatever the clock does', () => {
  expect(ids.filter((id) => !VERSION_7.test(id))).toEqual([])
  expect(ids.filter((id, at) => at > 0 && id <= (ids[at - 1] ?? ''))).toEqual([])
})

test('each says when it was made, where no more were made than a millisecond has numbers for', () => {
  const madeIn = (id = '') => Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)

  expect([ids[0], ids[4_095], ids.at(-1)].map(madeIn)).toEqual([NOON, NOON, NOON + 60_000])
})

test('what follows the count is chance', () => {
  expect(new Set(ids.map((id) => id.slice(18))).size).toBe(ids.length)
})

test('a batch is later than what was made before it and earlier than what is made after, whatever the clock does, and does not tell what else was made', () => {
  const made = [NOON + 120_000, NOON, NOON + 120_000].flatMap((at) => [
    ...madeAt(at, 500, idOfBatch),
    ...madeAt(at, 2),
    ...madeAt(at, 1, idOfBatch),
    ...madeAt(at, 5_000),
  ])
  const millisecondOf = (id = '') => id.slice(0, 13)

  expect(made.filter((id) => !VERSION_7.test(id))).toEqual([])
  expect(made.filter((id, at) => at > 0 && millisecondOf(id) < millisecondOf(made[at - 1]))).toEqual([])
  expect(millisecondOf(made[502]) > millisecondOf(made[501])).toBe(true)
  expect(new Set(made.slice(0, 500).map((id) => id.slice(15, 18))).size).toBeGreaterThan(100)
})
