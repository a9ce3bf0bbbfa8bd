/** What is withheld cannot be found by subtraction. */
import { expect, test } from 'vitest'
import { doPartsTell, type Sum, withheldBeside, withheldParts } from './withheld.ts'

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

test('of whatever parts nobody finds one of a few who knows their total, and by which rule it is chosen what is withheld', () => {
  const told = new Map<string, number[][]>()
  for (const parts of partsOfAtMost(26, 3)) {
    const [total, beside] = [parts.reduce((sum, part) => sum + part, 0), withheldParts(parts)]
    const written = parts.map((part, place) => (part > 0 && part < 5 ? '1–4' : beside.has(place) ? '≥5' : part))
    const key = `${total}: ${written.join(' ')}`
    if (total >= 5 && !doPartsTell(parts)) told.set(key, [...(told.get(key) ?? []), parts])
  }

  const sure = [...told].filter(([, all]) =>
    [0, 1, 2].some((at) => {
      const [one = 0, ...others] = new Set(all.map((parts) => parts[at] ?? 0))
      return others.length === 0 && one > 0 && one < 5
    }),
  )
  expect(sure).toEqual([])
})

function partsOfAtMost(total: number, many: number): number[][] {
  if (many === 0) return [[]]
  const firsts = Array.from({ length: total + 1 }, (_one, first) => first)
  return firsts.flatMap((first) => partsOfAtMost(total - first, many - 1).map((others) => [first, ...others]))
}
