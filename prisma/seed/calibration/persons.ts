/** How many events are of children detected before, and how far the Procuradurías' cases reach (domain.md 4.1). */
import type { MonthKey } from '../calendar.ts'
import { eventsIn } from './events.ts'

/** January 2021 to May 2022 (4.1, after WOLA). */
export const COHORT = { from: '2021-01', to: '2022-05', detected: 98_671, caseOpened: 19_067 } as const

/** In the first months few children can have been seen before, since the register begins with them. */
const RAMP: Readonly<Record<MonthKey, number>> = {
  '2021-01': 0,
  '2021-02': 0.15,
  '2021-03': 0.4,
  '2021-04': 0.7,
}

/** Share of events that are of a child detected before. Ours, but for the cohort, whose persons are published. */
const REPEATS_BY_YEAR: Readonly<Record<number, number>> = { 2022: 0.07, 2023: 0.07, 2024: 0.09, 2025: 0.11, 2026: 0.12 }

export function repeatsIn(key: MonthKey): number {
  if (key > COHORT.to) return eventsIn(key) * (REPEATS_BY_YEAR[Number(key.slice(0, 4))] ?? 0.12)
  const months = cohortMonths()
  const weightOf = (month: MonthKey) => eventsIn(month) * (RAMP[month] ?? 1)
  const events = months.reduce((sum, month) => sum + eventsIn(month), 0)
  const weights = months.reduce((sum, month) => sum + weightOf(month), 0)
  return (weightOf(key) * (events - COHORT.detected)) / weights
}

/** Share of children newly detected in a month for whom a case is opened. The cohort's is published; later ones are ours. */
export function coverageIn(key: MonthKey): number {
  if (key <= COHORT.to) return COHORT.caseOpened / COHORT.detected
  const step = COVERAGE.findLast(([from]) => from <= key)
  return step?.[1] ?? 0.2
}

const COVERAGE: readonly (readonly [from: MonthKey, share: number])[] = [
  ['2022-06', 0.165],
  ['2023-07', 0.16],
  ['2024-07', 0.165],
  ['2025-01', 0.172],
  ['2025-07', 0.184],
  ['2026-01', 0.2],
]

/** Shares of the steps of casework. All ours: no figure exists (domain.md part 8, 7). */
export const CASEWORK = {
  /** Of newly detected children, those of whom a Procuraduría was told. */
  notified: 0.705,
  /** Of cases, those with a determination. */
  determined: 0.55,
  /** Of determined cases, those with a restitution plan. */
  planned: 0.7,
  /** Of cases, those in which the Procuraduría represents the child. */
  represented: 0.62,
} as const

function cohortMonths(): MonthKey[] {
  return Array.from({ length: 17 }, (_, index) => {
    const month = (index % 12) + 1
    return `${2021 + Math.floor(index / 12)}-${String(month).padStart(2, '0')}`
  })
}
