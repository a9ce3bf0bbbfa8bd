/** How many cases the protection offices have not processed: told of a child, and no file opened. */

import type { Failure } from '../../api/failure.ts'
import { fourWeeksBefore, halfYearUntil } from '../../api/half-year.ts'
import { useScope } from '../../api/scope.ts'
import { useLiveQuery } from '../../api/use-live-query.ts'
import type { Format } from '../../format/format.ts'
import { withheldInBacklog } from '../../format/withheld-backlog.ts'
import { FigureTrend, stockWeeks } from '../../ui/figure-trend.tsx'
import { FIGURE_HEIGHT, FigureFrame, HeadlineFigure, useChange, type Verdict } from '../../ui/headline-figure.tsx'
import { Ranking } from '../../ui/ranking.tsx'
import { TileStatus } from '../../ui/tile-status.tsx'
import { useFigureFormat } from '../../ui/use-figure-format.ts'
import { useWords, type Words } from '../../words/words.ts'
import { type Answer, type Casework, UnprocessedCasesDocument } from './unprocessed-query.ts'
import { severityOfWaiting } from './unprocessed-verdict.ts'

export function UnprocessedCasesTile() {
  const { t } = useWords()
  const { code, filter, today } = useScope()
  const variables = { code, filter, monthAgo: fourWeeksBefore(today), ...halfYearUntil(today) }
  const asked = useLiveQuery({ query: UnprocessedCasesDocument, variables })
  const casework = asked.data?.state?.casework
  const [name, base] = [t('figures.unprocessed.name'), t('figures.unprocessed.base')]
  if (!casework || !asked.data)
    return (
      <FigureFrame id="unprocessed" name={name} base={base}>
        <TileStatus title={name} height={FIGURE_HEIGHT} {...asked} />
      </FigureFrame>
    )
  return <Unprocessed key={asked.question} casework={casework} answer={asked.data} failure={asked.failure} />
}

type Props = { casework: Casework; answer: Answer; failure: Failure | null }

function Unprocessed({ casework, answer, failure }: Props) {
  const { t } = useWords()
  const { code, filter } = useScope()
  const format = useFigureFormat()
  const changed = useChange()
  const { unprocessed, asOf } = casework
  const monthAgo = filter ? null : answer.state?.monthAgo?.points[0]?.count
  // Whoever knows one of the two and the change knows the other.
  const isKept = [unprocessed, monthAgo ?? 0].some(format.isWithheld)
  const name = t('figures.unprocessed.name')
  return (
    <HeadlineFigure
      id="unprocessed"
      name={name}
      base={t('figures.unprocessed.base')}
      value={format.count(unprocessed)}
      change={
        monthAgo == null || isKept ? null : changed(unprocessed - monthAgo, format.change(unprocessed - monthAgo))
      }
      verdict={verdictOf(t, format, casework)}
      parts={partsOf(t, format, casework)}
      trend={
        <FigureTrend
          name={name}
          weeks={stockWeeks(answer.state?.weeks?.points, filter ? null : unprocessed)}
          before={answer.state?.before?.points.map(({ count }) => count) ?? []}
          limit={t('figures.unprocessed.limit')}
          isUnfiltered={filter !== null}
          failure={failure}
        />
      }
      law={t('figures.unprocessed.law')}
      source={t('figures.unprocessed.source')}
      asOf={asOf}
    >
      <Ranking of="unprocessed" code={code} counts={countsOf(answer)} />
    </HeadlineFigure>
  )
}

const countsOf = ({ states }: Answer) =>
  (states ?? []).flatMap(({ code, population, casework }) =>
    casework ? [{ code, population, count: casework.unprocessed }] : [],
  )

function partsOf(t: Words, { count }: Format, { unprocessedByAge }: Casework) {
  const isBeside = withheldInBacklog(unprocessedByAge)
  const of = (...buckets: string[]) =>
    unprocessedByAge.filter(({ bucket }) => buckets.includes(bucket)).reduce((sum, each) => sum + each.count, 0)
  const [middle, overdue] = ['FROM_72_HOURS_TO_5_WORKING_DAYS', 'OVER_5_WORKING_DAYS'] as const
  return t('figures.unprocessed.parts', {
    recent: count(of('UNDER_24_HOURS', 'FROM_24_TO_72_HOURS'), isBeside('UNDER_72_HOURS')),
    middle: count(of(middle), isBeside(middle)),
    overdue: count(of(overdue), isBeside(overdue)),
  })
}

function verdictOf(t: Words, { count, isWithheld, sinceDate }: Format, casework: Casework): Verdict {
  const { unprocessed, overdue, oldestNotifiedAt } = casework
  const severity = severityOfWaiting(casework)
  if (unprocessed === 0) return { severity, what: t('figures.unprocessed.none'), since: null }
  const since = oldestNotifiedAt
    ? t('figures.unprocessed.since', { day: sinceDate(oldestNotifiedAt, casework.asOf) })
    : null
  if (overdue === 0) return { severity, what: t('figures.unprocessed.waiting'), since }
  const key = overdue === 1 && !isWithheld(overdue) ? 'figures.unprocessed.overOne' : 'figures.unprocessed.over'
  const isBeside = withheldInBacklog(casework.unprocessedByAge)('OVER_5_WORKING_DAYS')
  return { severity, what: t(key, { n: count(overdue, isBeside) }), since }
}
