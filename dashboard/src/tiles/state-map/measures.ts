/** The limits of the five classes of each measure. They are fixed: a class must mean the same tomorrow. */
import type { MeasureId } from '../../api/filters.ts'

const CLASSES = ['c0', 'c1', 'c2', 'c3', 'c4'] as const
export type ClassId = (typeof CLASSES)[number]
export const CLASS_IDS: readonly ClassId[] = CLASSES

const FROM: Readonly<Record<MeasureId, readonly number[]>> = {
  detected: [0, 50, 250, 1_000, 5_000],
  rate: [0, 1, 5, 15, 50],
  // 3, 24 and 36 hours are the steps of alert A02, so the darkest class is the breach.
  hours: [0, 3, 12, 24, 36],
}

export const classOf = (measure: MeasureId, value: number): ClassId =>
  CLASSES[FROM[measure].findLastIndex((low) => value >= low)] ?? 'c0'

/** On these, letters are light. */
export const isDark = (rank: ClassId | null) => rank === 'c3' || rank === 'c4'
