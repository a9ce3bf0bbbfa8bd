/** Who is held and who is in care when the files end: the one picture that nobody can see today. All ours. */
import type { StateCode } from '@vigia/law/states'
import type { Weights } from '../shares.ts'

/** Children in referral centres and INM premises, by state, at scale 1. */
export const HELD_NOW: Readonly<Partial<Record<StateCode, number>>> = {
  ...{ '07': 20, '27': 9, '30': 6, '20': 4, '05': 3, '02': 2, '08': 2, '19': 2, '09': 2, '26': 2, '24': 1 },
  ...{ '21': 1, '28': 1, '23': 1, '15': 1, '29': 1, '31': 1, '04': 1, '22': 1, '11': 1 },
}

/** The dashboard's first figure should not vanish in a small twin: it shrinks with the fourth root of the scale. */
export function heldAtScale(scale: number): number {
  const all = Object.values(HELD_NOW).reduce<number>((sum, count) => sum + (count ?? 0), 0)
  return Math.round(all * Math.min(1, scale) ** 0.25)
}

/** Hours held so far, from and to. */
export const HELD_HOURS: readonly (readonly [from: number, to: number, weight: number])[] = [
  [0.2, 2.8, 22],
  [3.2, 23.5, 32],
  [24.2, 35.5, 18],
  [36.5, 75, 22],
  [76, 390, 6],
]

/** Where children are taken first. EM, EPA, EPB and LH are forbidden; INM suspended 33 of its stays in April 2023 (4.6). */
export type HeldAt = 'CCAN' | 'OR' | 'PTO' | 'EM' | 'EPA' | 'EPB' | 'LH'

export const HELD_AT: Weights<HeldAt> = { CCAN: 0.44, OR: 0.3, PTO: 0.09, EM: 0.1, EPA: 0.02, EPB: 0.02, LH: 0.03 }

/** Stays in CAS and with families or shelters that are open at the end, at scale 1, by days since entry. */
export const OPEN_STAYS: readonly (readonly [fromDays: number, toDays: number, cas: number, elsewhere: number])[] = [
  [0, 30, 170, 130],
  [30, 90, 190, 400],
  [90, 180, 150, 500],
  [180, 365, 110, 640],
  [365, 900, 80, 260],
]

/** Of detected children, those whom DIF records: 59.9 % in 2021 (4.6). The other years are ours. */
export const RECEIVED_BY_DIF: Readonly<Record<number, number>> = {
  2021: 0.599,
  2022: 0.55,
  2023: 0.5,
  2024: 0.48,
  2025: 0.6,
  2026: 0.66,
}
