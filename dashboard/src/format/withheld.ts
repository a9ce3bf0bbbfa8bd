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

type Range = readonly [least: number, most: number]
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
  const inDoubt = () => small.map((place) => valuesOf(place, table, beside))
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
    if (inDoubt().some((values, at) => values < Math.min(IN_DOUBT, left[at] ?? 0))) beside.add(place)
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
  const beside = withheldParts(parts)
  return parts.some((part, place) => isSmall(part) && valuesOf(place, table, beside) < IN_DOUBT)
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

/** How many numbers a cell of 1 to 4 can be to whoever knows all that is told. */
function valuesOf(place: number, { counts, sums }: Table, beside: ReadonlySet<number>): number {
  const written = counts.map((count, at): Range => {
    if (isSmall(count)) return [1, SMALLEST_SHOWN - 1]
    return beside.has(at) ? [SMALLEST_SHOWN, Number.POSITIVE_INFINITY] : [count, count]
  })
  return [1, 2, 3, 4].filter((value) => isPossible(written.with(place, [value, value]), sums)).length
}

/** Narrowed by each sum until none narrows any more: a range that is left empty was impossible. */
function isPossible(ranges: Range[], sums: readonly Sum[]): boolean {
  for (let isNarrower = true; isNarrower; ) {
    isNarrower = false
    for (const sum of sums) isNarrower = narrow(ranges, sum) || isNarrower
    if (ranges.some(([least, most]) => least > most)) return false
  }
  return true
}

/** Gives whether any cell of the sum is known better than before. */
function narrow(ranges: Range[], { total, parts }: Sum): boolean {
  const known = parts.map((part): Range => ranges[part] ?? [0, 0])
  const least = known.reduce((sum, [fewest]) => sum + fewest, 0)
  const bounded = known.reduce((sum, [, most]) => sum + (Number.isFinite(most) ? most : 0), 0)
  const endless = known.filter(([, most]) => !Number.isFinite(most)).length
  const whole = ranges[total] ?? [0, 0]
  const kept = known.map(([fewest, most], at) => {
    const isEndless = !Number.isFinite(most)
    const mostBeside = endless > Number(isEndless) ? Number.POSITIVE_INFINITY : bounded - (isEndless ? 0 : most)
    return keep(ranges, parts[at] ?? 0, [fewest, most], [whole[0] - mostBeside, whole[1] - (least - fewest)])
  })
  const sum: Range = [least, endless > 0 ? Number.POSITIVE_INFINITY : bounded]
  return [...kept, keep(ranges, total, whole, sum)].some(Boolean)
}

function keep(ranges: Range[], place: number, [from, to]: Range, [least, most]: Range): boolean {
  const narrowed: Range = [Math.max(from, least), Math.min(to, most)]
  ranges[place] = narrowed
  return narrowed[0] > from || narrowed[1] < to
}
