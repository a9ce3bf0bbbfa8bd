/** The weekly trend since 2021, with a table twin and a place held for the chart, which comes late. */
import { lazy, Suspense } from 'react'
import { useScope } from '../../api/scope.ts'
import { useLiveQuery } from '../../api/use-live-query.ts'
import { addDays, mondayOf, yearOf } from '../../format/calendar.ts'
import { useFormat } from '../../format/use-format.ts'
import { useIsPaper } from '../../ui/paper.ts'
import { Part } from '../../ui/part.tsx'
import { TileStatus } from '../../ui/tile-status.tsx'
import { useWords } from '../../words/words.ts'
import { WeeklyTrendDocument, weeksOf } from './weekly-trend-query.ts'
import { YearTable } from './year-table.tsx'

const TrendChart = lazy(() => import('./trend-chart.tsx').then((module) => ({ default: module.TrendChart })))

const FIRST_MONDAY = '2021-01-04'
const HEIGHT = 288
const PAPER = { width: 688, height: 230 }
/** A closed week does not change at every event. */
const SECONDS_BETWEEN = 60

export function WeeklyTrendTile() {
  const { t } = useWords()
  const { code, filter, today } = useScope()
  const isPaper = useIsPaper()
  const variables = { code, from: FIRST_MONDAY, to: addDays(mondayOf(today), -1) }
  const asked = useLiveQuery({ query: WeeklyTrendDocument, variables }, SECONDS_BETWEEN)
  const state = asked.data?.state
  const weeks = state?.detected ? weeksOf(state) : null
  const title = t('trend.title', { from: yearOf(FIRST_MONDAY), to: yearOf(today) })
  const bone = <div className="bone" style={{ height: HEIGHT }} role="status" aria-label={t('status.loading')} />
  return (
    <Part
      id="trend"
      className="trend"
      title={title}
      aside={<LineNames last={weeks?.findLast(({ detected }) => detected !== null)?.from} />}
      source="INM, PPNNA"
      asOf={(weeks && state?.detected?.asOf) ?? null}
      how="trend"
      note={filter ? t('filters.unfiltered') : null}
    >
      {weeks ? (
        <>
          <Suspense fallback={bone}>
            <TrendChart weeks={weeks} title={title} height={HEIGHT} {...(isPaper && PAPER)} />
          </Suspense>
          {!isPaper && <YearTable weeks={weeks} />}
        </>
      ) : (
        <TileStatus title={title} height={`${HEIGHT}px`} {...asked} />
      )}
    </Part>
  )
}

/** What is counted; on a phone, where the ends of the lines have no room for their names, the names too. */
function LineNames({ last }: { last: string | undefined }) {
  const { t } = useWords()
  const { shortDay } = useFormat()
  return (
    <p>
      {t('trend.perWeek')}
      {last && `; ${t('trend.lastWeek', { day: shortDay(last) })}`}
      <span className="phone-only line-names" aria-hidden="true">
        <b>{t('trend.detected')}</b> <b className="line-opened">{t('trend.opened')}</b>
      </span>
    </p>
  )
}
