/** How many children are detected each month: events, as INM and UPMRIP count them (domain.md 4.2). */
import type { MonthKey } from '../calendar.ts'
import { INM_MONTHS, LAST_INM_MONTH } from './inm-months.ts'

/** Published yearly totals. 2023 is the cut of May 2025; the others are one cut among several (4.9). */
export const YEAR_EVENTS: Readonly<Record<string, number>> = {
  2021: 77_608, // 4.2, row 2021
  2022: 71_206, // 4.2, row 2022
  2023: 113_542, // 4.2, row 2023
  2024: 138_882, // 4.2, row 2024
}

/** Published sums of months, first and last included. */
export const PERIOD_EVENTS: readonly (readonly [from: MonthKey, to: MonthKey, events: number])[] = [
  ['2023-01', '2023-01', 6_833], // 4.2, shape over time
  ['2023-01', '2023-02', 13_506],
  ['2023-01', '2023-03', 20_095],
  ['2023-01', '2023-09', 77_121],
  ['2024-01', '2024-03', 42_064],
  ['2024-01', '2024-08', 108_444], // the seed's footnote says January to June: domain.md part 0
  ['2025-01', '2025-03', 10_259], // 4.2, row 2025 Q1
]

/**
 * January 2021 to September 2024, by month. The sums are published; the months inside a sum are ours.
 * January to May 2022 leaves room for 98,671 persons since January 2021 (4.1).
 */
const MONTHS_BY_YEAR: Readonly<Record<number, readonly number[]>> = {
  2021: [3_300, 4_200, 6_000, 7_200, 6_400, 6_000, 6_300, 8_500, 9_500, 8_400, 6_700, 5_108],
  2022: [4_200, 5_000, 6_100, 6_300, 6_000, 5_200, 4_900, 4_800, 5_300, 8_400, 7_800, 7_206],
  2023: [6_833, 6_673, 6_589, 7_600, 7_900, 8_900, 10_100, 11_000, 11_526, 11_900, 12_100, 12_421],
  2024: [13_700, 14_000, 14_364, 14_200, 13_900, 13_300, 12_700, 12_280, 7_900],
}

/** October to December 2024: what the year leaves, in the shape of INM's tables. */
const LAST_QUARTER_2024 = 22_538
const FIRST_QUARTER_2025 = 10_259

/**
 * Children detected in a month. From October 2024 on a share of the people whom INM's tables call
 * presented or channelled, which is what UPMRIP counts as events: one share a published sum, and
 * that of the first quarter of 2025 ever after. Past the last table its last level goes on.
 */
export function eventsIn(key: MonthKey): number {
  const known = MONTHS_BY_YEAR[Number(key.slice(0, 4))]?.[Number(key.slice(5, 7)) - 1]
  if (known !== undefined) return known
  if (key < '2025-01') return (peopleIn(key) * LAST_QUARTER_2024) / peopleBetween('2024-10', '2024-12')
  return (peopleIn(key) * FIRST_QUARTER_2025) / peopleBetween('2025-01', '2025-03')
}

/** Presented and channelled people of all ages, by INEGI code, in a month of INM's tables or after them. */
export function inmPeopleByState(key: MonthKey): readonly number[] {
  const month = INM_MONTHS[key] ?? lastLevel()
  // The channelling table ends in April 2026: its last whole month goes on.
  const channelled = key > '2026-03' ? INM_MONTHS['2026-03']?.channelled : month.channelled
  return month.presented.map((presented, index) => presented + (channelled?.[index] ?? 0))
}

function peopleIn(key: MonthKey): number {
  return inmPeopleByState(key).reduce((sum, people) => sum + people, 0)
}

function peopleBetween(from: MonthKey, to: MonthKey): number {
  return Object.keys(INM_MONTHS)
    .filter((key) => key >= from && key <= to)
    .reduce((sum, key) => sum + peopleIn(key), 0)
}

/** The mean of the last three months of INM's tables. */
function lastLevel(): { presented: number[]; channelled: number[] } {
  const last = Object.keys(INM_MONTHS)
    .filter((key) => key <= LAST_INM_MONTH)
    .slice(-3)
    .flatMap((key) => INM_MONTHS[key] ?? [])
  const mean = (index: number) => last.reduce((sum, { presented }) => sum + (presented[index] ?? 0), 0) / last.length
  return { presented: Array.from({ length: 32 }, (_, index) => mean(index)), channelled: [] }
}
