/** The alerts of a state as they stood at the end of a day, as the registry knew them then; and the eight weeks before that day. */
import { graphql } from '../../api/graphql.ts'
import { useScope } from '../../api/scope.ts'
import { useSearch } from '../../api/search.ts'
import { useLiveQuery } from '../../api/use-live-query.ts'
import { addDays, endOfDay } from '../../format/calendar.ts'
import { useFormat } from '../../format/use-format.ts'
import { TileStatus } from '../../ui/tile-status.tsx'
import { useWords } from '../../words/words.ts'
import { AlertPages } from './alert-pages.tsx'

const WeeksOfAlertsDocument = graphql(`
  query WeeksOfAlerts(
    $filter: AlertFilter!
    $t0: DateTime!
    $t1: DateTime!
    $t2: DateTime!
    $t3: DateTime!
    $t4: DateTime!
    $t5: DateTime!
    $t6: DateTime!
    $t7: DateTime!
  ) {
    t0: alertsAsOf(at: $t0, filter: $filter, first: 1) {
      totalCount
    }
    t1: alertsAsOf(at: $t1, filter: $filter, first: 1) {
      totalCount
    }
    t2: alertsAsOf(at: $t2, filter: $filter, first: 1) {
      totalCount
    }
    t3: alertsAsOf(at: $t3, filter: $filter, first: 1) {
      totalCount
    }
    t4: alertsAsOf(at: $t4, filter: $filter, first: 1) {
      totalCount
    }
    t5: alertsAsOf(at: $t5, filter: $filter, first: 1) {
      totalCount
    }
    t6: alertsAsOf(at: $t6, filter: $filter, first: 1) {
      totalCount
    }
    t7: alertsAsOf(at: $t7, filter: $filter, first: 1) {
      totalCount
    }
  }
`)

const WEEKS = ['t7', 't6', 't5', 't4', 't3', 't2', 't1', 't0'] as const
const DAYS_IN_WEEK = 7
const SECONDS_BETWEEN = 60

export function StateOnDay() {
  const { t } = useWords()
  const { code, today } = useScope()
  const { search, narrow } = useSearch()
  const { day } = useFormat()
  const chosen = search.dia && search.dia < today ? search.dia : null
  const name = chosen ? t('alerts.onDay', { day: day(chosen) }) : t('alerts.weeks')
  return (
    <div className="on-day">
      <h3>{name}</h3>
      <label>
        {t('alerts.chooseDay')}{' '}
        <input
          type="date"
          max={addDays(today, -1)}
          value={chosen ?? ''}
          onChange={({ currentTarget: { value } }) => narrow({ dia: value || undefined })}
        />
      </label>
      <Weeks code={code} until={chosen ?? today} />
      {chosen && (
        <AlertPages
          key={chosen}
          filter={{ state: code }}
          at={endOfDay(chosen)}
          name={name}
          none={t('alerts.noneOnDay')}
        />
      )}
    </div>
  )
}

/** How many criticals stood open at the end of each week: before the first that it knew, the registry says nothing, and not 0. */
function Weeks({ code, until }: { code: string; until: string }) {
  const { t } = useWords()
  const { count, shortDay } = useFormat()
  const ends = WEEKS.map((week) => ({ week, end: addDays(until, -DAYS_IN_WEEK * Number(week.slice(1))) }))
  const times = Object.fromEntries(ends.map(({ week, end }) => [week, endOfDay(end)]))
  const asked = useLiveQuery(
    {
      query: WeeksOfAlertsDocument,
      variables: {
        filter: { state: code, severity: ['CRITICAL'] },
        ...(times as Record<(typeof WEEKS)[number], string>),
      },
    },
    SECONDS_BETWEEN,
  )
  if (!asked.data || asked.failure) return <TileStatus title={t('alerts.weeks')} height="7rem" {...asked} />
  const { data } = asked
  const counts = ends.map(({ week, end }) => ({ end, open: data[week]?.totalCount ?? null }))
  const first = counts.findIndex(({ open }) => open !== 0)
  const most = Math.max(1, ...counts.map(({ open }) => open ?? 0))
  return (
    <ol className="weeks">
      {counts.map(({ end, open }, week) => (
        <li key={end}>
          <i aria-hidden="true" style={{ height: `${((open ?? 0) / most) * 100}%` }} />
          <b>{week < first || first === -1 ? '–' : open === null ? t('alerts.tooMany') : count(open)}</b>
          <small>{shortDay(end)}</small>
        </li>
      ))}
    </ol>
  )
}
