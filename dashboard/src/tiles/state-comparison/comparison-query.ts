/** Two states and the country by the same measures, each part from the service that knows it. */
import { graphql, type ResultOf } from '../../api/graphql.ts'
import { longestStayOf } from '../../api/longest-stay.ts'
import { isSmall } from '../../format/small.ts'

export const StateComparisonDocument = graphql(`
  query StateComparison(
    $code: ID!
    $other: ID!
    $period: PeriodInput!
    $filter: CountFilter
    $lastFourWeeks: PeriodInput!
  ) {
    here: state(code: $code) {
      ...Side
    }
    there: state(code: $other) {
      ...Side
    }
    nation {
      ...Side
    }
  }
  fragment Side on State {
    code
    population
    detection(period: $period, filter: $filter) {
      asOf
      persons
    }
    funnel(period: $period, filter: $filter) {
      detected
      caseOpened
      planIssued
      coverage
    }
    detention(filter: $filter) {
      heldNow
      longestHours
    }
    casework(filter: $filter) {
      unprocessed
      overdue
    }
    returns(period: $lastFourWeeks, filter: $filter) {
      total
      withoutValidDetermination
    }
  }
`)

export type Side = NonNullable<ResultOf<typeof StateComparisonDocument>['here']>

export const MEASURE_IDS = [
  'detected',
  'rate',
  'opened',
  'planned',
  'held',
  'longest',
  'unprocessed',
  'overdue',
  'returns',
  'returnsShare',
] as const
export type MeasureId = (typeof MEASURE_IDS)[number]

/** Null where nobody could tell; withheld where it would tell of 1 to 4 children. */
export type Value = number | 'withheld' | null

const PER = 100_000

export function valuesOf(side: Side): Record<MeasureId, Value> {
  const { population, detection, funnel, detention, casework, returns } = side
  const persons = detection?.persons
  return {
    detected: persons ?? null,
    rate: persons == null ? null : isSmall(persons) ? 'withheld' : (persons / population) * PER,
    opened: shareOf(funnel?.caseOpened, funnel?.detected),
    planned: shareOf(funnel?.planIssued, funnel?.detected),
    held: detention?.heldNow ?? null,
    longest: longestStayOf(detention),
    unprocessed: casework?.unprocessed ?? null,
    overdue: shareOf(casework?.overdue, casework?.unprocessed),
    returns: returns?.withoutValidDetermination ?? null,
    returnsShare: shareOf(returns?.withoutValidDetermination, returns?.total),
  }
}

/** A share of nobody is none that could be told apart from one that is withheld; beside all of them it tells of the rest as of the part. */
function shareOf(part: number | null | undefined, of: number | undefined): Value {
  if (part == null || of === undefined) return null
  return of === 0 || isSmall(part) || isSmall(of - part) ? 'withheld' : part / of
}
