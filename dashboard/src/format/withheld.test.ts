/** What is withheld cannot be found by subtraction. */
import { expect, test } from 'vitest'
import { doPartsTell, type Sum, withheldBeside } from './withheld.ts'

/** Three parts and their total. */
const OF_THREE: readonly Sum[] = [{ total: 3, parts: [0, 1, 2] }]
const beside = (...parts: number[]) => {
  const counts = [...parts, parts.reduce((sum, part) => sum + part, 0)]
  return [...withheldBeside({ counts, sums: OF_THREE, costs: (place) => (place === 3 ? 1 : 0) })]
}

test.each([
  ['where none is small, nothing is', [5, 0, 12], []],
  ['beside a single one the smallest larger one is', [3, 40, 9], [2]],
  ['beside two that hide one another, nothing is', [2, 3, 30], []],
  ['beside two that can only be four each, a larger one is', [4, 4, 30], [2]],
  ['beside two that may be four and three or the other way round, nothing is', [4, 3, 30], []],
  ['where no part is large, the total is', [4, 4, 0], [3]],
  ['of a total that is small itself, nothing is', [1, 2, 0], []],
])('%s', (_what, parts, expected) => {
  expect(beside(...parts)).toEqual(expected)
})

test.each([
  [[4, 4, 0], true],
  [[4, 4, 4, 0], true],
  [[4, 3, 0], false],
  [[4, 4, 9], false],
  [[3, 12, 0], false],
  [[9, 12, 0], false],
] as const)('of parts %j, with their total, one of a few is known: %s', (parts, expected) => {
  expect(doPartsTell(parts)).toBe(expected)
})
