/** The cohorts that can be followed: half-years, years, and the one of the alternative report of 2025. */
import { addDays, yearOf } from '../format/calendar.ts'

export type Cohort = {
  /** As in the address: "2026-1", "2025" or "informe". */
  id: string
  kind: 'half' | 'year' | 'report'
  from: string
  to: string
  /** Its last day is not over yet. */
  isRunning: boolean
}

const FIRST_YEAR = 2021
const MONTHS_IN_HALF = ['01-01', '06-30', '07-01', '12-31'] as const

/** Newest first. */
export function cohortsUntil(today: string): readonly Cohort[] {
  const years = Array.from({ length: yearOf(today) - FIRST_YEAR + 1 }, (_, i) => yearOf(today) - i)
  const halves = years.flatMap((year) => [secondHalf(year), firstHalf(year)])
  const report: Span = { id: 'informe', kind: 'report', from: '2021-01-01', to: '2022-05-31' }
  return [...halves, ...years.map(wholeYear), report]
    .filter(({ from }) => from <= today)
    .map((span) => ({ ...span, to: span.to > today ? today : span.to, isRunning: span.to >= today }))
}

type Span = Omit<Cohort, 'isRunning'>

const [JANUARY, JUNE, JULY, DECEMBER] = MONTHS_IN_HALF
const firstHalf = (year: number): Span => ({
  id: `${year}-1`,
  kind: 'half',
  from: `${year}-${JANUARY}`,
  to: `${year}-${JUNE}`,
})
const secondHalf = (year: number): Span => ({
  id: `${year}-2`,
  kind: 'half',
  from: `${year}-${JULY}`,
  to: `${year}-${DECEMBER}`,
})
const wholeYear = (year: number): Span => ({
  id: `${year}`,
  kind: 'year',
  from: `${year}-${JANUARY}`,
  to: `${year}-${DECEMBER}`,
})

/** The one asked for, else the last half-year that is over, so that its children had time to get somewhere. */
export function cohortOf(id: string | undefined, today: string): Cohort {
  const all = cohortsUntil(today)
  const found =
    all.find((cohort) => cohort.id === id) ?? all.find(({ kind, isRunning }) => kind === 'half' && !isRunning)
  return found ?? { id: today, kind: 'half', from: addDays(today, -180), to: today, isRunning: true }
}

/** The two cohorts of the same kind before it, oldest first. */
export function cohortsBefore(cohort: Cohort, today: string): readonly Cohort[] {
  return cohortsUntil(today)
    .filter(({ kind, to }) => kind === cohort.kind && to < cohort.from)
    .slice(0, 2)
    .toReversed()
}
