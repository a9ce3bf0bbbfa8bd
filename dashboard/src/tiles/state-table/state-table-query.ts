/** Every state in one request: what the table shows of it, each part from the service that knows it. */
import { graphql, type ResultOf } from '../../api/graphql.ts'
import { silentSince } from '../../api/silent-office.ts'

export const StateTableDocument = graphql(`
  query StateTable($period: PeriodInput!, $filter: CountFilter, $lastFourWeeks: PeriodInput!) {
    states {
      code
      population
      detection(period: $period, filter: $filter) {
        asOf
        persons
      }
      funnel(period: $period, filter: $filter) {
        coverage
        caseOpened
      }
      detention(filter: $filter) {
        heldNow
        longestHours
      }
      casework(filter: $filter) {
        unprocessed
      }
      returns(period: $lastFourWeeks, filter: $filter) {
        withoutValidDetermination
      }
      reporting {
        feed
        source
        status
        lastCutoff
        lagDays
      }
    }
  }
`)

type Answer = ResultOf<typeof StateTableDocument>
type StateAnswer = NonNullable<Answer['states']>[number]

export const COLUMN_IDS = [
  'detected',
  'rate',
  'opened',
  'held',
  'longest',
  'unprocessed',
  'returns',
  'reporting',
] as const
export type ColumnId = (typeof COLUMN_IDS)[number]
export type Sort = { id: ColumnId | 'name'; isDown: boolean }

/** A feed that is late, silent, or never came. */
export type LateFeed = { source: string; lagDays: number | null }

/** Null in a column is what nobody could tell. */
export type StateRow = Record<ColumnId, number | null> & {
  code: string
  openedCount: number | null
  feeds: { onTime: number; of: number } | null
  latest: LateFeed | null
  /** Last day that the Procuraduría told of, where it has fallen silent. */
  casesUntil: string | null
}

const PER = 100_000

export function rowOf(state: StateAnswer): StateRow {
  const { code, population, detection, funnel, detention, casework, returns, reporting } = state
  const onTime = reporting?.filter(({ status }) => status === 'ON_TIME').length ?? null
  return {
    code,
    detected: detection?.persons ?? null,
    rate: detection ? (detection.persons / population) * PER : null,
    openedCount: funnel?.caseOpened ?? null,
    opened: funnel?.coverage ?? null,
    held: detention?.heldNow ?? null,
    longest: detention ? (detention.longestHours ?? 0) : null,
    unprocessed: casework?.unprocessed ?? null,
    returns: returns?.withoutValidDetermination ?? null,
    reporting: onTime !== null && reporting?.length ? onTime / reporting.length : null,
    feeds: onTime !== null && reporting?.length ? { onTime, of: reporting.length } : null,
    latest: latestOf(reporting ?? []),
    casesUntil: silentSince(reporting ?? []),
  }
}

/** The feed one waits for longest: one that never came before any other. */
function latestOf(reporting: NonNullable<StateAnswer['reporting']>): LateFeed | null {
  const late = reporting.filter(({ status }) => status !== 'ON_TIME')
  const [worst] = late.toSorted(
    (a, b) => (b.lagDays ?? Number.POSITIVE_INFINITY) - (a.lagDays ?? Number.POSITIVE_INFINITY),
  )
  return worst ? { source: worst.source, lagDays: worst.lagDays } : null
}

/** Sorted; what is not known stays last whichever way. */
export function sorted(rows: readonly StateRow[], id: ColumnId, isDown: boolean): readonly StateRow[] {
  return rows.toSorted((a, b) => {
    const [one, other] = [a[id], b[id]]
    if (one === null || other === null) return Number(one === null) - Number(other === null)
    return isDown ? other - one : one - other
  })
}
