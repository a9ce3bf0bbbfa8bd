/** What a total, and all other parts, leave open of a part that is withheld. */
import { expect, test } from 'vitest'
import { partsWritten, partWritten, stagesWritten } from './withheld.ts'

test.each([
  ['nothing is withheld where no part is small', [5, 0, 12], [5, 0, 12]],
  ['of a total that is withheld itself nothing more is', [1, 2, 0], ['<5', '<5', 0]],
  ['beside a single one the first larger one, whatever its size', [3, 40, 9, 0], ['<5', '≥5', 9, 0]],
  ['where with the first the sum would tell, all of them', [1, 5, 30], ['<5', '≥5', '≥5']],
  ['two may hide one another', [2, 3, 30], ['<5', '<5', 30]],
  ['two of which the sum can be only one do not', [4, 4, 30], ['<5', '<5', '≥5']],
  ['where several larger ones are needed, all of them', [1, 6, 7], ['<5', '≥5', '≥5']],
  ['where none hides it, nothing is told', [4, 4], ['•', '•']],
  ['what nobody knows stays unknown', [null, 3, 9], [null, '<5', '≥5']],
] as const)('%s', (_what, parts, expected) => {
  expect(partsWritten(parts)).toEqual(expected)
})

test.each([
  ['where of the others are few', 30, 33, [3, 0, 0, 30], 3, '≥5'],
  ['where the others can be one thing only', 30, 38, [4, 4, 0, 30], 3, '≥5'],
  ['where the others hide one another', 30, 35, [2, 3, 0, 30], 3, 30],
  ['where it is all but a part that is withheld', 12, 42, [30, 4, 4, 4, 0], 0, '≥5'],
  ['where nothing is small', 30, 60, [10, 10, 10, 30], 3, 30],
  ['where it is few itself', 3, 60, [27, 30, 0, 3], 3, '<5'],
] as const)(
  'beside its total a part is told, or withheld as in the file of all parts: %s',
  (_what, part, total, parts, at, expected) => {
    expect(partWritten(part, total, { parts, at })).toBe(expected)
  },
)

/** All parts that whoever reads these, and knows the total, must think possible. */
function possible(written: readonly unknown[], total: number, at: number): Set<number> {
  const rangeOf = (cell: unknown) => {
    if (typeof cell === 'number') return [cell, cell] as const
    return cell === '<5' ? ([1, 4] as const) : cell === '≥5' ? ([5, total] as const) : ([1, total] as const)
  }
  const found = new Set<number>()
  const go = (i: number, left: number, chosen: number) => {
    if (i === written.length) {
      if (left === 0) found.add(chosen)
      return
    }
    const [from, to] = rangeOf(written[i])
    for (let n = from; n <= Math.min(to, left); n += 1) go(i + 1, left - n, i === at ? n : chosen)
  }
  go(0, total, -1)
  return found
}

test('no part of one to four is known from the total and the others, of whatever three parts', () => {
  // Of three that are at least one each, none is more than the total leaves.
  for (let a = 0; a <= 12; a += 1)
    for (let b = a; b <= 12; b += 1)
      for (let c = b; c <= 12; c += 1) {
        const parts = [a, b, c]
        const [written, total] = [partsWritten(parts), a + b + c]
        if (total < 5) continue
        const small = parts.flatMap((part, at) => (part > 0 && part < 5 ? [at] : []))
        const left = small.map((at) => [...possible(written, total, at)].filter((n) => n < 5).length)
        expect([parts, written, left]).toEqual([
          parts,
          written,
          small.map(() => Math.min(4, total - parts.filter(Boolean).length + 1)),
        ])
      }
})

test('nor to whoever knows by which rule it was chosen what is withheld, of whatever four parts', () => {
  const told = new Map<string, number[][]>()
  for (const parts of partsOfAtMost(24, 4)) {
    const total = parts.reduce((a, b) => a + b, 0)
    const key = `${total}: ${partsWritten(parts).join(' ')}`
    if (total >= 5) told.set(key, [...(told.get(key) ?? []), parts])
  }

  const sure = [...told].filter(([, all]) =>
    [0, 1, 2, 3].some((at) => {
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

test('between two stages nobody is known to be one to four who stopped, whatever four stages are told', () => {
  const told = new Map<string, number[][]>()
  for (let a = 5; a <= 15; a += 1)
    for (let b = 0; b <= a; b += 1)
      for (let c = 0; c <= b; c += 1)
        for (let d = 0; d <= c; d += 1) {
          const written = JSON.stringify(stagesWritten([a, b, c, d]))
          told.set(written, [...(told.get(written) ?? []), [a, b, c, d]])
        }

  const sure = [...told].flatMap(([written, all]) =>
    [1, 2, 3].flatMap((at) => {
      const [stopped] = [new Set(all.map((reached) => (reached[at - 1] ?? 0) - (reached[at] ?? 0)))]
      const [one = 0] = stopped
      return stopped.size === 1 && one > 0 && one < 5 ? [`${written}: ${one}`] : []
    }),
  )
  expect(sure).toEqual([])
  expect(stagesWritten([20, 18, 12, 3, 0])).toEqual([20, '≥5', 12, '<5', 0])
  expect(stagesWritten([20, 20, null])).toEqual([20, 20, null])
})
