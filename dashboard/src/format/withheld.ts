/**
 * Which counts are withheld beside those of 1 to 4, so that nobody finds these by subtraction (domain.md 6): whoever reads the cells that are
 * told, and knows which are sums of which, must think more than one number possible for each that is withheld.
 */
import { isSmall, SMALLEST_SHOWN } from './small.ts'

/** A cell that is the sum of others, by their places. */
export interface Sum {
  readonly total: number
  readonly parts: readonly number[]
}

/** So many numbers at least have to be possible: with more, whole rows of a country were withheld for a few cells. A default of Vigía. */
const IN_DOUBT = 2

/** Of each cell, by its place, how many it is at least and at most, to whoever knows all that is told. */
interface Known {
  readonly least: number[]
  readonly most: number[]
}

interface Table {
  readonly counts: readonly number[]
  readonly sums: readonly Sum[]
  readonly costs: (place: number) => number
}

/**
 * The places of cells of five or more that say no more than that. Of those that would do the one that `costs` least goes first, then the
 * smallest; what costs without end is told. `already`: what is withheld whatever is told.
 */
export function withheldBeside(table: Table, already: ReadonlySet<number> = new Set()): ReadonlySet<number> {
  const { counts, costs } = table
  const beside = new Set(already)
  const cheapest = (a: number, b: number) => costs(a) - costs(b) || (counts[a] ?? 0) - (counts[b] ?? 0)
  const small = counts.flatMap((count, place) => (isSmall(count) ? [place] : []))
  const inDoubt = () => valuesOf(small, table, beside)
  for (let doubt = inDoubt(); doubt.some((values) => values < IN_DOUBT); doubt = inDoubt()) {
    const told = small.filter((_place, at) => (doubt[at] ?? 0) < IN_DOUBT)
    const next = [...nextTo(told, table, beside).toSorted(cheapest), ...nextTo([...beside], table, beside)].at(0)
    if (next === undefined) break
    beside.add(next)
  }
  // What turned out to hide nothing is told after all, the dearest first.
  const left = inDoubt()
  for (const place of [...beside].toSorted(cheapest).toReversed()) {
    if (already.has(place)) continue
    beside.delete(place)
    if (inDoubt().some((values, at) => values < (left[at] ?? 0))) beside.add(place)
  }
  return beside
}

/**
 * The same of the parts of one total that is told, by their places, as a file withholds them: the first of five or more, or all. Which one
 * hangs on no size, nor whether one is enough on more than what is withheld together: whoever knows this rule learns nothing by it.
 */
export function withheldParts(parts: readonly number[]): ReadonlySet<number> {
  const large = [...parts.keys()].filter((place) => (parts[place] ?? 0) >= SMALLEST_SHOWN)
  const small = parts.filter(isSmall)
  const [few, most] = [small.length, SMALLEST_SHOWN - 1]
  const sum = small.reduce((all, part) => all + part, 0)
  const isSmallItself = large.length === 0 && sum < SMALLEST_SHOWN
  if (few === 0 || isSmallItself || (sum >= few - 1 + most && sum <= (few - 1) * most + 1)) return new Set()
  const isFirstEnough = sum + (parts[large[0] ?? -1] ?? 0) >= few - 1 + most + SMALLEST_SHOWN
  return new Set(isFirstEnough ? large.slice(0, 1) : large)
}

/** Whether they tell, with all that is withheld of them, how many one of 1 to 4 is: eight in two parts of a few are four and four. */
export function doPartsTell(parts: readonly number[]): boolean {
  const table = tableOf(parts)
  const small = [...parts.keys()].filter((place) => isSmall(parts[place] ?? 0))
  return valuesOf(small, table, withheldParts(parts)).some((values) => values < IN_DOUBT)
}

/** A total of a few is withheld itself. */
const tableOf = (parts: readonly number[]): Table => ({
  counts: [...parts, parts.reduce((sum, part) => sum + part, 0)],
  sums: [{ total: parts.length, parts: [...parts.keys()] }],
  costs: (place) => (place === parts.length ? Number.POSITIVE_INFINITY : 0),
})

/** Those that stand in a sum with one of these, and are still told. */
function nextTo(from: readonly number[], { counts, sums, costs }: Table, beside: ReadonlySet<number>): number[] {
  return sums
    .map(({ total, parts }) => [total, ...parts])
    .filter((places) => places.some((place) => from.includes(place)))
    .flat()
    .filter((place) => (counts[place] ?? 0) >= SMALLEST_SHOWN && !beside.has(place) && Number.isFinite(costs(place)))
}

/** How many numbers each of these cells of 1 to 4 can be to whoever knows all that is told: as many as are asked for, where there are more. */
function valuesOf(places: readonly number[], { counts, sums }: Table, beside: ReadonlySet<number>): number[] {
  const least = counts.map((count, at) => (isSmall(count) ? 1 : beside.has(at) ? SMALLEST_SHOWN : count))
  const most = counts.map((count, at) =>
    isSmall(count) ? SMALLEST_SHOWN - 1 : beside.has(at) ? Number.POSITIVE_INFINITY : count,
  )
  return places.map((place) => {
    let possible = 0
    for (let value = 1; value < SMALLEST_SHOWN && possible < IN_DOUBT; value += 1)
      if (isPossible({ least: least.with(place, value), most: most.with(place, value) }, sums)) possible += 1
    return possible
  })
}

/** Narrowed by each sum until none narrows any more: a range that is left empty was impossible. */
function isPossible(known: Known, sums: readonly Sum[]): boolean {
  for (let isNarrower = true; isNarrower; ) {
    isNarrower = false
    for (const sum of sums) isNarrower = narrow(known, sum) || isNarrower
    if (known.least.some((least, place) => least > (known.most[place] ?? 0))) return false
  }
  return true
}

/** Gives whether any cell of the sum is known better than before. Tables have hundreds of sums, and this is asked of each again and again. */
function narrow(known: Known, { total, parts }: Sum): boolean {
  let [fewest, bounded, endless] = [0, 0, 0]
  for (const part of parts) {
    const most = known.most[part] ?? 0
    fewest += known.least[part] ?? 0
    if (Number.isFinite(most)) bounded += most
    else endless += 1
  }
  const [least, most] = [known.least[total] ?? 0, known.most[total] ?? 0]
  let isNarrower = false
  for (const part of parts) {
    const own = known.most[part] ?? 0
    const isEndless = !Number.isFinite(own)
    const mostBeside = endless > Number(isEndless) ? Number.POSITIVE_INFINITY : bounded - (isEndless ? 0 : own)
    const from = least - mostBeside
    const to = most - (fewest - (known.least[part] ?? 0))
    if (keep(known, part, from, to)) isNarrower = true
  }
  return keep(known, total, fewest, endless > 0 ? Number.POSITIVE_INFINITY : bounded) || isNarrower
}

function keep({ least, most }: Known, place: number, from: number, to: number): boolean {
  const isNarrower = from > (least[place] ?? 0) || to < (most[place] ?? 0)
  if (from > (least[place] ?? 0)) least[place] = from
  if (to < (most[place] ?? 0)) most[place] = to
  return isNarrower
}
