/** In which states children are detected (domain.md 4.4). What is not published follows the weights constructed there. */
import { STATE_CODES, type StateCode } from '@vigia/law/states'
import type { MonthKey } from '../calendar.ts'
import { inmPeopleByState } from './events.ts'

export type StateWeights = Readonly<Record<StateCode, number>>

/** 4.4, "constructed state weights"; the last 0.02 is spread by what INM's tables show since. */
const GENERAL: StateWeights = {
  ...{ '01': 0.0008, '02': 0.03, '03': 0.0012, '04': 0.0022, '05': 0.03, '06': 0.0004, '07': 0.58, '08': 0.025 },
  ...{ '09': 0.02, '10': 0.0008, '11': 0.0014, '12': 0.001, '13': 0.0012, '14': 0.001, '15': 0.0018, '16': 0.001 },
  ...{ '17': 0.0003, '18': 0.0003, '19': 0.02, '20': 0.05, '21': 0.01, '22': 0.0014, '23': 0.002, '24': 0.01 },
  ...{ '25': 0.0008, '26': 0.015, '27': 0.09, '28': 0.01, '29': 0.001, '30': 0.09, '31': 0.0008, '32': 0.0006 },
}

/** What is published of a span of months, as a share of the nation's events; the other states fill the rest. */
const SPANS: readonly (readonly [from: MonthKey, to: MonthKey, shares: Partial<StateWeights>])[] = [
  ['2021-01', '2021-12', { '27': 0.0993 }], // Tabasco 6,537 in January to October 2021
  ['2022-01', '2022-12', { '05': 0.0559 }], // Coahuila 3,978 in 2022
  // Chiapas 43,927 and Veracruz 12,312 in January to October, Tabasco 11,320 in the year, Coahuila 1,577 by June
  ['2023-01', '2023-10', { '07': 0.49345, '30': 0.1383, '27': 0.0997, '05': 0.0354, '28': 0.0086 }],
  ['2023-11', '2023-12', { '07': 0.49, '30': 0.1, '27': 0.0997, '28': 0.0086 }],
  // Chiapas 63.2 % of 2024, the three states about 75 %; October on follows INM's tables
  ['2024-01', '2024-09', { '07': 0.6298, '27': 0.06, '30': 0.0468 }],
]

export function stateWeights(key: MonthKey): StateWeights {
  if (key >= '2024-10') return fromTables(inmPeopleByState(key))
  const shares = SPANS.find(([from, to]) => key >= from && key <= to)?.[2] ?? {}
  const given = STATE_CODES.filter((code) => shares[code] !== undefined)
  const left = 1 - given.reduce((sum, code) => sum + (shares[code] ?? 0), 0)
  const others = STATE_CODES.filter((code) => !given.includes(code)).reduce((sum, code) => sum + GENERAL[code], 0)
  return weightsOf((code) => shares[code] ?? (GENERAL[code] * left) / others)
}

/** A state that the tables leave out for a month keeps a trace of its general weight: an empty table proves nothing. */
function fromTables(people: readonly number[]): StateWeights {
  const sum = people.reduce((total, count) => total + count, 0)
  return weightsOf((code) => (people[Number(code) - 1] ?? 0) / sum + GENERAL[code] * 0.002)
}

function weightsOf(weightOf: (code: StateCode) => number): StateWeights {
  return Object.fromEntries(STATE_CODES.map((code) => [code, weightOf(code)])) as StateWeights
}
