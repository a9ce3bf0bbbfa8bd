/** The answer key: what the registry should say once all files of the manifest are in, and where the defects lie. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { civil, isoDay, utcIso } from '../calendar.ts'
import { COHORT } from '../calibration/persons.ts'
import { accompanimentOf } from '../files/inm.ts'
import type { TwinOptions } from '../scenario.ts'
import { boardOf, countedReturns, summaryOf } from './board.ts'
import { cohortOf } from './cohorts.ts'
import type { Ledger, ReturnEntry } from './ledger.ts'
import { plantedOf } from './planted.ts'

const COHORTS = [
  [`${COHORT.from}-01`, `${COHORT.to}-31`],
  ['2022-06-01', '2022-12-31'],
  ['2023-01-01', '2023-12-31'],
  ['2024-01-01', '2024-12-31'],
  ['2025-01-01', '2025-06-30'],
  ['2025-07-01', '2025-12-31'],
  ['2026-01-01', '2026-06-30'],
] as const

export function writeAnswers(directory: string, ledger: Ledger, options: TwinOptions, bad: unknown): void {
  const { scale, seed, until } = options
  const answers = {
    ...{ synthetic: true, scale, seed, until: isoDay(until), asOf: utcIso(until) },
    events: {
      total: sum(ledger.eventsByMonth.values()),
      byYear: byYear(ledger),
      byMonth: Object.fromEntries(ledger.eventsByMonth),
      byYearAndState: Object.fromEntries([...ledger.eventsByYearAndState].sort(([a], [b]) => (a < b ? -1 : 1))),
    },
    persons: ledger.children.length,
    cohorts: COHORTS.map(([from, to]) => cohortOf(ledger, from, to)),
    returns: returnsByYear(ledger),
    moves: Object.fromEntries(ledger.moves),
    board: boardOf(ledger, until),
    told: ledger.told,
    planted: { ...plantedOf(ledger, until), bad },
  }
  writeFileSync(join(directory, 'answers.json'), `${JSON.stringify(answers, null, 1)}\n`)
}

function byYear({ eventsByMonth }: Ledger): Record<string, number> {
  const years = Map.groupBy(eventsByMonth, ([month]) => month.slice(0, 4))
  return Object.fromEntries([...years].map(([year, months]) => [year, sum(months.map(([, events]) => events))]))
}

function returnsByYear(ledger: Ledger) {
  const years = Map.groupBy(countedReturns(ledger), ({ departedAt }) => civil(departedAt).year)
  const ofYear = (rows: readonly ReturnEntry[]) => ({
    ...summaryOf(ledger, rows),
    byAccompaniment: countBy(rows, ({ person }) => accompanimentOf(person)),
    byNationality: countBy(rows, ({ person }) => person.nationality),
    byState: countBy(rows, ({ state }) => state),
  })
  return Object.fromEntries([...years].sort(([a], [b]) => a - b).map(([year, rows]) => [year, ofYear(rows)]))
}

function countBy<Row>(rows: readonly Row[], kindOf: (row: Row) => string): Record<string, number> {
  const kinds = Map.groupBy(rows, kindOf)
  return Object.fromEntries(
    [...kinds].map(([kind, of]) => [kind, of.length] as const).sort(([a], [b]) => (a < b ? -1 : 1)),
  )
}

function sum(counts: Iterable<number>): number {
  let total = 0
  for (const count of counts) total += count
  return total
}
