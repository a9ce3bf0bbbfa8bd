/**
 * What an authority says of a territory in a period, table by table, in the order of the law's list.
 *
 * A table says nothing of a territory where none of its measures counts anything there: the count is null then, and not
 * 0. It is null too where the period cuts a month of which only the sum is known, and where no row of the table has the
 * measure: a column that was left out or blank, or the one of two files that was not sent.
 */
import {
  AUTHORITY_TABLES,
  type AuthorityMeasure,
  type AuthorityTable,
  MEASURES_OF_TABLE,
} from '@vigia/law/authority-tables'
import { codesOf } from '@vigia/law/code-list'
import type { LocalDate } from '@vigia/law/local-dates'

export interface ClaimedSum {
  table: string
  measure: string
  state: string
  n: number
  /** What is known as sums of months that the period cuts. */
  cut: number
}

export interface AuthorityCount {
  table: AuthorityTable
  measure: AuthorityMeasure
  count: number | null
  coveredUntil: LocalDate | null
}

/** Tables that every delivery has; others are told of once they have been sent. */
const EXPECTED = new Set<AuthorityTable>(['RESCATADOS', 'PRESENTADOS', 'CANALIZADOS', 'RETORNADOS'])

export function authorityCounts(
  states: readonly string[],
  sums: readonly ClaimedSum[],
  coveredUntil: ReadonlyMap<string, LocalDate>,
): AuthorityCount[] {
  const wanted = new Set(states)
  const here = sums.filter(({ state }) => wanted.has(state))
  return codesOf(AUTHORITY_TABLES)
    .filter((table) => EXPECTED.has(table) || coveredUntil.has(table))
    .flatMap((table) => {
      const ofTable = here.filter((sum) => sum.table === table)
      const isKnown = ofTable.some(({ n }) => n !== 0) && ofTable.every(({ cut }) => cut === 0)
      return MEASURES_OF_TABLE[table].map((measure) => ({
        table,
        measure,
        count: isKnown && ofTable.some((sum) => sum.measure === measure) ? total(ofTable, measure) : null,
        coveredUntil: coveredUntil.get(table) ?? null,
      }))
    })
}

function total(sums: readonly ClaimedSum[], wanted: AuthorityMeasure): number {
  return sums.reduce((sum, { measure, n }) => (measure === wanted ? sum + n : sum), 0)
}
