/** The half-year of a headline figure: the line, its first value and its threshold, and that a paler line is a year before. */
import { use } from 'react'
import type { Failure } from '../api/failure.ts'
import { ScopeContext } from '../api/scope.ts'
import { drawn } from '../format/small.ts'
import { useFormat } from '../format/use-format.ts'
import { NATION } from '../words/states.ts'
import { useWords } from '../words/words.ts'
import { Pause } from './pause.tsx'
import { SparkLine, type Weeks } from './spark-line.tsx'
import { FailureNote } from './tile-status.tsx'

type Props = {
  name: string
  weeks: Weeks
  before: Weeks
  limit: string
  /** Shown when the figure is narrowed and the series is not. */
  isUnfiltered: boolean
  /** Whether a week counts what happened in it, or what there was at its end. */
  isPerWeek?: boolean
  /** Who did not answer; null where all did, and no week was ever told of. */
  failure?: Failure | null
}

export function FigureTrend({ name, weeks, before, limit, isUnfiltered, isPerWeek = false, failure = null }: Props) {
  const { t } = useWords()
  // Of one state 1 to 4 are written and drawn so, week by week as in the figure above.
  const isOfState = (use(ScopeContext)?.code ?? NATION) !== NATION
  const { count } = useFormat(isOfState)
  const marks = (of: Weeks) => (isOfState ? of.map((value) => value && drawn(value)) : of)
  const written = (value: number | null | undefined) => (value == null ? t('status.missingShort') : count(value))
  const hasBefore = before.some((value) => value !== null)
  const label = t('figures.weeks', { name, list: weeks.map(written).join(', ') })
  const whole = hasBefore ? t('figures.weeksBefore', { label, list: before.map(written).join(', ') }) : label
  if (weeks.length === 0)
    return (
      <p className="figure-no-trend">
        {t(failure ? 'status.failed' : 'status.untold')}. {failure && <FailureNote failure={failure} />}
      </p>
    )
  return (
    <>
      <SparkLine weeks={marks(weeks)} before={marks(before)} isPerWeek={isPerWeek} label={whole} />
      <p>
        <span>
          {t('figures.ago', { n: written(weeks[0]) })} {isPerWeek && t('figures.perWeek')}
        </span>
        {hasBefore && (
          <>
            <Pause />
            <span className="figure-before">{t('figures.yearBefore')}</span>
          </>
        )}
        <Pause />
        <span>{limit}</span>
      </p>
      {isUnfiltered && <p>{t('filters.unfiltered')}</p>}
    </>
  )
}

type Point = { count: number | null }

/** Closed weeks, then now: a stock is worth what it is worth today. */
export const stockWeeks = (points: readonly Point[] | undefined, now: number | null): Weeks =>
  points ? [...points.map(({ count }) => count), ...(now === null ? [] : [now])] : []
