/** Where the children come from, in ISO alpha-3 (domain.md 4.3). What is not published there is ours. */
import type { MonthKey } from '../calendar.ts'
import type { Weights } from '../shares.ts'
import { type Company, companyWeights } from './children.ts'

/** The long tail of every year: Asia, Africa, children of families who lived in the south, and those nobody asked. */
const FAR: Weights<string> = {
  ...{ DOM: 8, BRA: 12, CHL: 10, PAN: 2, CRI: 2, BOL: 2, ARG: 2, BLZ: 1, USA: 9, AFG: 7, CHN: 6, IND: 3, BGD: 1 },
  ...{ NPL: 1, UZB: 4, RUS: 3, TUR: 2, AGO: 4, SEN: 1, MRT: 1, GIN: 2, COD: 1, CMR: 2, GHA: 1, XXA: 0.3, ZZZ: 2 },
}

/** Of all events. `far` is shared out by the long tail. */
const ALL: readonly (readonly [from: MonthKey, shares: Weights<string>, far: number])[] = [
  [
    '2021-01',
    { HND: 0.42, GTM: 0.25, SLV: 0.09, HTI: 0.08, VEN: 0.015, CUB: 0.012, NIC: 0.03, ECU: 0.02, COL: 0.008 },
    0.075,
  ],
  [
    '2022-01',
    { HND: 0.24, GTM: 0.25, SLV: 0.08, NIC: 0.07, VEN: 0.13, CUB: 0.05, COL: 0.04, ECU: 0.03, HTI: 0.02, PER: 0.03 },
    0.06,
  ],
  // Q1 2023: Ecuador 4,670, Venezuela 3,365, Honduras 1,987, Guatemala 1,805 of 20,095
  [
    '2023-01',
    {
      ECU: 4_670 / 20_095,
      VEN: 3_365 / 20_095,
      HND: 1_987 / 20_095,
      GTM: 1_805 / 20_095,
      COL: 0.1,
      HTI: 0.07,
      CUB: 0.05,
      PER: 0.06,
      SLV: 0.03,
      NIC: 0.03,
    },
    0.0714,
  ],
  [
    '2023-04',
    { VEN: 0.31, ECU: 0.18, HND: 0.12, GTM: 0.085, COL: 0.08, HTI: 0.06, CUB: 0.03, PER: 0.04, SLV: 0.03, NIC: 0.015 },
    0.05,
  ],
  // 2024: Venezuela about two of five; Guatemala, Honduras and El Salvador together 18.7 %
  [
    '2024-01',
    { VEN: 0.4, HND: 0.08, GTM: 0.065, SLV: 0.042, ECU: 0.13, COL: 0.1, HTI: 0.04, CUB: 0.03, PER: 0.035, NIC: 0.02 },
    0.058,
  ],
  [
    '2025-01',
    { VEN: 0.24, HND: 0.2, GTM: 0.17, SLV: 0.06, CUB: 0.06, COL: 0.06, ECU: 0.05, HTI: 0.05, NIC: 0.03, PER: 0.02 },
    0.06,
  ],
  [
    '2026-01',
    { HND: 0.26, GTM: 0.22, VEN: 0.14, SLV: 0.07, CUB: 0.08, COL: 0.05, ECU: 0.04, HTI: 0.05, NIC: 0.03, PER: 0.01 },
    0.05,
  ],
]

/** Of the unaccompanied. January to May 2024: Venezuela, Guatemala, Honduras, Ecuador, El Salvador, Colombia, Haiti, Nicaragua, in this order. */
const ALONE: readonly (readonly [from: MonthKey, shares: Weights<string>, far: number])[] = [
  ['2021-01', { HND: 0.45, GTM: 0.4, SLV: 0.07, NIC: 0.02, ECU: 0.015, HTI: 0.01, VEN: 0.01 }, 0.025],
  ['2022-01', { GTM: 0.46, HND: 0.36, SLV: 0.07, NIC: 0.03, VEN: 0.03, ECU: 0.02, COL: 0.01 }, 0.02],
  ['2023-01', { GTM: 0.29, HND: 0.27, VEN: 0.17, ECU: 0.13, SLV: 0.04, COL: 0.03, HTI: 0.02, NIC: 0.01 }, 0.04],
  ['2024-01', { VEN: 0.27, GTM: 0.23, HND: 0.2, ECU: 0.1, SLV: 0.06, COL: 0.05, HTI: 0.03, NIC: 0.02 }, 0.04],
  ['2025-01', { GTM: 0.34, HND: 0.3, VEN: 0.1, SLV: 0.08, ECU: 0.05, COL: 0.03, HTI: 0.03, NIC: 0.03 }, 0.04],
  ['2026-01', { GTM: 0.36, HND: 0.32, SLV: 0.09, VEN: 0.07, ECU: 0.04, COL: 0.03, HTI: 0.03, NIC: 0.03 }, 0.03],
]

export function nationalityWeights(key: MonthKey, company: Company): Weights<string> {
  const alone = mixed(ALONE, key)
  if (company === 'UNACCOMPANIED') return alone
  const share = companyWeights(key).UNACCOMPANIED ?? 0
  const all = mixed(ALL, key)
  const rest = Object.keys(all).map((country) => {
    const weight = ((all[country] ?? 0) - share * (alone[country] ?? 0)) / (1 - share)
    return [country, Math.max(0, weight)] as const
  })
  return Object.fromEntries(rest)
}

function mixed(table: typeof ALL, key: MonthKey): Weights<string> {
  const span = table.findLast(([from]) => from <= key)
  if (!span) throw new RangeError(`No nationalities for ${key}`)
  const [, shares, far] = span
  const sum = Object.values(FAR).reduce<number>((total, weight) => total + (weight ?? 0), 0)
  const tail = Object.entries(FAR).map(([country, weight]) => [country, ((weight ?? 0) * far) / sum])
  return { ...Object.fromEntries(tail), ...shares }
}
