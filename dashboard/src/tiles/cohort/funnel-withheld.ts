/** Which cells of the funnel say no more than that they are five or more, so that no one of 1 to 4 is found by subtraction. */
import { type Sum, withheldBeside } from '../../format/withheld.ts'

/** In the order of the stages: how many reached it, and what became of those who did not. The first stage has lost nobody. */
export interface Row {
  readonly reached: number
  readonly lost: readonly number[]
}

export interface Withheld {
  readonly isReached: (stage: number) => boolean
  readonly isLost: (stage: number, fate: number) => boolean
  readonly isTotal: (fate: number) => boolean
}

/** What stands below all: of each fate, how many at all stages. */
const totalsOf = (rows: readonly Row[], fates: number) =>
  Array.from({ length: fates }, (_one, fate) => rows.reduce((sum, { lost }) => sum + (lost[fate] ?? 0), 0))

export function withheldInFunnel(rows: readonly Row[], fates: number): Withheld {
  const beside = withheldBeside({
    counts: cellsOf(rows, fates),
    sums: sumsOf(rows.length, fates),
    costs: costOf(rows.length, fates),
  })
  const { lost, total } = placesIn(rows.length, fates)
  return {
    isReached: (stage) => beside.has(stage),
    isLost: (stage, fate) => beside.has(lost(stage, fate)),
    isTotal: (fate) => beside.has(total(fate)),
  }
}

/** Those who reached each stage, then those lost at each, then the totals. */
export const cellsOf = (rows: readonly Row[], fates: number): number[] => [
  ...rows.map(({ reached }) => reached),
  ...rows.flatMap(({ lost }) => Array.from({ length: fates }, (_one, fate) => lost[fate] ?? 0)),
  ...totalsOf(rows, fates),
]

function placesIn(stages: number, fates: number) {
  return {
    lost: (stage: number, fate: number) => stages + stage * fates + fate,
    total: (fate: number) => stages + stages * fates + fate,
  }
}

/** Whoever reached a stage reached a later one or was lost between; all that can be subtracted follows from these. */
export function sumsOf(stages: number, fates: number): Sum[] {
  const { lost, total } = placesIn(stages, fates)
  const all = Array.from({ length: fates }, (_one, fate) => fate)
  const each = Array.from({ length: stages }, (_one, stage) => stage)
  const between = each.flatMap((from) =>
    each.filter((to) => to > from).map((to) => ({ total: from, parts: [to, ...lostBetween(from, to)] })),
  )
  const down = all.map((fate) => ({ total: total(fate), parts: each.map((stage) => lost(stage, fate)) }))
  return [...between, ...down, { total: 0, parts: [stages - 1, ...all.map(total)] }]

  function lostBetween(from: number, to: number): number[] {
    return each.filter((stage) => stage > from && stage <= to).flatMap((stage) => all.map((fate) => lost(stage, fate)))
  }
}

/** What was lost on the way goes first, the stages last, which the sentence above tells of; never how many there were at all. */
const costOf = (stages: number, fates: number) => (place: number) => {
  if (place === 0) return Number.POSITIVE_INFINITY
  if (place < stages) return 2
  return place < stages + stages * fates ? 0 : 1
}
