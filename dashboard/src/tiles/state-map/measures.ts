/**
 * The limits of the five classes of each measure. They are fixed, so that a class means the same tomorrow; counts and rates
 * have one row of limits for each order of magnitude, so that a narrow filter does not leave the map of one colour.
 */
import type { MeasureId } from '../../api/filters.ts'

const CLASSES = ['c0', 'c1', 'c2', 'c3', 'c4'] as const
export type ClassId = (typeof CLASSES)[number]
export const CLASS_IDS: readonly ClassId[] = CLASSES

/** From which value on each class begins. */
export type Limits = readonly [number, number, number, number, number]

/** From the highest value on, the largest first. */
const ROWS: Readonly<Record<MeasureId, readonly (readonly [highestFrom: number, limits: Limits])[]>> = {
  detected: [
    [1_000, [0, 50, 250, 1_000, 5_000]],
    [50, [0, 10, 50, 100, 250]],
    [0, [0, 1, 5, 10, 25]],
  ],
  rate: [
    [15, [0, 1, 5, 15, 50]],
    [0, [0, 0.1, 0.5, 1, 5]],
  ],
  // 3, 24 and 36 hours are the steps of alert A02, so the darkest class is the breach.
  hours: [[0, [0, 3, 12, 24, 36]]],
}

const SMALLEST: Limits = [0, 1, 5, 10, 25]

export function limitsFor(measure: MeasureId, values: readonly (number | null)[]): Limits {
  const highest = Math.max(0, ...values.map((value) => value ?? 0))
  return ROWS[measure].find(([from]) => highest >= from)?.[1] ?? SMALLEST
}

export const classOf = (limits: Limits, value: number): ClassId =>
  CLASSES[limits.findLastIndex((low) => value >= low)] ?? 'c0'

/** On these, letters are light. */
export const isDark = (rank: ClassId | null) => rank === 'c3' || rank === 'c4'
