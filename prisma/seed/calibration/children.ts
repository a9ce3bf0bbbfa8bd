/** Who the children are: accompaniment, sex and age of the events of a year (domain.md 4.2). */
import type { MonthKey } from '../calendar.ts'
import type { Weights } from '../shares.ts'

export type Company = 'UNACCOMPANIED' | 'ACCOMPANIED'
export type AgeBand = '0-11' | '12-17'

/**
 * Unaccompanied share of events. 2024: 6,203 of 138,882. January and February 2023: 1,227 of 13,506;
 * the year about 6 %. The others are ours: 2021 and 2022 between the 40 % of 2020 and those, and
 * a growing share since arrivals of families collapsed.
 */
const UNACCOMPANIED: Readonly<Record<number, number>> = {
  2021: 0.2,
  2022: 0.175,
  2023: 0.0557,
  2024: 6_203 / 138_882,
  2025: 0.15,
  2026: 0.22,
}

export function companyWeights(key: MonthKey): Weights<Company> {
  const year = Number(key.slice(0, 4))
  const unaccompanied = key <= '2023-02' && year === 2023 ? 1_227 / 13_506 : shareOf(UNACCOMPANIED, year)
  return { UNACCOMPANIED: unaccompanied, ACCOMPANIED: 1 - unaccompanied }
}

/** Share under 12 of all events: 52,484 of 77,608 in 2021; 71.6 % in 2023; 99,892 of 138,882 in 2024. The others are ours. */
const UNDER_12: Readonly<Record<number, number>> = {
  2021: 52_484 / 77_608,
  2022: 0.7,
  2023: 0.716,
  2024: 99_892 / 138_882,
  2025: 0.69,
  2026: 0.66,
}

/** Share under 12 of the unaccompanied: 766 of 6,203 in 2024; 28.5 % in 2019. The others are ours. */
const UNDER_12_ALONE: Readonly<Record<number, number>> = {
  2021: 0.24,
  2022: 0.2,
  2023: 0.14,
  2024: 766 / 6_203,
  2025: 0.12,
  2026: 0.12,
}

export function ageWeights(key: MonthKey, company: Company): Weights<AgeBand> {
  const year = Number(key.slice(0, 4))
  const alone = shareOf(UNDER_12_ALONE, year)
  const young = company === 'UNACCOMPANIED' ? alone : rest(key, shareOf(UNDER_12, year), alone)
  return { '0-11': young, '12-17': 1 - young }
}

/** Share of girls: 46.1 % in 2023, 32.5 % of the unaccompanied in 2019 (4.2). */
const GIRLS = 0.461
const GIRLS_ALONE = 0.325

export function sexWeights(key: MonthKey, company: Company): Weights<'FEMALE' | 'MALE'> {
  const girls = company === 'UNACCOMPANIED' ? GIRLS_ALONE : rest(key, GIRLS, GIRLS_ALONE)
  return { FEMALE: girls, MALE: 1 - girls }
}

/** Of the accompanied, those with an adult who cares by custom only. UPMRIP counts them as accompanied; the share is ours. */
export const SEPARATED_OF_ACCOMPANIED = 0.035

/** Whole years of age inside a band; the weights are ours. */
export const AGES_UNDER_12: Weights<string> = {
  ...{ 0: 6, 1: 9, 2: 10, 3: 10, 4: 9.5, 5: 9, 6: 8.5, 7: 8, 8: 8, 9: 7.5, 10: 7.5, 11: 7 },
}
export const AGES_FROM_12: Weights<string> = { 12: 16, 13: 15, 14: 15, 15: 17, 16: 19, 17: 18 }
export const AGES_FROM_12_ALONE: Weights<string> = { 12: 5, 13: 7, 14: 12, 15: 20, 16: 27, 17: 29 }
export const AGES_UNDER_12_ALONE: Weights<string> = { 3: 2, 4: 3, 5: 5, 6: 7, 7: 9, 8: 11, 9: 14, 10: 21, 11: 28 }

/** The share among the accompanied that makes the share among all come out. */
function rest(key: MonthKey, ofAll: number, ofUnaccompanied: number): number {
  const alone = companyWeights(key).UNACCOMPANIED ?? 0
  return (ofAll - alone * ofUnaccompanied) / (1 - alone)
}

function shareOf(table: Readonly<Record<number, number>>, year: number): number {
  const share = table[year] ?? table[2026]
  if (share === undefined) throw new RangeError(`No share for ${year}`)
  return share
}
