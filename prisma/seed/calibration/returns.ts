/** How many children are returned, who they are, from where, and with what determination (domain.md 4.5). */
import type { Standing } from '@vigia/law/standings'
import type { StateCode } from '@vigia/law/states'
import type { MonthKey } from '../calendar.ts'
import type { Weights } from '../shares.ts'
import { INM_MONTHS } from './inm-months.ts'

/** Published for 2022 (UNICEF); 6,711 by September of it (IMUMI); 4,998 by September 2023 (REDIM). */
export const RETURNS_2022 = {
  total: 9_192,
  bySeptember: 6_711,
  unaccompanied: 0.71,
  hondurasAndGuatemala: 0.85,
} as const
export const RETURNS_2023_BY_SEPTEMBER = 4_998

/** 2021 and the rest of 2023 and 2024 are ours; Honduras alone received 1,591 from January to 6 August 2024. */
const MONTHS_BY_YEAR: Readonly<Record<number, readonly number[]>> = {
  2021: [330, 380, 500, 600, 560, 540, 560, 660, 700, 640, 560, 470],
  2022: [560, 620, 720, 800, 810, 790, 780, 800, 831, 850, 830, 801],
  2023: [520, 530, 560, 560, 555, 560, 560, 570, 583, 667, 668, 667],
  2024: [500, 510, 530, 540, 540, 530, 530, 530, 530],
}

/** Children among those whom INM's table calls returned: ours; gives the 1,062 that Honduras received in 2025. */
const CHILDREN_OF_RETURNED_2024 = 0.35
const CHILDREN_OF_RETURNED = 0.2

export function returnsIn(key: MonthKey): number {
  const known = MONTHS_BY_YEAR[Number(key.slice(0, 4))]?.[Number(key.slice(5, 7)) - 1]
  if (known !== undefined) return known
  if (key < '2025-01') return (INM_MONTHS[key]?.returned ?? 0) * CHILDREN_OF_RETURNED_2024
  return (INM_MONTHS[key]?.returned ?? LAST_RETURNED) * CHILDREN_OF_RETURNED
}

/** The mean of March to May 2026, which goes on. */
const LAST_RETURNED = 1_253

export type ReturnCell = 'ALONE_HN_GT' | 'ALONE_OTHER' | 'WITH_HN_GT' | 'WITH_OTHER'

/** Shares of the unaccompanied, and of Honduras and Guatemala among them and among the others. 2022 is published, the rest ours. */
const WHO: Readonly<Record<number, readonly [alone: number, hnGtAlone: number, hnGtWith: number]>> = {
  2021: [0.68, 0.9, 0.85],
  2022: [RETURNS_2022.unaccompanied, 0.87, 0.801],
  2023: [0.4, 0.75, 0.8],
  2024: [0.38, 0.7, 0.85],
  2025: [0.48, 0.75, 0.78],
  2026: [0.42, 0.75, 0.78],
}

export function returnCells(key: MonthKey): Weights<ReturnCell> {
  const [alone, hnGtAlone, hnGtWith] = WHO[Number(key.slice(0, 4))] ?? [0.42, 0.75, 0.78]
  return {
    ALONE_HN_GT: alone * hnGtAlone,
    ALONE_OTHER: alone * (1 - hnGtAlone),
    WITH_HN_GT: (1 - alone) * hnGtWith,
    WITH_OTHER: (1 - alone) * (1 - hnGtWith),
  }
}

/** January to October 2023: the sum of our months. */
export const RETURNS_2023_BY_OCTOBER = 5_665

/** INM's office that returns, where it is known not to be the one that detected: January to October 2023, of 5,665. */
export const RETURN_OFFICES_2023: Weights<StateCode> = {
  '30': 2_084,
  '27': 546,
  '19': 530,
  '09': 507,
  '29': 506,
  '01': 10,
}

/** No figure exists (4.5). Ours: one return in five has a valid determination, a little less in the first years. */
export function standingWeights(year: number): Weights<Standing> {
  const valid = { 2021: 0.14, 2022: 0.16, 2023: 0.18 }[year] ?? 0.2
  return {
    VALID: valid,
    DETERMINED_AFTER_DEPARTURE: 0.05,
    DETERMINATION_SAYS_OTHERWISE: 0.03,
    DETERMINED_BY_WRONG_AUTHORITY: 0.025,
    NO_DETERMINATION: 1 - valid - 0.105,
  }
}

/** Prohibited acts at scale 1, and how many are shown at the least whatever the scale. Ours: the law allows none. */
export const PROHIBITED_RETURNS: Readonly<
  Record<number, readonly [deportations: number, atLeast: number, rejections: number]>
> = {
  2021: [4, 0, 6],
  2022: [5, 0, 6],
  2023: [6, 0, 4],
  2024: [8, 1, 4],
  2025: [16, 2, 3],
  2026: [21, 3, 3],
}
