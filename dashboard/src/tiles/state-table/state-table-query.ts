/** Every state in one request: what the table shows of it, each part from the service that knows it. */
import { graphql, type ResultOf } from '../../api/graphql.ts'
import { longestStayOf } from '../../api/longest-stay.ts'
import { type LateSource, lateOf } from '../../api/sources.tsx'

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

/** Null in a column is what nobody could tell. */
export type StateRow = Record<ColumnId, number | null> & {
  code: string
  openedCount: number | null
  feeds: { onTime: number; of: number } | null
  late: readonly Omit<LateSource, 'code'>[]
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
    longest: longestStayOf(detention),
    unprocessed: casework?.unprocessed ?? null,
    returns: returns?.withoutValidDetermination ?? null,
    reporting: onTime !== null && reporting?.length ? onTime / reporting.length : null,
    feeds: onTime !== null && reporting?.length ? { onTime, of: reporting.length } : null,
    late: lateOf(reporting ?? []),
  }
}

/** Sorted; what is not known stays last whichever way. */
export function sorted(rows: readonly StateRow[], id: ColumnId, isDown: boolean): readonly StateRow[] {
  return rows.toSorted((a, b) => {
    const [one, other] = [a[id], b[id]]
    if (one === null || other === null) return Number(one === null) - Number(other === null)
    return isDown ? other - one : one - other
  })
}
