/** Held against every funnel that would be written alike: none of 1 to 4 is known by what is told beside it. */
import { expect, test } from 'vitest'
import { isSmall, SMALLEST_SHOWN } from '../../format/small.ts'
import { withheldBeside } from '../../format/withheld.ts'
import { cellsOf, type Row, sumsOf, withheldInFunnel } from './funnel-withheld.ts'

const FATES = 2
const MOST = 10
const costs = (place: number) => (place === 0 ? Number.POSITIVE_INFINITY : 0)

function funnelOf(lost: readonly (readonly number[])[], last: number): Row[] {
  const rows: Row[] = []
  let reached = last
  for (const row of lost.toReversed()) {
    rows.unshift({ reached, lost: row })
    reached += row.reduce((a, b) => a + b, 0)
  }
  return [{ reached, lost: [] }, ...rows]
}

/** Of each cell, the numbers of all funnels that would be written alike. */
function possible(rows: readonly Row[], hidden: ReadonlySet<number>): Set<number>[] {
  const cells = cellsOf(rows, FATES)
  const found = cells.map(() => new Set<number>())
  const isAlike = (count: number, one: number, place: number) => {
    if (isSmall(count)) return isSmall(one)
    return hidden.has(place) ? one >= SMALLEST_SHOWN : one === count
  }
  const inner = cells.slice(rows.length + FATES, cells.length - FATES)
  const go = (chosen: readonly number[]): void => {
    const place = rows.length + FATES + chosen.length
    const count = cells[place] ?? 0
    if (chosen.length === inner.length) {
      const lost = rows.slice(1).map((_row, at) => chosen.slice(at * FATES, (at + 1) * FATES))
      for (let last = 0; last <= MOST; last += 1) {
        const other = cellsOf(funnelOf(lost, last), FATES)
        if (other.every((one, at) => isAlike(cells[at] ?? 0, one, at)))
          other.forEach((one, at) => void found[at]?.add(one))
      }
      return
    }
    const [least, most] = isSmall(count) ? [1, 4] : hidden.has(place) ? [SMALLEST_SHOWN, MOST] : [count, count]
    for (let n = least; n <= most; n += 1) go([...chosen, n])
  }
  go([])
  return found
}

test('in 60 small funnels no child that is written 1–4 is counted by subtraction', () => {
  const told: unknown[] = []
  let seed = 20_261_130
  const random = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((seed / 2_147_483_648) * below)
  }
  for (let n = 0; n < 60; n += 1) {
    const lost = Array.from({ length: 3 }, () => Array.from({ length: FATES }, () => random(3) * random(4)))
    const rows = funnelOf(lost, 5 + random(5))
    const cells = cellsOf(rows, FATES)
    const table = { counts: cells, sums: sumsOf(rows.length, FATES), costs }
    const hidden = withheldBeside(table)
    const all = possible(rows, hidden)
    // Where withholding every other one leaves but one number, none could be kept.
    const best = possible(
      rows,
      new Set(cells.flatMap((count, place) => (place > 0 && count >= SMALLEST_SHOWN ? [place] : []))),
    )
    const known = cells.flatMap((count, place) =>
      isSmall(count) && (all[place]?.size ?? 0) < Math.min(2, best[place]?.size ?? 0) ? [place] : [],
    )
    if (known.length > 0) told.push({ cells, hidden: [...hidden], known })
  }

  expect(told).toEqual([])
})

test('of one who was lost among many another fate of that stage and of all is withheld, and how many were found is told', () => {
  const rows = [
    { reached: 14_235, lost: [] },
    { reached: 10_083, lost: [865, 1478, 1006, 803] },
    { reached: 9_000, lost: [300, 400, 380, 3] },
  ]
  const { isReached, isLost, isTotal } = withheldInFunnel(rows, 4)

  expect(isReached(0)).toBe(false)
  expect([0, 1, 2, 3].filter((fate) => isLost(2, fate))).toEqual([0])
  expect([0, 1, 2, 3].some((fate) => isTotal(fate) || isLost(1, fate))).toBe(true)
})
